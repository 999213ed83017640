import { describe, expect, test } from "vitest";
import { lastRow, levelGap, sampledSince, unreadPoints, type WaterRow, waterRows } from "./waterline-rows.ts";

const row = (at: number, end: number | null, committed: number | null, start: number | null = 0): WaterRow => ({
  at,
  end,
  committed,
  start,
});

test("waterRows puts three lines beside each other by their moments", () => {
  const rows = waterRows({
    end: [
      [0, 10],
      [1, 20],
    ],
    committed: [[1, 15]],
    start: [[0, 0]],
  });
  expect(rows).toEqual([row(0, 10, null, 0), row(1, 20, 15, null)]);
});

test("unreadPoints does not count what was deleted, and is a gap where an offset is unknown", () => {
  const rows = [row(0, 100, 40), row(1, 100, 40, 60), row(2, 100, 120), row(3, 100, null), row(4, null, 4)];
  expect(unreadPoints(rows).map(([, value]) => value)).toEqual([60, 40, 0, null, null]);
});

describe("lastRow", () => {
  test("is the newest that knows end and commit", () => {
    expect(lastRow([row(0, 10, 5), row(1, 20, 8), row(2, null, 9)])?.at).toBe(1);
  });

  test("is none when that lies too far back", () => {
    expect(lastRow([row(0, 10, 5), row(1, null, null), row(2, null, null), row(3, null, null)])).toBeNull();
  });
});

test("sampledSince is the first row that knows end and commit", () => {
  expect(sampledSince([row(0, 10, null), row(1, 20, 8), row(2, 30, 9)])).toBe(1);
  expect(sampledSince([row(0, 10, null)])).toBeNull();
});

describe("levelGap", () => {
  test("reaches back to where the high watermark was what is committed now, between two rows", () => {
    expect(levelGap([row(0, 100, 0), row(10, 200, 0), row(20, 300, 150)])).toEqual({
      from: 5,
      to: 20,
      offset: 150,
      cut: false,
    });
  });

  test("begins where an end that stood still moved on", () => {
    expect(levelGap([row(0, 100, 0), row(10, 100, 0), row(20, 300, 100)])?.from).toBe(10);
  });

  test("is cut at the first row when that was longer ago", () => {
    expect(levelGap([row(0, 100, 0), row(10, 200, 50)])).toEqual({ from: 0, to: 10, offset: 50, cut: true });
  });

  test("is none when everything is read, or nothing is known", () => {
    expect(levelGap([row(0, 100, 100)])).toBeNull();
    expect(levelGap([row(0, 100, 120)])).toBeNull();
    expect(levelGap([row(0, null, null)])).toBeNull();
  });
});
