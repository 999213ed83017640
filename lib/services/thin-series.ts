import type { History, Series } from "../api/history.ts";
import { downsample } from "../domain/downsample.ts";

/** mostDrawn is how many points of a series a chart can show: more only cost time. */
export const mostDrawn = 2000;

const rates: string[] = ["records/s", "bytes/s"] satisfies Series["unit"][];

function sumOf({ unit, points }: Series, stepMs: number): number | null {
  if (!rates.includes(unit)) return null;
  const told = points.flatMap(([, rate]) => (rate === null ? [] : [rate]));
  return told.length === 0 ? null : (told.reduce((sum, rate) => sum + rate, 0) * stepMs) / 1000;
}

/** thinSeries downsamples series of more than 2,000 points, keeping what lies beside events; what a rate adds up to is counted before. */
export function thinSeries<Answer extends Pick<History, "series" | "events" | "step">>(
  answer: Answer,
): Answer & Pick<History, "thinnedFrom"> {
  const longest = answer.series.reduce((most, { points }) => Math.max(most, points.length), 0);
  if (longest <= mostDrawn) return { ...answer, thinnedFrom: null };
  const edges = answer.events.map(({ at }) => at).toSorted((a, b) => a - b);
  const series = answer.series.map((line) => ({
    ...line,
    sum: sumOf(line, answer.step),
    points: downsample(line.points, mostDrawn, edges),
  }));
  return { ...answer, series, thinnedFrom: longest };
}
