import { absentCount } from "./codec.ts";
import type { PromSeries } from "./prometheus-client.ts";
import type { Interval, Span } from "./store.ts";

/** Grid is the points that Prometheus is asked for: multiples of the step since the epoch, from the one at or before the span's begin to the one at or after its end. */
export type Grid = { first: number; stepMs: number; points: number };

/** gridOf lays the grid of a span. */
export function gridOf({ from, to, stepMs }: Span): Grid {
  const first = Math.floor(from / stepMs) * stepMs;
  return { first, stepMs, points: Math.max(0, Math.ceil(to / stepMs) - first / stepMs) + 1 };
}

/** timeAt gives the time of a point (epoch ms). */
export function timeAt({ first, stepMs }: Grid, index: number): number {
  return first + index * stepMs;
}

/** eachValue calls `take` with the index and the text of each value of a series that lies on the grid. */
export function eachValue(
  { values }: PromSeries,
  { first, stepMs, points }: Grid,
  take: (index: number, text: string) => void,
): void {
  for (const [seconds, text] of values) {
    const index = Math.round((seconds * 1000 - first) / stepMs);
    if (index >= 0 && index < points) take(index, text);
  }
}

/** Moment is a point of the grid at which Prometheus held a sample that it did not hold at the point before: `at` is when that was taken, `coveredMs` how long after the one before, 0 when that is not known. */
export type Moment = Interval & { index: number };

/** momentsOf finds them in the answer to sampledQuery. Where the step is finer than what is scraped, or a scrape finds nothing new, points repeat a sample: they would tell of standstill and leaps that never were. */
export function momentsOf(answer: PromSeries[], grid: Grid, { from, to }: Span): Moment[] {
  const sampled = new Float64Array(grid.points).fill(Number.NaN);
  for (const series of answer)
    eachValue(series, grid, (index, text) => (sampled[index] = Math.round(Number(text) * 1000)));
  return Array.from(sampled, (at, index): Moment => {
    const before = sampled[index - 1] ?? Number.NaN;
    return { index, at, coveredMs: at > before ? at - before : 0 };
  }).filter(({ index, at }) => at >= from && at <= to && at !== sampled[index - 1]);
}

/** offsetsAt takes a series' offsets at moments; null is a gap. */
export function offsetsAt(series: PromSeries, grid: Grid, moments: Moment[]): (bigint | null)[] {
  const offsets: (bigint | null)[] = Array.from({ length: grid.points }, () => null);
  eachValue(series, grid, (index, text) => {
    const offset = Number(text);
    if (Number.isFinite(offset)) offsets[index] = BigInt(Math.round(offset));
  });
  return moments.map(({ index }) => offsets[index]!);
}

/** countsAt takes a series' counts at points: NaN as it is told, absentCount where there is none. */
export function countsAt(series: PromSeries, grid: Grid, indexes: number[]): Float64Array {
  const counts = new Float64Array(grid.points).fill(absentCount);
  eachValue(series, grid, (index, text) => (counts[index] = Number(text)));
  return Float64Array.from(indexes, (index) => counts[index]!);
}

/** columnsBy puts series into columns by their label `partition`; partitions that have none stay columns of gaps. */
export function columnsBy(series: PromSeries[], grid: Grid, moments: Moment[]): (bigint | null)[][] {
  const columns: (bigint | null)[][] = [];
  for (const each of series) {
    const partition = Number(each.metric["partition"]);
    if (Number.isInteger(partition) && partition >= 0) columns[partition] = offsetsAt(each, grid, moments);
  }
  return Array.from(columns, (column) => column ?? moments.map(() => null));
}
