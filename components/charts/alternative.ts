import { missingBands } from "./gaps.ts";
import type { Line } from "./line.ts";
import { rowsOf } from "./rows.ts";
import { summaryOf } from "./summary.ts";
import type { TimeSpan } from "./time-span.ts";

const MOST = 3;

/** AlternativePart is one line of a chart in figures that are already text. */
export type AlternativePart = { name: string; now: string; mean: string; peak: string; peakAt: number };

/** alternativeOf gathers what a sentence about a chart needs: the first three lines that have values, and how long nothing was sampled (ms). */
export function alternativeOf(
  lines: readonly Pick<Line, "name" | "points" | "exact" | "now">[],
  span: TimeSpan,
): { parts: AlternativePart[]; missing: number } {
  const parts = lines.flatMap(({ name, points, exact, now }): AlternativePart[] => {
    const { mean, peak, peakAt } = summaryOf(points, span.step);
    if (mean === null || peak === null || peakAt === null) return [];
    return [{ name, now, mean: exact(mean), peak: exact(peak), peakAt }];
  });
  const bands = missingBands(rowsOf(lines.map(({ points }) => points)), span);
  return { parts: parts.slice(0, MOST), missing: bands.reduce((sum, { from, to }) => sum + to - from, 0) };
}
