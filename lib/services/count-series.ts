import "server-only";
import type { Measure, Series, SeriesUnit } from "../api/history.ts";
import { toSteps } from "../domain/offset-steps.ts";
import { splitTop } from "../domain/top-series.ts";
import { absentCount } from "../history/codec.ts";
import type { CountSamples, Interval, Span } from "../history/store.ts";

const shownSeries = 8;

const units: Record<Measure, SeriesUnit> = {
  produced: "records/s",
  due: "records/s",
  consumed: "records/s",
  bytes: "bytes/s",
  bytesOut: "bytes/s",
  lag: "records",
  timeLag: "ms",
  end: "offset",
  committed: "offset",
  start: "offset",
};

/** unitOf gives the unit of a measure. */
export function unitOf(measure: Measure): SeriesUnit {
  return units[measure];
}

// A count that is not known makes the sum unknown; where there was nothing to count, there is nothing to add.
function sumOf(counts: Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length).fill(absentCount);
  for (const values of counts) {
    for (let index = 0; index < length; index++) {
      const value = values[index]!;
      if (value === absentCount) continue;
      sum[index] = sum[index] === absentCount ? value : sum[index]! + value;
    }
  }
  return sum;
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, count) => (count > 0 ? sum + count : sum), 0);
}

/** ratePoints makes rates per second of counts, on the grid of a span. */
export function ratePoints(intervals: Interval[], counts: Float64Array, { stepMs, from, to }: Span): Series["points"] {
  const increments = intervals.flatMap(({ at, coveredMs }, index) => {
    const count = counts[index]!;
    if (coveredMs === 0 || count === absentCount) return [];
    return [{ at, since: at - coveredMs, value: Number.isNaN(count) ? null : count }];
  });
  return toSteps(increments, stepMs, from, to);
}

// A level is as it was at the last sample of a step.
function levelPoints(intervals: Interval[], counts: Float64Array, { stepMs, from, to }: Span): Series["points"] {
  const levels = new Map<number, number | null>();
  intervals.forEach(({ at }, index) => {
    const level = counts[index]!;
    const cell = Math.ceil(at / stepMs) * stepMs;
    if (level !== absentCount) levels.set(cell, Number.isNaN(level) ? null : level);
  });
  const first = Math.floor(from / stepMs) * stepMs + stepMs;
  const cells = Math.max(0, Math.floor((to - first) / stepMs) + 1);
  return Array.from({ length: cells }, (_, index) => {
    const at = first + index * stepMs;
    return [at, levels.get(at) ?? null];
  });
}

/** countSeries makes the lines of one measure: the largest eight elements, the others together, and the total. `rank` orders elements the same for every measure of a chart; without it the largest by this measure come first. */
export function countSeries(
  { intervals, counts }: CountSamples,
  measure: Measure,
  span: Span,
  rank?: string[],
): Series[] {
  const points = measure === "lag" ? levelPoints : ratePoints;
  const line = (kind: Series["kind"], name: string, values: Float64Array): Series => ({
    name,
    kind,
    measure,
    unit: unitOf(measure),
    estimate: false,
    points: points(intervals, values, span),
  });
  const elements = [...counts].map(([name, values]) => ({ name, values }));
  const chosen = rank ?? rankOf({ intervals, counts });
  const top = chosen.flatMap((name) => elements.filter((element) => element.name === name));
  const others = elements.filter(({ name }) => !chosen.includes(name)).map(({ values }) => values);
  return [
    ...top.map(({ name, values }) => line("element", name, values)),
    ...(others.length > 0 ? [line("others", "", sumOf(others, intervals.length))] : []),
    line("total", "", sumOf([...counts.values()], intervals.length)),
  ];
}

/** rankOf names the elements that get a line of their own, largest first. */
export function rankOf({ counts }: CountSamples): string[] {
  const sized = [...counts].map(([name, values]) => ({ name, size: total(values) }));
  return splitTop(sized, ({ size }) => size, shownSeries).top.map(({ name }) => name);
}
