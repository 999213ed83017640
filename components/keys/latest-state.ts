import type { LatestLine, LatestProgress, LatestRow, LatestSort, LatestSummary } from "@/lib/api/keys.ts";
import type { PartitionFailure, ScanDone } from "@/lib/api/messages.ts";

/** Latest is what has come of the table of latest values. */
export type Latest = {
  rows: readonly LatestRow[];
  summary: LatestSummary | null;
  progress: LatestProgress | null;
  failures: readonly PartitionFailure[];
  done: ScanDone | null;
};

/** noLatest is a table of which nothing has come yet. */
export const noLatest: Latest = { rows: [], summary: null, progress: null, failures: [], done: null };

/** addLatestLines takes the next lines. */
export function addLatestLines(latest: Latest, lines: readonly LatestLine[]): Latest {
  const of = <T extends LatestLine["type"]>(type: T) =>
    lines.filter((line): line is Extract<LatestLine, { type: T }> => line.type === type);
  return {
    rows: [...latest.rows, ...of("latest")],
    summary: of("summary").at(-1) ?? latest.summary,
    progress: of("progress").at(-1) ?? latest.progress,
    failures: [...latest.failures, ...of("partition-error")],
    done: of("done").at(-1) ?? latest.done,
  };
}

const orders: Record<string, (a: LatestRow, b: LatestRow) => number> = {
  time: (a, b) => a.timestamp - b.timestamp,
  updates: (a, b) => a.updates - b.updates,
  size: (a, b) => a.size - b.size,
  key: (a, b) => (a.key.data < b.key.data ? -1 : Number(a.key.data > b.key.data)),
};

/** sortLatest orders rows that are all there as the server would. */
export function sortLatest(rows: readonly LatestRow[], sort: LatestSort): LatestRow[] {
  const sign = sort.startsWith("-") ? -1 : 1;
  const compare = orders[sort.replace("-", "")]!;
  return rows.toSorted((a, b) => sign * compare(a, b) || orders["key"]!(a, b) || a.partition - b.partition);
}

/** isWhole tells that every row that matches is there, so that another order needs no new read. */
export function isWhole({ rows, summary, done }: Latest): boolean {
  return done?.reason === "end" && summary !== null && summary.matching === rows.length;
}
