import { expect, test } from "vitest";
import { notFallenMs } from "./lag-trend.ts";

const points = (...values: (number | null)[]) => values.map((value, at): [number, number | null] => [at, value]);

test.each([
  ["while it grows", points(10, 20, 30, 40, 50), 4],
  ["while it stands still", points(10, 10, 10, 10), 3],
  ["since it last fell", points(900, 600, 300, 300, 300, 300, 400), 2],
  ["with noise within one percent", points(1000, 1000, 999, 1000, 998), 4],
  ["across a gap", points(10, 20, null, 40, 50), 4],
  ["since it began to be", points(0, 0, 0, 10, 20, 30), 2],
])("notFallenMs counts %s", (_, lag, expected) => {
  expect(notFallenMs(lag)).toBe(expected);
});

test.each([
  ["a lag that falls", points(50, 40, 30, 20, 10)],
  ["no lag", points(0, 0, 0)],
  ["nothing sampled", points(null, null)],
  ["no points", []],
])("notFallenMs is 0 for %s", (_, lag) => {
  expect(notFallenMs(lag)).toBe(0);
});
