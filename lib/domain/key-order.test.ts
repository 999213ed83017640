import { expect, test } from "vitest";
import { assessKeyOrder, findStays, type KeyEvent } from "./key-order.ts";

type Told = [partition: number, offset: number, timestamp: number, value: string | null];

const history = (...told: Told[]): KeyEvent[] =>
  told.map(([partition, offset, timestamp, value]) => ({ partition, offset: BigInt(offset), timestamp, value }));
const codes = (events: KeyEvent[]) => assessKeyOrder(events).map(({ code }) => code);

test.each<[string, KeyEvent[]]>([
  ["no record", []],
  ["one record", history([3, 7, 100, "a"])],
  ["each with a new value, later than the one before", history([3, 7, 100, "a"], [3, 9, 200, "b"], [3, 12, 200, "a"])],
])("nothing is odd about %s", (_, events) => {
  expect(assessKeyOrder(events)).toEqual([]);
});

test("a key that moved once stands in two partitions, one after the other", () => {
  const events = history([5, 40, 300, "c"], [2, 10, 100, "a"], [2, 11, 200, "b"]);
  expect(assessKeyOrder(events)).toEqual([
    {
      code: "SEVERAL_PARTITIONS",
      moved: true,
      stays: [
        { partition: 2, records: 2, firstMs: 100, lastMs: 200 },
        { partition: 5, records: 1, firstMs: 300, lastMs: 300 },
      ],
    },
  ]);
});

test("a key that two producers place differently did not move", () => {
  const events = history([2, 10, 100, "a"], [5, 40, 150, "b"], [2, 11, 200, "c"]);
  expect(assessKeyOrder(events)).toMatchObject([{ code: "SEVERAL_PARTITIONS", moved: false }]);
});

test("a key that went to three partitions and never came back moved", () => {
  const events = history([2, 10, 100, "a"], [0, 3, 200, "b"], [1, 9, 300, "c"]);
  expect(assessKeyOrder(events)).toMatchObject([{ moved: true }]);
  expect(findStays(events).map(({ partition }) => partition)).toEqual([2, 0, 1]);
});

test("an earlier time than the record before is told with its distance, whatever order the records come in", () => {
  const events = history([1, 12, 160, "c"], [1, 9, 100, "a"], [1, 11, 150, "d"], [1, 10, 200, "b"]);
  expect(assessKeyOrder(events)).toEqual([
    { code: "TIME_BACKWARDS", partition: 1, offset: 11n, previous: 10n, backMs: 50 },
  ]);
});

test("times of different partitions are not compared", () => {
  expect(codes(history([1, 9, 200, "a"], [2, 10, 100, "b"]))).toEqual(["SEVERAL_PARTITIONS"]);
});

test("the same value twice in a row is told, with other values between it is not", () => {
  const events = history([1, 1, 1, "a"], [1, 2, 2, "a"], [1, 3, 3, "b"], [1, 4, 4, "a"]);
  expect(assessKeyOrder(events)).toEqual([{ code: "SAME_VALUE", partition: 1, offset: 2n, previous: 1n }]);
});

test("a tombstone is told, and whether anything follows", () => {
  const events = history([1, 1, 1, "a"], [1, 2, 2, null], [1, 3, 3, "b"], [1, 4, 4, null]);
  expect(assessKeyOrder(events)).toEqual([
    { code: "TOMBSTONE", partition: 1, offset: 2n, last: false },
    { code: "TOMBSTONE", partition: 1, offset: 4n, last: true },
  ]);
});

test("two tombstones in a row are the same value", () => {
  expect(codes(history([1, 1, 1, null], [1, 2, 2, null]))).toEqual(["TOMBSTONE", "SAME_VALUE", "TOMBSTONE"]);
});

test("offsets beyond 2^53 stay in order", () => {
  const huge = 2n ** 60n;
  const events: KeyEvent[] = [huge + 1n, huge].map((offset, index) => ({
    partition: 0,
    offset,
    timestamp: 200 - index,
    value: String(index),
  }));
  expect(assessKeyOrder(events)).toEqual([]);
});
