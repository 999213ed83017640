import type { Severity } from "@/lib/api/common.ts";
import type { KeyAnomaly, KeyStay, KeyTarget } from "@/lib/api/keys.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";

type Stepwise<C extends KeyAnomaly["code"]> = Extract<KeyAnomaly, { code: C }>;

/** KeyNote is one sentence about a key's history: anomalies of a kind together, worst first. `placers` are, for each partition that holds the key, the partitioners that send it there now. */
export type KeyNote =
  | { code: "moved" | "split"; severity: Severity; stays: KeyStay[]; placers: Map<number, string[]> }
  | { code: "backwards"; severity: Severity; count: number; worstMs: number; first: Stepwise<"TIME_BACKWARDS"> }
  | { code: "same"; severity: Severity; count: number }
  | { code: "deleted"; severity: Severity; count: number; now: boolean };

/** placersOf tells which partitioners send a key to a partition, under any of its readings. */
export function placersOf(targets: readonly KeyTarget[], partition: number): string[] {
  return [...new Set(targets.filter((target) => target.partition === partition).map(({ partitioner }) => partitioner))];
}

function noteSeveral(found: Stepwise<"SEVERAL_PARTITIONS">, targets: readonly KeyTarget[]): KeyNote {
  const { moved, severity, stays } = found;
  const placers = new Map(stays.map(({ partition }) => [partition, placersOf(targets, partition)]));
  return { code: moved ? "moved" : "split", severity, stays, placers };
}

/** summarizeAnomalies puts a history's anomalies into a few notes. `newest` is the key's last record, which tells whether it is deleted now. */
export function summarizeAnomalies(
  anomalies: readonly KeyAnomaly[],
  targets: readonly KeyTarget[],
  newest: MessageRecord | undefined,
): KeyNote[] {
  const of = <C extends KeyAnomaly["code"]>(code: C) =>
    anomalies.filter((anomaly): anomaly is Stepwise<C> => anomaly.code === code);
  const notes: KeyNote[] = of("SEVERAL_PARTITIONS").map((found) => noteSeveral(found, targets));
  const [back, same, deleted] = [of("TIME_BACKWARDS"), of("SAME_VALUE"), of("TOMBSTONE")];
  if (back.length > 0) {
    const worstMs = Math.max(...back.map(({ backMs }) => backMs));
    notes.push({ code: "backwards", severity: "warn", count: back.length, worstMs, first: back[0]! });
  }
  if (same.length > 0) notes.push({ code: "same", severity: "info", count: same.length });
  if (deleted.length > 0)
    notes.push({ code: "deleted", severity: "info", count: deleted.length, now: newest?.value === null });
  return notes;
}
