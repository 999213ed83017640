import type { Series } from "@/lib/api/history.ts";

type Points = Series["points"];

const SMOOTHED = 3;
const NOISE = 0.01;

function smoothed(points: Points): { at: number; value: number }[] {
  const known = points.flatMap(([at, value]) => (value === null ? [] : [{ at, value }]));
  return known.map(({ at }, index) => {
    const near = known.slice(Math.max(0, index - SMOOTHED + 1), index + 1);
    return { at, value: near.reduce((sum, { value }) => sum + value, 0) / near.length };
  });
}

/** notFallenMs is for how long a lag has not fallen but for noise (1 %), told from means of three points; 0 when nothing lies unread. */
export function notFallenMs(points: Points): number {
  const means = smoothed(points);
  const newest = means.at(-1);
  if (!newest || newest.value <= 0) return 0;
  let since = newest.at;
  for (let index = means.length - 1; index > 0; index -= 1) {
    const [before, after] = [means[index - 1]!, means[index]!];
    if (after.value < before.value * (1 - NOISE) || before.value <= 0) break;
    since = before.at;
  }
  return newest.at - since;
}
