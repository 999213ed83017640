import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DuplicateFinder, type ProducedRecord } from "./find-duplicates.ts";

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text));

function record(change: Partial<ProducedRecord> & { offset: bigint }): ProducedRecord {
  return {
    key: bytes("a"),
    value: bytes("1"),
    partition: 0,
    timestamp: Number(change.offset) * 1_000,
    producerId: -1n,
    producerEpoch: -1,
    sequence: null,
    ...change,
  };
}

function find(by: "content" | "sequence", records: ProducedRecord[], options = {}) {
  const finder = new DuplicateFinder(by, options);
  for (const each of records) finder.add(each);
  const groups = finder.takeChanged().map(({ key, first, copies, latest }) => ({
    first,
    copies,
    latest,
    key: key === null ? null : Buffer.from(key.bytes).toString(),
  }));
  return { ...finder.result(), shown: groups };
}

describe("by key and value", () => {
  test("a record, its copies, and how far apart they are", () => {
    const found = find("content", [
      record({ offset: 0n }),
      record({ offset: 1n, value: bytes("2") }),
      record({ offset: 2n, timestamp: 500 }),
      record({ offset: 3n, partition: 1, timestamp: 7_200_000 }),
    ]);
    expect(found).toMatchObject({
      records: 4,
      duplicates: 2,
      groups: 1,
      otherPartition: 1,
      distances: [1, 0, 0, 1, 0],
    });
    expect(found.shown).toEqual([
      {
        key: "a",
        copies: 2,
        first: { partition: 0, offset: 0n, timestamp: 0 },
        latest: [
          { partition: 0, offset: 2n, timestamp: 500 },
          { partition: 1, offset: 3n, timestamp: 7_200_000 },
        ],
      },
    ]);
    expect(found.topKeys).toEqual([{ key: { bytes: new Uint8Array([97]), size: 1 }, copies: 2 }]);
  });

  test("null keys and tombstones are contents of their own", () => {
    const contents = [
      [null, null],
      [null, ""],
      ["", null],
      ["", ""],
      [null, null],
    ] as const;
    const found = find(
      "content",
      contents.map(([key, value], at) => record({ offset: BigInt(at), key: bytes(key), value: bytes(value) })),
    );
    expect(found).toMatchObject({ duplicates: 1, groups: 1, topKeys: [] });
    expect(found.shown).toMatchObject([{ key: null, first: { offset: 0n }, latest: [{ offset: 4n }] }]);
  });

  test("of many copies the latest five are shown, and all are counted", () => {
    const found = find(
      "content",
      Array.from({ length: 9 }, (_, at) => record({ offset: BigInt(at) })),
    );
    expect(found.shown).toMatchObject([{ copies: 8, first: { offset: 0n } }]);
    expect(found.shown[0]!.latest.map(({ offset }) => offset)).toEqual([4n, 5n, 6n, 7n, 8n]);
  });

  test("the groups with the most copies are kept", () => {
    const values = ["x", "x", "y", "y", "z", "z", "z"];
    const found = find(
      "content",
      values.map((value, at) => record({ offset: BigInt(at), value: bytes(value) })),
      { most: 2 },
    );
    expect(found).toMatchObject({ groups: 3, duplicates: 4 });
    expect(found.shown.map(({ first, copies }) => [first.offset, copies])).toEqual([
      [0n, 1],
      [4n, 2],
    ]);
  });
});

describe("by the producer's sequence", () => {
  const sent = (offset: bigint, sequence: number, change = {}) =>
    record({ offset, producerId: 7n, producerEpoch: 0, sequence, value: bytes(String(offset)), ...change });

  test("the same id, epoch and sequence in the same partition is the same record, whatever it holds", () => {
    const others = [{ producerId: 8n }, { producerEpoch: 1 }, { partition: 1 }];
    const found = find("sequence", [
      sent(0n, 0),
      ...others.map((change, at) => sent(BigInt(at + 1), 0, change)),
      sent(4n, 1),
      sent(5n, 0),
    ]);
    expect(found).toMatchObject({ records: 6, duplicates: 1, groups: 1, withoutSequence: 0 });
    expect(found.shown).toMatchObject([{ first: { offset: 0n }, latest: [{ offset: 5n }] }]);
  });

  test("records of a producer that is not idempotent are left out and counted", () => {
    expect(find("sequence", [record({ offset: 0n }), record({ offset: 1n })])).toMatchObject({
      records: 2,
      duplicates: 0,
      withoutSequence: 2,
    });
  });
});

const contents = fc.array(fc.nat(12), { maxLength: 80 });

test("with room for all it finds what a plain count finds; with less never more, and every copy within the window", () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 1, max: 12 }), (numbers, window) => {
      const records = numbers.map((n, at) => record({ offset: BigInt(at), value: bytes(String(n)) }));
      const all = numbers.length - new Set(numbers).size;
      const within = numbers.filter((n, at) => {
        const before = numbers.lastIndexOf(n, at - 1);
        return at > 0 && before >= 0 && new Set(numbers.slice(before + 1, at)).size < window;
      }).length;
      expect(find("content", records).duplicates).toBe(all);
      const { duplicates } = find("content", records, { window });
      expect(duplicates).toBeLessThanOrEqual(all);
      expect(duplicates).toBeGreaterThanOrEqual(within);
    }),
    { numRuns: 300 },
  );
});
