import { describe, expect, test } from "vitest";
import type { Points } from "./rows.ts";
import { summaryOf } from "./summary.ts";

const none = { now: null, mean: null, peak: null, peakAt: null, sum: null };

describe("summaryOf sums a line up", () => {
  test.each<[Points, ReturnType<typeof summaryOf>]>([
    [[], none],
    [[[1, null]], none],
    [
      [
        [1, 4],
        [2, 8],
        [3, 6],
      ],
      { now: 6, mean: 6, peak: 8, peakAt: 2, sum: 180 },
    ],
    [
      [
        [1, 4],
        [2, null],
        [3, null],
      ],
      { now: 4, mean: 4, peak: 4, peakAt: 1, sum: 40 },
    ],
    [
      [
        [1, 4],
        [2, null],
        [3, null],
        [4, null],
      ],
      { now: null, mean: 4, peak: 4, peakAt: 1, sum: 40 },
    ],
    [
      [
        [1, 0],
        [2, 0],
      ],
      { now: 0, mean: 0, peak: 0, peakAt: 1, sum: 0 },
    ],
  ])("%j", (points, summary) => expect(summaryOf(points, 10_000)).toEqual(summary));
});
