import type { Points } from "./rows.ts";

/** Summary is what a line says in figures: its newest value, mean, peak and when, and what a rate adds up to. */
export type Summary = {
  now: number | null;
  mean: number | null;
  peak: number | null;
  peakAt: number | null;
  sum: number | null;
};

/** summaryOf sums a line up. Times without a value count neither for the mean nor for the sum; `now` is the last known value, unless more than three points lie behind it. */
export function summaryOf(points: Points, stepMs: number): Summary {
  let [count, total, peak, peakAt] = [0, 0, Number.NEGATIVE_INFINITY, 0];
  for (const [at, value] of points) {
    if (value === null) continue;
    count += 1;
    total += value;
    if (value > peak) [peak, peakAt] = [value, at];
  }
  if (count === 0) return { now: null, mean: null, peak: null, peakAt: null, sum: null };
  return { now: latest(points), mean: total / count, peak, peakAt, sum: (total * stepMs) / 1_000 };
}

/** latest is a line's newest value; null when its last three points have none. */
export function latest(points: Points): number | null {
  return points.slice(-3).findLast(([, value]) => value !== null)?.[1] ?? null;
}
