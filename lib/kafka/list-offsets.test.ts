import { listOffsetsV6, Reader, Writer } from "@platformatic/kafka";
import { describe, expect, test } from "vitest";
import { decodeListOffsets, encodeListOffsets, type OffsetsAsked, type Take } from "./list-offsets.ts";

function theirs(isolation: 0 | 1, timestamp: bigint, asked: OffsetsAsked[]): Buffer {
  const topics = asked.map(({ topic, partitions }) => ({
    name: topic,
    partitions: partitions.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: -1, timestamp })),
  }));
  return listOffsetsV6.createRequest(-1, isolation, topics).buffer;
}

const many = Array.from({ length: 300 }, (_, partition) => partition);

describe("the request", () => {
  const cases: [sentence: string, isolation: 0 | 1, timestamp: bigint, asked: OffsetsAsked[]][] = [
    ["of no topic", 0, -1n, []],
    ["of one partition's end", 0, -1n, [{ topic: "orders", partitions: [0] }]],
    ["of the last stable offset, partitions out of order", 1, -1n, [{ topic: "payments", partitions: [7, 0, 3] }]],
    ["of a time", 0, 1_795_440_484_117n, [{ topic: "orders", partitions: [1] }]],
    ["of more partitions than one byte counts", 0, -2n, [{ topic: "wide", partitions: many }]],
    ["of a name as long as Kafka allows", 0, -2n, [{ topic: "n".repeat(249), partitions: [0, 1] }]],
    ["of more topics than one byte counts", 0, -1n, many.map((index) => ({ topic: `t${index}`, partitions: [index] }))],
  ];

  test.each(cases)("has the bytes that @platformatic/kafka writes: %s", (_, isolation, timestamp, asked) => {
    const ours = encodeListOffsets(isolation, timestamp, asked).buffer;
    expect(Buffer.compare(ours, theirs(isolation, timestamp, asked))).toBe(0);
  });
});

describe("the answer", () => {
  type Told = { partitionIndex: number; errorCode: number; timestamp: bigint; offset: bigint };
  const answer = (topics: { name: string; partitions: Told[] }[], tags: boolean) => {
    const extra = (writer: Writer) =>
      tags ? writer.appendUnsignedVarInt(1).append(Buffer.of(9, 2, 1, 2)) : writer.appendTaggedFields();
    const writer = Writer.create().appendInt32(0);
    writer.appendArray(
      topics,
      (to, { name, partitions }) => {
        to.appendString(name).appendArray(
          partitions,
          (into, { partitionIndex, errorCode, timestamp, offset }) => {
            into
              .appendInt32(partitionIndex)
              .appendInt16(errorCode)
              .appendInt64(timestamp)
              .appendInt64(offset)
              .appendInt32(4);
            extra(into);
          },
          true,
          false,
        );
        extra(to);
      },
      true,
      false,
    );
    const told: Parameters<Take>[] = [];
    decodeListOffsets(1, 2, 6, Reader.from(writer.appendTaggedFields().buffer)).each((...one) => told.push(one));
    return told;
  };
  const beyondDouble = 2n ** 53n + 1n;

  test.each([false, true])(
    "tells topic, partition, error, offset and timestamp, also beyond 2^53 (unknown tags: %s)",
    (tags) => {
      const topics = [
        {
          name: "orders",
          partitions: [{ partitionIndex: 2, errorCode: 0, timestamp: beyondDouble + 2n, offset: beyondDouble }],
        },
        {
          name: "payments",
          partitions: [
            { partitionIndex: 0, errorCode: 6, timestamp: -1n, offset: -1n },
            { partitionIndex: 1, errorCode: 0, timestamp: -1n, offset: 0n },
          ],
        },
      ];
      expect(answer(topics, tags)).toEqual([
        ["orders", 2, 0, beyondDouble, beyondDouble + 2n],
        ["payments", 0, 6, -1n, -1n],
        ["payments", 1, 0, 0n, -1n],
      ]);
    },
  );

  test("may tell of no topic", () => {
    expect(answer([], false)).toEqual([]);
  });
});
