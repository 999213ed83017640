import { describe, expect, test } from "vitest";
import { bandPath, fillsOf, linePath } from "./water-paths.ts";
import type { WaterRow } from "./waterline-rows.ts";

const scale = { x: (at: number) => at, y: (offset: number) => 100 - offset };
const row = (at: number, end: number | null, committed: number | null, start: number | null = 0): WaterRow => ({
  at,
  end,
  committed,
  start,
});

describe("linePath", () => {
  test("breaks where the line is not known, and shows a value alone", () => {
    const rows = [row(0, 10, null), row(1, 20, null), row(2, null, null), row(3, 30, null)];
    expect(linePath(rows, ({ end }) => end, scale)).toBe("M0,90L1,80M3,70h1");
  });

  test("is empty when nothing is known", () => {
    expect(linePath([row(0, null, null)], ({ end }) => end, scale)).toBe("");
  });
});

describe("bandPath", () => {
  test("goes along the upper line and back along the lower", () => {
    const rows = [row(0, 10, 5), row(1, 20, 6)];
    expect(bandPath(rows, fillsOf.unread.low, fillsOf.unread.high, scale)).toBe("M0,90L1,80L1,94L0,95Z");
  });

  test("closes to nothing where the lower line is above, and needs two moments", () => {
    expect(bandPath([row(0, 10, 15), row(1, 20, 25)], fillsOf.unread.low, fillsOf.unread.high, scale)).toBe(
      "M0,90L1,80L1,80L0,90Z",
    );
    expect(bandPath([row(0, 10, 5)], fillsOf.unread.low, fillsOf.unread.high, scale)).toBe("");
  });
});

describe("fillsOf", () => {
  test("kept lies between log start and commit, not beyond the end, and is nothing when the commit was deleted", () => {
    expect(fillsOf.kept.high(row(0, 10, 5, 2))).toBe(5);
    expect(fillsOf.kept.high(row(0, 10, 15, 2))).toBe(10);
    expect(fillsOf.kept.high(row(0, 10, 1, 2))).toBe(2);
    expect(fillsOf.kept.high(row(0, 10, null, 2))).toBeNull();
  });

  test("unread begins at the log start when that is further than the commit", () => {
    expect(fillsOf.unread.low(row(0, 10, 1, 2))).toBe(2);
    expect(fillsOf.unread.low(row(0, 10, 5, null))).toBe(5);
    expect(fillsOf.unread.low(row(0, 10, null, 2))).toBeNull();
  });

  test("lost lies between commit and log start", () => {
    expect([fillsOf.lost.low(row(0, 10, 1, 4)), fillsOf.lost.high(row(0, 10, 1, 4))]).toEqual([1, 4]);
  });
});
