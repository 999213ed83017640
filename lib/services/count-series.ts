import "server-only";
import type { Measure, Series, SeriesUnit } from "../api/history.ts";
import { toSteps } from "../domain/offset-steps.ts";
import { absentCount } from "../history/codec.ts";
import type { Interval, Span, TopSamples } from "../history/store.ts";
import { absentColumn, addCounts } from "../history/top-counts.ts";

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

function toSeries(
  { name, kind, measure }: Pick<Series, "name" | "kind" | "measure">,
  intervals: Interval[],
  counts: Float64Array,
  span: Span,
): Series {
  const points = measure === "lag" ? levelPoints : ratePoints;
  return { name, kind, measure, unit: unitOf(measure), estimate: false, points: points(intervals, counts, span) };
}

/** totalSeries makes the line of a measure's total. */
export function totalSeries({ intervals, top, others }: TopSamples, measure: Measure, span: Span): Series {
  const sum = absentColumn(intervals.length);
  for (const counts of [...top.values(), ...(others ? [others] : [])]) addCounts(sum, 0, counts);
  return toSeries({ name: "", kind: "total", measure }, intervals, sum, span);
}

/** countSeries makes the lines of one measure: the largest elements, the others together, and the total. */
export function countSeries(samples: TopSamples, measure: Measure, span: Span): Series[] {
  const { intervals, top, others } = samples;
  const line = (kind: Series["kind"], name: string, counts: Float64Array) =>
    toSeries({ name, kind, measure }, intervals, counts, span);
  return [
    ...[...top].map(([name, counts]) => line("element", name, counts)),
    ...(others ? [line("others", "", others)] : []),
    totalSeries(samples, measure, span),
  ];
}
