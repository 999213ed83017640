import type { Row } from "./rows.ts";
import type { TimeSpan } from "./time-span.ts";

/** Band is a time without samples. */
export type Band = { from: number; to: number };

/** isMissing tells whether a row has no value of any line. */
export function isMissing({ values }: Row): boolean {
  return values.every((value) => value === null);
}

/** missingBands finds the times in which no line has a value, from the last point before to the first after. A band of less than two steps at an edge is the time between two points, and not one. */
export function missingBands(rows: readonly Row[], span: TimeSpan): Band[] {
  const bands: Band[] = [];
  const known = rows.filter((row) => !isMissing(row)).map(({ at }) => at);
  const edges = [span.from, ...known, span.to];
  for (let index = 1; index < edges.length; index += 1) {
    const [from, to] = [edges[index - 1]!, edges[index]!];
    const atEdge = index === 1 || index === edges.length - 1;
    if (to - from > span.step * (atEdge ? 2 : 1.5)) bands.push({ from, to });
  }
  return bands;
}

/** isAlone tells whether a value has no neighbour to draw a line to, so that it needs a dot to be seen. */
export function isAlone(values: readonly (number | null)[], index: number): boolean {
  const at = (place: number) => values[place] ?? null;
  return at(index) !== null && at(index - 1) === null && at(index + 1) === null;
}
