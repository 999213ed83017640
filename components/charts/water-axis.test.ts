import { describe, expect, test } from "vitest";
import { offsetLabel, waterAxis } from "./water-axis.ts";

const row = (end: number | null, committed: number | null, start: number | null) => ({ at: 0, end, committed, start });

describe("waterAxis", () => {
  test("fits round values around the lines, and does not begin at 0", () => {
    expect(waterAxis([row(2412, 2375, 2340)], false)).toEqual({
      low: 2340,
      high: 2420,
      step: 20,
      ticks: [2340, 2360, 2380, 2400, 2420],
      startBelow: false,
    });
  });

  test("leaves a far log start below it, unless the whole is wanted", () => {
    expect(waterAxis([row(1_000_100, 1_000_000, 0)], false)).toMatchObject({ low: 1_000_000, startBelow: true });
    expect(waterAxis([row(1_000_100, 1_000_000, 0)], true)).toMatchObject({ low: 0, startBelow: false });
  });

  test("has room for lines that do not move", () => {
    expect(waterAxis([row(7, 7, 7)], false)).toMatchObject({ low: 7, high: 8 });
    expect(waterAxis([row(0, 0, 0)], false)).toMatchObject({ low: 0, high: 1 });
  });

  test("is none when nothing is known", () => {
    expect(waterAxis([row(null, null, null)], false)).toBeNull();
  });

  test("has at most six values", () => {
    for (const spread of [3, 17, 99, 1234, 80_001, 7_777_777]) {
      expect(waterAxis([row(5_000_000 + spread, 5_000_000, 5_000_000)], false)!.ticks.length).toBeLessThanOrEqual(6);
    }
  });
});

test.each([
  [2_400, 100, "2,400"],
  [999_999, 1, "999,999"],
  [2_440_000_000, 40_000_000, "2.44B"],
  [2_400_000_000, 200_000_000, "2.4B"],
  [37_000_000, 1_000_000, "37M"],
  [2_374_604_100, 100, "…604,100"],
])("offsetLabel(%d, %d) is %s", (value, step, text) => {
  expect(offsetLabel(value, step, "en")).toBe(text);
});
