import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LogComparison, type Comparison } from "./compare-logs.ts";
import type { Side } from "./compared-key.ts";

type Pair = [key: string | null, value: string | null, partition?: number];

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text));
const text = (key: { bytes: Uint8Array } | null) => (key === null ? null : Buffer.from(key.bytes).toString());

function feed(comparison: LogComparison, side: Side, pairs: readonly Pair[]): void {
  const next = new Map<number, bigint>();
  for (const [key, value, partition = 0] of pairs) {
    const offset = next.get(partition) ?? 0n;
    next.set(partition, offset + 1n);
    comparison.add(side, { key: bytes(key), value: bytes(value), partition, offset, timestamp: 1000 + Number(offset) });
  }
}

function compare(left: readonly Pair[], right: readonly Pair[], most?: number): Comparison {
  const comparison = new LogComparison(most);
  feed(comparison, 0, left);
  feed(comparison, 1, right);
  return comparison.result();
}

function keysOf({ kinds }: Comparison): Record<string, number> {
  return Object.fromEntries(
    Object.entries(kinds)
      .filter(([, { keys }]) => keys > 0)
      .map(([kind, { keys }]) => [kind, keys]),
  );
}

describe("what became of a key's records", () => {
  const a1: Pair = ["a", "1"];
  const a2: Pair = ["a", "2"];
  const cases: [what: string, left: Pair[], right: Pair[], keys: Record<string, number>, sameContents: boolean][] = [
    ["nothing on either side", [], [], {}, true],
    ["the same in the same order", [a1, a2], [a1, a2], { same: 1 }, true],
    ["the same in another order", [a1, a2], [a2, a1], { reordered: 1 }, true],
    ["another key between them changes nothing", [a1, ["b", "1"], a2], [["b", "1"], a1, a2], { same: 2 }, true],
    ["a copy between others", [a1, a1, a2], [a1, a2, a1], { reordered: 1 }, true],
    ["a value lacks on the right", [a1, a2], [a1], { missing: 1 }, false],
    ["a key lacks on the right", [a1], [], { missing: 1 }, false],
    ["a value is new on the right", [a1], [a1, a2], { extra: 1 }, false],
    ["a key is new on the right", [], [a1], { extra: 1 }, false],
    ["a value became another one", [a1], [a2], { changed: 1 }, false],
    ["came out twice", [a1], [a1, a1], { repeated: 1 }, false],
    ["came out once of two", [a1, a1], [a1], { repeated: 1 }, false],
    ["a tombstone is not an empty value", [["a", null]], [["a", ""]], { changed: 1 }, false],
    [
      "null keys in another order are the same",
      [
        [null, "1"],
        [null, "2"],
      ],
      [
        [null, "2"],
        [null, "1"],
      ],
      {},
      true,
    ],
    ["the null key is not an empty one", [[null, "1"]], [["", "1"]], { extra: 1 }, false],
  ];
  test.each(cases)("%s", (_, left, right, keys, sameContents) => {
    const result = compare(left, right);
    expect(keysOf(result)).toEqual(keys);
    expect(result.sameContents).toBe(sameContents);
    expect(result.records).toEqual([left.length, right.length]);
  });
});

test("null keys are compared as a set of values with their counts", () => {
  const result = compare(
    [
      [null, "1"],
      [null, "1"],
      [null, "2"],
    ],
    [
      [null, "1"],
      [null, "3"],
    ],
  );
  expect(result).toMatchObject({
    keys: 0,
    nullKeyRecords: [3, 2],
    matched: 1,
    missing: 1,
    extra: 1,
    fewer: 1,
    more: 0,
  });
  expect(result.differences.missing).toEqual([
    { key: null, left: { partition: 0, offset: 2n, count: 1 }, right: null },
  ]);
});

test("a key in several partitions of a side has no order to compare, and is counted", () => {
  const result = compare(
    [
      ["a", "1", 0],
      ["a", "2", 0],
    ],
    [
      ["a", "2", 0],
      ["a", "1", 1],
    ],
  );
  expect(keysOf(result)).toEqual({ same: 1 });
  expect(result.spreadKeys).toEqual([0, 1]);
});

test("examples name a record of each side: what lacks there, what is new here, and where the order departs", () => {
  const left: Pair[] = [
    ["k", "0"],
    ["k", "1"],
    ["k", "2"],
    ["c", "old"],
    ["gone", "x"],
  ];
  const right: Pair[] = [
    ["new", "x"],
    ["c", "new"],
    ["k", "0"],
    ["k", "2"],
    ["k", "1"],
  ];
  const { reordered, changed, missing, extra } = compare(left, right).differences;
  const at = (offset: bigint) => ({ partition: 0, offset, count: 1 });
  expect(reordered.map(({ key, ...rest }) => [text(key), rest])).toEqual([["k", { left: at(1n), right: at(3n) }]]);
  expect(changed.map(({ key, ...rest }) => [text(key), rest])).toEqual([["c", { left: at(3n), right: at(1n) }]]);
  expect(missing.map(({ key, ...rest }) => [text(key), rest])).toEqual([["gone", { left: at(4n), right: null }]]);
  expect(extra.map(({ key, ...rest }) => [text(key), rest])).toEqual([["new", { left: null, right: at(0n) }]]);
});

