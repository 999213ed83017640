import type { WaterRow } from "./waterline-rows.ts";

/** Scale turns moments and offsets into px. */
export type Scale = { x: (at: number) => number; y: (offset: number) => number };

type Read = (row: WaterRow) => number | null;

const px = (value: number) => Number(value.toFixed(1));

function runsOf<Value>(
  rows: readonly WaterRow[],
  read: (row: WaterRow) => Value | null,
): { at: number; value: Value }[][] {
  const runs: { at: number; value: Value }[][] = [[]];
  for (const row of rows) {
    const value = read(row);
    if (value !== null) runs.at(-1)!.push({ at: row.at, value });
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** linePath is the path of one line, broken where it is not known. A value alone is a short stroke, so that it is seen. */
export function linePath(rows: readonly WaterRow[], pick: Read, { x, y }: Scale): string {
  return runsOf(rows, pick)
    .map((run) => {
      const places = run.map(({ at, value }) => `${px(x(at))},${px(y(value))}`);
      return places.length === 1 ? `M${places[0]}h1` : `M${places.join("L")}`;
    })
    .join("");
}

/** bandPath is the closed path between two lines, where both are known and `low` is not above `high`. */
export function bandPath(rows: readonly WaterRow[], low: Read, high: Read, { x, y }: Scale): string {
  const bounds = (row: WaterRow) => {
    const [below, above] = [low(row), high(row)];
    return below === null || above === null ? null : { below: Math.min(below, above), above };
  };
  return runsOf(rows, bounds)
    .filter((run) => run.length > 1)
    .map((run) => {
      const top = run.map(({ at, value }) => `${px(x(at))},${px(y(value.above))}`);
      const bottom = run.toReversed().map(({ at, value }) => `${px(x(at))},${px(y(value.below))}`);
      return `M${[...top, ...bottom].join("L")}Z`;
    })
    .join("");
}

/** fillsOf are the bounds of the three fills: read but kept, unread, and deleted before it was read. */
export const fillsOf = {
  kept: {
    low: ({ start }: WaterRow) => start,
    high: ({ start, committed, end }: WaterRow) => within(start, committed, end),
  },
  unread: { low: ({ start, committed }: WaterRow) => larger(start, committed), high: ({ end }: WaterRow) => end },
  lost: {
    low: ({ committed, start }: WaterRow) => committed ?? start,
    high: ({ start }: WaterRow) => start,
  },
} as const;

function larger(a: number | null, b: number | null): number | null {
  if (b === null) return null;
  return a === null ? b : Math.max(a, b);
}

function within(start: number | null, committed: number | null, end: number | null): number | null {
  if (start === null || committed === null) return null;
  return Math.max(start, end === null ? committed : Math.min(committed, end));
}
