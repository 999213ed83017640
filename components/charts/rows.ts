import type { Series } from "@/lib/api/history.ts";

/** Points are a line's values in time, null where there is none. */
export type Points = Series["points"];

/** Row is every line's value at one moment, in the lines' order. */
export type Row = { at: number; values: (number | null)[] };

/** rowsOf puts lines beside each other by their moments, also those that not all of them have. */
export function rowsOf(lines: readonly Points[]): Row[] {
  const rows = new Map<number, Row>();
  for (const [index, points] of lines.entries()) {
    for (const [at, value] of points) {
      const row = rows.get(at) ?? { at, values: lines.map(() => null) };
      row.values[index] = value;
      rows.set(at, row);
    }
  }
  return [...rows.values()].toSorted((a, b) => a.at - b.at);
}

/** nearest is the index of the moment that is closest; −1 when there is none. */
export function nearest(times: readonly number[], at: number): number {
  let best = -1;
  for (const [index, time] of times.entries()) {
    if (best < 0 || Math.abs(time - at) < Math.abs(times[best]! - at)) best = index;
  }
  return best;
}
