import { describe, expect, test } from "vitest";
import type { Fetched } from "../kafka/fetch.ts";
import { PartitionReader } from "./partition-reader.ts";

// One batch with the header of magic 2 and no records: only where it stands matters here.
function batch(baseOffset: bigint, count: number, size = 61): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeBigInt64BE(baseOffset, 0);
  bytes.writeInt32BE(size - 12, 8);
  bytes[16] = 2;
  bytes.writeInt32BE(count - 1, 23);
  return bytes;
}

function fetched(records: Buffer, highWatermark: bigint, lastStableOffset = highWatermark): Fetched {
  const head = { partition: 0, errorCode: 0, logStartOffset: 0n, aborted: [] };
  return { ...head, highWatermark, lastStableOffset, records, free: () => undefined };
}

const nothing = Buffer.alloc(0);
const far = 2n ** 53n + 1n;

function reader(
  range: { from: bigint; to: bigint | null; stable?: bigint },
  plan: { backwards?: boolean; isolation?: "read_committed" | "read_uncommitted" } = {},
): PartitionReader {
  const { from, to, stable = to ?? from } = range;
  const isolation = plan.isolation ?? "read_uncommitted";
  return new PartitionReader({ partition: 0, leader: 1, from, to, stable }, { ...plan, isolation }, 4_000_000);
}

describe("forwards", () => {
  test("each answer is a chunk, from where the last one ended, with offsets beyond 2^53", () => {
    const one = reader({ from: far, to: far + 20n });
    expect(one.next(1000)).toMatchObject({ offset: far });
    expect(one.take(fetched(batch(far, 10), far + 20n), true)).toMatchObject({
      from: far,
      next: far + 10n,
      done: false,
    });
    expect(one.next(1000)).toMatchObject({ offset: far + 10n });
    expect(one.take(fetched(batch(far + 8n, 30), far + 40n), true)).toMatchObject({ next: far + 20n, done: true });
  });

  test("a hole up to the end is the end", () => {
    const one = reader({ from: 5n, to: 20n });
    expect(one.take(fetched(nothing, 20n), true)).toMatchObject({ from: 5n, next: 20n, done: true });
  });

  test("nothing for one that was not asked first only means that others filled the answer", () => {
    const one = reader({ from: 5n, to: 20n });
    expect(one.take(fetched(nothing, 20n), false)).toBeNull();
    expect(one.first).toBe(true);
  });

  test("a batch that is cut is asked for again, whole", () => {
    const one = reader({ from: 0n, to: 5n });
    const large = batch(0n, 5, 9_000_000);
    expect(one.take(fetched(large.subarray(0, 100), 5n), true)).toBeNull();
    expect(one.next(1000).maxBytes).toBeGreaterThanOrEqual(9_000_000);
  });

  test("what never ends waits at the end, and goes on with what comes", () => {
    const one = reader({ from: 5n, to: null });
    expect(one.take(fetched(nothing, 5n), true)).toBeNull();
    expect(one.waiting).toBe(true);
    expect(one.take(fetched(batch(5n, 2), 7n), true)).toMatchObject({ from: 5n, next: 7n, done: false });
    expect(one.waiting).toBe(false);
  });

  test("below the last stable offset it is told what was aborted, above nothing is decided", () => {
    const one = reader({ from: 0n, to: 20n, stable: 10n });
    expect(one.isolation).toBe(1);
    one.take(fetched(batch(0n, 10), 20n, 10n), true);
    expect(one.isolation).toBe(0);
    expect(one.take(fetched(batch(10n, 10), 20n, 10n), true)).toMatchObject({ next: 20n, done: true });
    expect(reader({ from: 0n, to: 20n, stable: 0n }, { isolation: "read_committed" }).isolation).toBe(1);
  });

  test("a log that was cut shorter than planned ends where it ends", () => {
    const one = reader({ from: 5n, to: 20n, stable: 0n });
    expect(one.take(fetched(nothing, 5n), true)).toMatchObject({ next: 20n, done: true });
  });
});

describe("backwards", () => {
  test("windows go from the end to the begin, each whole", () => {
    const one = reader({ from: 0n, to: 100n }, { backwards: true });
    expect(one.next(1_000_000)).toMatchObject({ offset: 36n });
    expect(one.take(fetched(batch(36n, 40), 100n), true)).toBeNull();
    expect(one.next(1_000_000)).toMatchObject({ offset: 76n });
    expect(one.take(fetched(batch(76n, 24), 100n), true)).toMatchObject({ from: 36n, next: 100n, done: false });
    expect(one.next(1_000_000)).toMatchObject({ offset: 0n });
    expect(one.take(fetched(batch(0n, 40), 100n), true)).toMatchObject({ from: 0n, next: 36n, done: true });
  });

  test("windows without records grow", () => {
    const one = reader({ from: 0n, to: 10_000n }, { backwards: true });
    one.take(fetched(nothing, 10_000n), true);
    expect(one.next(1_000_000)).toMatchObject({ offset: 10_000n - 64n - 512n });
  });
});

test("an empty range is one chunk of nothing", () => {
  const one = reader({ from: 7n, to: 7n });
  expect(one.isEmpty).toBe(true);
  expect(one.nothing()).toMatchObject({ from: 7n, next: 7n, done: true, bytes: 0 });
});
