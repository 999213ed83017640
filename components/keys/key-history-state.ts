import type { KeyAnomaly, KeyHistoryLine } from "@/lib/api/keys.ts";
import type { MessageRecord, PartitionFailure, ScanDone, ScanProgress } from "@/lib/api/messages.ts";

/** KeyHistory is what has come of a key's history: its records by time, and at the end what is odd about them. */
export type KeyHistory = {
  records: readonly MessageRecord[];
  anomalies: readonly KeyAnomaly[];
  failures: readonly PartitionFailure[];
  progress: ScanProgress | null;
  done: ScanDone | null;
};

/** noHistory is a history of which nothing has come yet. */
export const noHistory: KeyHistory = { records: [], anomalies: [], failures: [], progress: null, done: null };

function byTime(a: MessageRecord, b: MessageRecord): number {
  if (a.partition === b.partition) return BigInt(a.offset) < BigInt(b.offset) ? -1 : 1;
  return a.timestamp - b.timestamp;
}

/** addHistoryLines takes the next lines. Records come newest first; they stand oldest first, those of one partition by offset. */
export function addHistoryLines(history: KeyHistory, lines: readonly KeyHistoryLine[]): KeyHistory {
  const of = <T extends KeyHistoryLine["type"]>(type: T) =>
    lines.filter((line): line is Extract<KeyHistoryLine, { type: T }> => line.type === type);
  const records = of("record");
  return {
    records: records.length === 0 ? history.records : mergeByTime(history.records, records),
    anomalies: [...history.anomalies, ...of("anomaly")],
    failures: [...history.failures, ...of("partition-error")],
    progress: of("progress").at(-1) ?? history.progress,
    done: of("done").at(-1) ?? history.done,
  };
}

// Each partition keeps its own order even where its times run backwards, so sorting by time alone would be wrong.
function mergeByTime(known: readonly MessageRecord[], more: readonly MessageRecord[]): MessageRecord[] {
  const queues = [...Map.groupBy([...known, ...more], ({ partition }) => partition).values()].map((queue) =>
    queue.toSorted(byTime),
  );
  if (queues.length === 1) return queues[0]!;
  const merged: MessageRecord[] = [];
  const heads = queues.map(() => 0);
  for (;;) {
    let best = -1;
    for (const [index, queue] of queues.entries()) {
      const head = queue[heads[index]!];
      if (head && (best < 0 || head.timestamp < queues[best]![heads[best]!]!.timestamp)) best = index;
    }
    if (best < 0) return merged;
    merged.push(queues[best]![heads[best]!++]!);
  }
}