test("when the missing and the extra records were written", () => {
  const result = compare(
    [
      ["a", "1"],
      ["b", "1"],
      ["c", "1"],
    ],
    [
      ["b", "1"],
      ["d", "1"],
    ],
  );
  expect(result.missingSpan).toEqual({ first: 1000, last: 1002 });
  expect(result.extraSpan).toEqual({ first: 1001, last: 1001 });
});

test("a long key is told by its first 64 bytes and its size", () => {
  const { missing } = compare([["k".repeat(100), "1"]], []).differences;
  expect(missing[0]!.key).toEqual({ bytes: new Uint8Array(Buffer.from("k".repeat(64))), size: 100 });
});

describe("beyond what it remembers", () => {
  const many = (to: number): Pair[] => Array.from({ length: to }, (_, n) => [`key-${n}`, `value-${n}`]);

  test("it compares a stated share of the keys, exactly, and still knows whether all contents are the same", () => {
    const result = compare(many(10_000), many(10_000), 1_000);
    expect(result.share).toBeLessThanOrEqual(1 / 8);
    expect(result.keys).toBeLessThanOrEqual(1_000);
    expect(Math.abs(result.keys - 10_000 * result.share)).toBeLessThan(150);
    expect(keysOf(result)).toEqual({ same: result.keys });
    expect(result).toMatchObject({ records: [10_000, 10_000], sameContents: true, matched: result.keys });
  });

  test("a difference outside the share shows in the contents of the whole", () => {
    const right = many(10_000).with(7, ["key-7", "other"]);
    const results = Array.from({ length: 10 }, (_, n) =>
      compare(many(10_000), right.with(n, [`key-${n}`, "other"]), 100),
    );
    for (const { sameContents } of results) expect(sameContents).toBe(false);
  });

  test("one key with more values than it remembers is left out, and memory stays bounded", () => {
    const values = Array.from({ length: 2_000 }, (_, n): Pair => ["hot", String(n)]);
    const result = compare(values, values.toReversed(), 500);
    expect(result.keys).toBe(0);
    expect(result).toMatchObject({ records: [2_000, 2_000], sameContents: true });
  });
});

// The same told the plain way: all values of every key, in order.
function plainly(left: readonly Pair[], right: readonly Pair[]) {
  const kinds: Record<string, number> = {};
  const totals = { matched: 0, missing: 0, extra: 0, more: 0, fewer: 0 };
  const valuesOf = (pairs: readonly Pair[], key: string | null) =>
    pairs.filter((pair) => pair[0] === key).map(([, value]) => (value === null ? "null" : `=${value}`));
  for (const key of new Set([...left, ...right].map(([name]) => name))) {
    const [ours, theirs] = [valuesOf(left, key), valuesOf(right, key)];
    for (const value of new Set([...ours, ...theirs])) {
      const [l, r] = [ours, theirs].map((all) => all.filter((other) => other === value).length) as [number, number];
      totals.matched += Math.min(l, r);
      if (r === 0) totals.missing += l;
      else if (l === 0) totals.extra += r;
      else totals[r > l ? "more" : "fewer"] += Math.abs(r - l);
    }
    const lacks = ours.some((value) => !theirs.includes(value));
    const news = theirs.some((value) => !ours.includes(value));
    const equal = ours.toSorted().join() === theirs.toSorted().join();
    const differing = lacks ? (news ? "changed" : "missing") : news ? "extra" : equal ? "reordered" : "repeated";
    const kind = ours.join() === theirs.join() ? "same" : differing;
    if (key !== null) kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { kinds, totals };
}

const pairs = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "", null), fc.constantFrom("1", "2", "3", "", null)), {
  maxLength: 14,
});
const mixtures = fc.tuple(pairs, pairs, fc.array(fc.boolean(), { maxLength: 28 }));

test("any two logs of one partition, read in any mixture, compare as they do the plain way", () => {
  fc.assert(
    fc.property(mixtures, ([left, right, turns]) => {
      const comparison = new LogComparison();
      const sides = [
        left.map((pair, at) => ({
          key: bytes(pair[0]),
          value: bytes(pair[1]),
          partition: 0,
          offset: BigInt(at),
          timestamp: 0,
        })),
        right.map((pair, at) => ({
          key: bytes(pair[0]),
          value: bytes(pair[1]),
          partition: 0,
          offset: BigInt(at),
          timestamp: 0,
        })),
      ] as const;
      const next = [0, 0];
      const step = (side: Side) => {
        const record = sides[side][next[side]!];
        if (record) comparison.add(side, record);
        next[side]! += 1;
      };
      for (const second of turns) step(second ? 1 : 0);
      for (const side of [0, 1] as const) while (next[side]! < sides[side].length) step(side);
      const result = comparison.result();
      const expected = plainly(left, right);
      expect(keysOf(result)).toEqual(expected.kinds);
      expect(result).toMatchObject(expected.totals);
      expect(result.matched + result.missing + result.fewer).toBe(left.length);
      expect(result.matched + result.extra + result.more).toBe(right.length);
    }),
    { numRuns: 500 },
  );
});
