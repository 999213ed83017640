import { describe, expect, test } from "vitest";
import { tickLabel, valueTicks } from "./value-ticks.ts";

describe("valueTicks are round, from 0, and at most as many as asked for", () => {
  test.each([
    [0, "records/s", 5, [0, 1]],
    [0.3, "records/s", 5, [0, 0.1, 0.2, 0.3]],
    [0.3, "records", 5, [0, 1]],
    [7, "records/s", 5, [0, 2, 4, 6, 8]],
    [100, "records/s", 5, [0, 50, 100]],
    [120_800, "records/s", 5, [0, 50_000, 100_000, 150_000]],
    [85_900_000, "records", 3, [0, 50_000_000, 100_000_000]],
    [39_800_000, "bytes/s", 5, [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000]],
    [300, "ms", 3, [0, 200, 400]],
    [50_000, "ms", 3, [0, 30_000, 60_000]],
    [3_840_000, "ms", 3, [0, 3_600_000, 7_200_000]],
    [40 * 86_400_000, "ms", 3, [0, 20 * 86_400_000, 40 * 86_400_000]],
  ] as const)("%d %s, %d", (peak, unit, most, ticks) => expect(valueTicks(peak, unit, most)).toEqual(ticks));
});

describe("tickLabel is short", () => {
  test.each([
    [0, "bytes/s", "0"],
    [0.2, "records/s", "0.2"],
    [50_000, "records/s", "50k"],
    [2_500, "records", "2.5k"],
    [100_000_000, "records", "100M"],
    [10_000_000, "bytes/s", "10\u202fMB/s"],
    [300_000, "ms", "5\u202fmin"],
  ] as const)("%d %s -> %s", (value, unit, label) => expect(tickLabel(value, unit, "en")).toBe(label));
});
