import { absentCount } from "./codec.ts";
import type { PromSeries } from "./prometheus-client.ts";
import { countsAt, type Grid, type Moment } from "./prometheus-grid.ts";
import type { CountSamples, Interval } from "./store.ts";

function keyOf({ metric }: PromSeries): string {
  return JSON.stringify(Object.entries(metric).toSorted());
}

// Of two exporters that tell of the same, the one that knows: the larger, since one that lags behind catches up later.
function better(one: number, other: number): number {
  if (one === absentCount || Number.isNaN(one)) return other === absentCount ? one : other;
  return other > one ? other : one;
}

/** countsOf makes counts of the answers to countQueries: `sum`, `fell`, `told` and `led`. A count is not known (NaN) where an offset fell, or where a partition that has a leader was not told. */
export function countsOf(
  [sums = [], ...others]: PromSeries[][],
  label: string,
  grid: Grid,
  moments: Moment[],
): CountSamples {
  const indexes = moments.map(({ index }) => index);
  const [fell, told, led] = others.map(
    (series) => new Map(series.map((each) => [keyOf(each), countsAt(each, grid, indexes)])),
  );
  const counts = new Map<string, Float64Array>();
  for (const series of sums) {
    const name = series.metric[label];
    if (name === undefined) continue;
    const key = keyOf(series);
    const [falls, seen, expected] = [fell?.get(key), told?.get(key), led?.get(key)];
    const own = countsAt(series, grid, indexes).map((count, at) => {
      const missing = expected !== undefined && expected[at]! > (seen?.[at] ?? 0);
      return missing || (falls !== undefined && falls[at] !== absentCount) ? Number.NaN : count;
    });
    const before = counts.get(name);
    counts.set(name, before ? own.map((count, at) => better(count, before[at]!)) : own);
  }
  return { intervals: moments.map(({ at, coveredMs }): Interval => ({ at, coveredMs })), counts };
}
