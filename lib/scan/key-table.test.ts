import * as fc from "fast-check";
import { expect, test } from "vitest";
import { KeyTable } from "./key-table.ts";

const record = (key: string | Buffer, partition: number, offset: number, flags = 0) => ({
  key: Buffer.from(key as string),
  partition,
  offset: BigInt(offset),
  timestamp: offset * 10,
  size: offset % 100,
  flags,
});
const entries = (table: KeyTable) => Array.from({ length: table.size }, (_, index) => table.entry(index));

test("the newest record of each key and partition stays, with how many there were", () => {
  const records = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), partition: fc.integer({ min: 0, max: 2 }) }), {
    maxLength: 500,
  });
  fc.assert(
    fc.property(records, (list) => {
      const fresh = new KeyTable(1e8);
      const expected = new Map<string, { offset: bigint; updates: number }>();
      list.forEach(({ key, partition }, offset) => {
        fresh.put(record(key, partition, offset));
        const id = `${partition} ${key}`;
        expected.set(id, { offset: BigInt(offset), updates: (expected.get(id)?.updates ?? 0) + 1 });
      });
      const told = entries(fresh).map(({ key, partition, offset, updates }) => [
        `${partition} ${key.toString()}`,
        { offset, updates },
      ]);
      expect(new Map(told as never)).toEqual(expected);
      expect(fresh.size).toBe(expected.size);
    }),
  );
});

test("100,000 keys are all found again, over many pages and rehashes", () => {
  const table = new KeyTable(1e8);
  for (let round = 0; round < 2; round++)
    for (let index = 0; index < 100_000; index++) table.put(record(`key-${index}`, index % 7, round * 100_000 + index));
  expect(table.size).toBe(100_000);
  for (const index of [0, 1, 4095, 4096, 99_999])
    expect(table.entry(index)).toMatchObject({ partition: index % 7, offset: BigInt(100_000 + index), updates: 2 });
  expect(table.bytes).toBeLessThan(100_000 * 90);
});

test("a key in several partitions is marked in each, an update keeps the mark", () => {
  const table = new KeyTable(1e8);
  table.put(record("a", 0, 1));
  table.put(record("b", 0, 2));
  table.put(record("a", 3, 1));
  table.put(record("a", 0, 3, 5));
  expect(entries(table).map(({ key, elsewhere, flags }) => [key.toString(), elsewhere, flags])).toEqual([
    ["a", true, 5],
    ["b", false, 0],
    ["a", true, 0],
  ]);
});

test("when the memory is full new keys are refused, and known ones still kept up to date", () => {
  const limit = 2 * 1024 * 1024;
  const table = new KeyTable(limit);
  let refused = 0;
  for (let index = 0; index < 50_000; index++) if (table.put(record(`key-${index}`, 0, index)) < 0) refused += 1;
  expect(table.bytes).toBeLessThanOrEqual(limit);
  expect(table.full).toBe(true);
  expect(table.size + refused).toBe(50_000);
  expect(table.size).toBeGreaterThan(10_000);
  expect(table.put(record("key-0", 0, 60_000))).toBe(0);
  expect(table.entry(0).offset).toBe(60_000n);
  expect(table.put(record("new", 0, 60_001))).toBe(-1);
});

test("a key larger than a page is kept, an empty one too", () => {
  const table = new KeyTable(1e8);
  const large = Buffer.alloc(1_000_000, 7);
  table.put(record(large, 0, 1));
  table.put(record("", 0, 2));
  expect(table.entry(0).key.equals(large)).toBe(true);
  expect(table.entry(1).key.length).toBe(0);
});
