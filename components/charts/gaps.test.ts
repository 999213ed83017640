import { describe, expect, test } from "vitest";
import { isAlone, missingBands } from "./gaps.ts";

const span = { from: 0, to: 100, step: 10 };
const row = (at: number, ...values: (number | null)[]) => ({ at, values });
const line = (...known: number[]) => known.map((at) => row(at, 1));

describe("missingBands are the times without samples", () => {
  test.each([
    ["nothing at all", [], [{ from: 0, to: 100 }]],
    ["only nulls", [row(10, null, null), row(20, null, null)], [{ from: 0, to: 100 }]],
    ["every point", line(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100), []],
    ["one short of the right edge", line(10, 20, 30, 40, 50, 60, 70, 80, 90), []],
    ["sampled since 60", line(60, 70, 80, 90), [{ from: 0, to: 60 }]],
    ["ended at 20", line(0, 10, 20), [{ from: 20, to: 100 }]],
    ["two points of none", line(0, 10, 20, 30, 60, 70, 80, 90), [{ from: 30, to: 60 }]],
    ["one line goes on", [...line(0, 10, 20, 30, 40, 50), row(60, null, 3), ...line(70, 80, 90)], []],
  ])("%s", (_, rows, bands) => expect(missingBands(rows, span)).toEqual(bands));
});

describe("isAlone finds what a line would not show", () => {
  test.each([
    [[1], 0, true],
    [[1, 2], 0, false],
    [[null, 0, null], 1, true],
    [[null, 0, null], 0, false],
    [[1, null, 3, 4], 0, true],
  ])("%j at %d -> %s", (values, index, alone) => expect(isAlone(values, index)).toBe(alone));
});
