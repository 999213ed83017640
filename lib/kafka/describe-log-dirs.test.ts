import { Reader, Writer } from "@platformatic/kafka";
import { describe, expect, test } from "vitest";
import { decodeLogDirs } from "./describe-log-dirs.ts";

type Replica = [partition: number, size: bigint, lag: bigint, future?: boolean];
type Dir = { path: string; errorCode?: number; topics?: Record<string, Replica[]>; total?: bigint; usable?: bigint };
type Answer = { version: number; dirs: Dir[]; errorCode?: number; tags?: boolean };

function decode({ version, dirs, errorCode = 0, tags = false }: Answer) {
  const extra = (writer: Writer) =>
    tags ? writer.appendUnsignedVarInt(1).append(Buffer.of(9, 2, 1, 2)) : writer.appendTaggedFields();
  const writer = Writer.create().appendInt32(0);
  if (version >= 3) writer.appendInt16(errorCode);
  const putReplica = (to: Writer, [partition, size, lag, future = false]: Replica) =>
    extra(to.appendInt32(partition).appendInt64(size).appendInt64(lag).appendBoolean(future));
  const putTopic = (to: Writer, [name, replicas]: [string, Replica[]]) =>
    extra(to.appendString(name).appendArray(replicas, putReplica, true, false));
  const putDir = (to: Writer, dir: Dir) => {
    to.appendInt16(dir.errorCode ?? 0).appendString(dir.path);
    to.appendArray(Object.entries(dir.topics ?? {}), putTopic, true, false);
    if (version >= 4) to.appendInt64(dir.total ?? -1n).appendInt64(dir.usable ?? -1n);
    extra(to);
  };
  writer.appendArray(dirs, putDir, true, false).appendTaggedFields();
  return decodeLogDirs(1, 35, version, Reader.from(writer.buffer));
}

const replica = (topic: string, partition: number, sizeBytes: bigint, offsetLag = 0n, future = false) => ({
  topic,
  partition,
  sizeBytes,
  offsetLag,
  future,
});
const beyondDouble = 2n ** 53n + 1n;

describe("the answer", () => {
  const dirs: Dir[] = [
    {
      path: "/data/a",
      topics: {
        "주문-orders": [
          [7, beyondDouble, 0n],
          [0, 0n, 2n ** 32n],
        ],
        payments: [[1, 12n, 3n, true]],
      },
      total: 100n,
      usable: 0n,
    },
    { path: "/data/b", errorCode: 56 },
  ];

  test.each([
    [4, false],
    [4, true],
    [3, true],
    [2, false],
  ])("tells each directory and its replicas, also beyond 2^53 (version %i, tags: %s)", (version, tags) => {
    const [total, usable] = version >= 4 ? [100n, 0n] : [null, null];
    expect(decode({ version, dirs, tags })).toEqual({
      errorCode: 0,
      logDirs: [
        {
          path: "/data/a",
          error: null,
          totalBytes: total,
          usableBytes: usable,
          replicas: [
            replica("주문-orders", 7, beyondDouble),
            replica("주문-orders", 0, 0n, 2n ** 32n),
            replica("payments", 1, 12n, 3n, true),
          ],
        },
        { path: "/data/b", error: "KAFKA_STORAGE_ERROR", totalBytes: null, usableBytes: null, replicas: [] },
      ],
    });
  });

  test.each([4, 3, 2])("of a broker that refuses says so, and is no broker without logs (version %i)", (version) => {
    expect(decode({ version, dirs: [], errorCode: 31 })).toEqual({ errorCode: 31, logDirs: [] });
  });
});
