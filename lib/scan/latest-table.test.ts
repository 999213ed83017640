import { expect, test } from "vitest";
import { type LatestChoice, LatestTable, previewOf } from "./latest-table.ts";
import type { LogRecord } from "./record.ts";

const choice: LatestChoice = {
  search: "",
  deleted: "include",
  sort: "-time",
  limit: 10,
  keyAs: "auto",
  valueAs: "auto",
  maxBytes: 8,
};
const record = (key: string | null, value: string | null, offset: number, partition = 0) =>
  ({
    partition,
    offset: BigInt(offset),
    timestamp: BigInt(offset),
    key: key === null ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
  }) as LogRecord;
const fill = (table: LatestTable, ...records: LogRecord[]) => {
  for (const one of records) table.put(one);
  return table;
};
const keysOf = (table: LatestTable) => table.choose().rows.map(({ key }) => key.toString());

test("keys stand in the order asked for, the newest first by default", () => {
  const records = [record("a", "1", 1), record("b", "1", 2), record("a", "2", 3), record("c", null, 4)];
  expect(keysOf(fill(new LatestTable(choice, 1e8), ...records))).toEqual(["c", "a", "b"]);
  expect(keysOf(fill(new LatestTable({ ...choice, sort: "-updates" }, 1e8), ...records))).toEqual(["a", "b", "c"]);
  expect(keysOf(fill(new LatestTable({ ...choice, sort: "key", limit: 2 }, 1e8), ...records))).toEqual(["a", "b"]);
});

test("a search looks into keys and newest values, not into values that were replaced", () => {
  const records = [
    record("a", "Needle", 1),
    record("a", "hay", 2),
    record("b", "a NEEDLE", 3),
    record("needle", null, 4),
  ];
  const table = fill(new LatestTable({ ...choice, search: "needle" }, 1e8), ...records);
  expect(table.choose().matching).toBe(2);
  expect(keysOf(table)).toEqual(["needle", "b"]);
});

test("tombstones count as deleted until the key comes back", () => {
  const table = fill(new LatestTable(choice, 1e8), record("a", null, 1), record("b", null, 2), record("a", "x", 3));
  expect([table.keys, table.countDeleted()]).toEqual([2, 1]);
  expect(table.choose().rows.map((row) => table.isDeleted(row))).toEqual([false, true]);
});

test("records without a key are counted apart", () => {
  const table = fill(new LatestTable(choice, 1e8), record(null, "x", 1), record("a", "x", 2));
  expect([table.keys, table.recordsWithoutKey]).toEqual([1, 1]);
});

test("values go when they do not fit beside the keys, the keys stay", () => {
  const limit = 3 * 1024 * 1024;
  const large = { ...choice, maxBytes: 1000 };
  const table = new LatestTable(large, limit);
  table.put(record("a", "kept", 0));
  expect(table.valueOf(0)?.toString()).toBe("kept");
  for (let index = 0; index < 5000; index++) table.put(record(`k${index}`, "x".repeat(900), index + 1));
  expect(table.valueOf(0)).toBeNull();
  expect([table.keys, table.isFull]).toEqual([5001, false]);
  expect(table.bytes).toBeLessThanOrEqual(limit);
});

test("when the keys themselves do not fit, what is missing is counted", () => {
  const table = new LatestTable(choice, 1024 * 1024);
  for (let index = 0; index < 20_000; index++) table.put(record(`k${index}`, "x", index));
  expect(table.isFull).toBe(true);
  expect(table.keys + table.recordsLeftOut).toBe(20_000);
});

test.each([
  ["abc", 8, "abc"],
  ["abcdefgh", 8, "abcdefgh"],
  ["abcdefghi", 8, "abcdefghi"],
  ["abcdefghij", 8, "abcdefghi"],
  ["한글한글", 3, "한글"],
  ["한글", 1, "한"],
])("a preview of %j at %i bytes is %j: seen to be cut, never half a character", (value, most, preview) => {
  expect(previewOf(Buffer.from(value), most).toString()).toBe(preview);
});
