import { offsetFetchV8, offsetFetchV9, Reader, Writer } from "@platformatic/kafka";
import { describe, expect, test } from "vitest";
import type { TopicPartitions } from "./groups.ts";
import { decodeOffsetFetch, encodeOffsetFetchV8, encodeOffsetFetchV9 } from "./offset-fetch.ts";

const many = Array.from({ length: 300 }, (_, index) => index);

describe("the request", () => {
  const cases: [sentence: string, groups: string[], topics: TopicPartitions[] | null][] = [
    ["of no group", [], null],
    ["of all that a group has committed", ["billing"], null],
    ["of no partition at all", ["billing"], []],
    ["of some partitions, of several groups", ["a", "b"], [{ topic: "orders", partitions: [7, 0, 3] }]],
    ["of names that are no ASCII", ["환불-그룹", "é"], [{ topic: "orders", partitions: [0] }]],
    ["of more groups than one byte counts", many.map((index) => `group-${index}`), null],
    ["of more partitions than one byte counts", ["g".repeat(255)], [{ topic: "n".repeat(249), partitions: many }]],
  ];
  const theirs = (topics: TopicPartitions[] | null) =>
    topics && topics.map(({ topic, partitions }) => ({ name: topic, partitionIndexes: partitions }));

  test.each(cases)("has the bytes that @platformatic/kafka writes: %s", (_, groupIds, topics) => {
    const asked = groupIds.map((groupId) => ({ groupId, memberId: null, memberEpoch: -1, topics: theirs(topics) }));
    for (const [ours, api] of [
      [encodeOffsetFetchV9, offsetFetchV9],
      [encodeOffsetFetchV8, offsetFetchV8],
    ] as const)
      expect(Buffer.compare(ours(groupIds, topics).buffer, api.createRequest(asked, false).buffer)).toBe(0);
  });
});

describe("the answer", () => {
  type Partition = [index: number, offset: bigint, metadata: string | null, errorCode?: number];
  type Told = { groupId: string; errorCode?: number; topics: Record<string, Partition[]> };
  const answer = (groups: Told[], tags: boolean) => {
    const extra = (writer: Writer) =>
      tags ? writer.appendUnsignedVarInt(1).append(Buffer.of(9, 2, 1, 2)) : writer.appendTaggedFields();
    const writer = Writer.create().appendInt32(0);
    writer.appendArray(
      groups,
      (to, { groupId, topics, errorCode = 0 }) => {
        to.appendString(groupId).appendArray(
          Object.entries(topics),
          (into, [name, partitions]) => {
            into.appendString(name).appendArray(
              partitions,
              (last, [index, offset, metadata, error = 0]) => {
                last.appendInt32(index).appendInt64(offset).appendInt32(4).appendString(metadata).appendInt16(error);
                extra(last);
              },
              true,
              false,
            );
            extra(into);
          },
          true,
          false,
        );
        extra(to.appendInt16(errorCode));
      },
      true,
      false,
    );
    return decodeOffsetFetch(1, 9, 9, Reader.from(writer.appendTaggedFields().buffer));
  };
  const commit = (partition: number, offset: bigint, metadata: string | null = null) => ({
    partition,
    offset,
    metadata,
    lag: null,
  });
  const beyondDouble = 2n ** 53n + 1n;

  test.each([false, true])("tells each group's commits by topic, in order, also beyond 2^53 (tags: %s)", (tags) => {
    const groups: Told[] = [
      {
        groupId: "billing",
        topics: {
          orders: [
            [2, beyondDouble, null],
            [0, 0n, "읽음"],
          ],
          payments: [[1, 7n, ""]],
        },
      },
      { groupId: "idle", topics: {} },
    ];
    expect(answer(groups, tags)).toEqual([
      {
        groupId: "billing",
        errorCode: 0,
        topics: new Map([
          ["orders", [commit(0, 0n, "읽음"), commit(2, beyondDouble)]],
          ["payments", [commit(1, 7n)]],
        ]),
      },
      { groupId: "idle", errorCode: 0, topics: new Map() },
    ]);
  });

  test("leaves out what is no commit: none, -2, and a partition with an error", () => {
    const groups: Told[] = [
      {
        groupId: "a",
        topics: {
          orders: [
            [0, -1n, ""],
            [1, 5n, null],
            [2, -2n, "x".repeat(200)],
          ],
          empty: [[0, -1n, null]],
        },
      },
      { groupId: "b", topics: { orders: [[0, 5n, null, 3]] } },
      { groupId: "c", topics: {}, errorCode: 16 },
    ];
    expect(answer(groups, false)).toEqual([
      { groupId: "a", errorCode: 0, topics: new Map([["orders", [commit(1, 5n)]]]) },
      { groupId: "b", errorCode: 0, topics: new Map() },
      { groupId: "c", errorCode: 16, topics: new Map() },
    ]);
  });
});
