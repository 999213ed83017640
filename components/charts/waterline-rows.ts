import { type Points, rowsOf } from "./rows.ts";

/** WaterRow is a partition's offsets at one moment, null where one is not known. */
export type WaterRow = { at: number; end: number | null; committed: number | null; start: number | null };

/** WaterLines are the three lines of a partition over time. */
export type WaterLines = { end: Points; committed: Points; start: Points };

/** waterRows puts the three lines beside each other. */
export function waterRows({ end, committed, start }: WaterLines): WaterRow[] {
  return rowsOf([end, committed, start]).map(({ at, values }) => ({
    at,
    end: values[0] ?? null,
    committed: values[1] ?? null,
    start: values[2] ?? null,
  }));
}

/** unreadPoints is what lay unread at each moment: from the commit, or from the log start where that is further, up to the end. */
export function unreadPoints(rows: readonly WaterRow[]): Points {
  return rows.map(({ at, end, committed, start }) => {
    if (end === null || committed === null || start === null) return [at, null];
    return [at, Math.max(0, end - Math.max(committed, start))];
  });
}

/** lastRow is the newest row that knows both end and commit, unless more than three points lie behind it; null when there is none. */
export function lastRow(rows: readonly WaterRow[]): (WaterRow & { end: number; committed: number }) | null {
  for (const row of rows.slice(-3).toReversed()) {
    const { end, committed } = row;
    if (end !== null && committed !== null) return { ...row, end, committed };
  }
  return null;
}

/** sampledSince is when the rows that end with the newest one began to know both end and commit; null without any. */
export function sampledSince(rows: readonly WaterRow[]): number | null {
  return rows.find(({ end, committed }) => end !== null && committed !== null)?.at ?? null;
}

/** LevelGap is the level line from the commit now to where the high watermark was that: `from` is when it was, `cut` when that was before the first row. */
export type LevelGap = { from: number; to: number; offset: number; cut: boolean };

/** levelGap finds where the high watermark was what is committed now; null when nothing lies unread, or no row tells. */
export function levelGap(rows: readonly WaterRow[]): LevelGap | null {
  const now = lastRow(rows);
  if (!now || now.committed >= now.end) return null;
  const ends = rows.flatMap(({ at, end }) => (end === null || at > now.at ? [] : [{ at, end }]));
  const index = ends.findLastIndex(({ end }) => end <= now.committed);
  const gap = { to: now.at, offset: now.committed };
  if (index < 0) return { ...gap, from: ends[0]?.at ?? now.at, cut: true };
  const [before, after] = [ends[index]!, ends[index + 1]!];
  const share = (now.committed - before.end) / (after.end - before.end);
  return { ...gap, from: before.at + share * (after.at - before.at), cut: false };
}
