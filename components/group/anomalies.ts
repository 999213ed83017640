import type { Anomaly, GroupPartition } from "@/lib/api/groups.ts";

/** anomalyTones says how much each anomaly asks for a person. */
export const anomalyTones = {
  "no-commit": "unknown",
  "below-log-start": "crit",
  "beyond-end": "warn",
  "open-transaction": "unknown",
  "no-leader": "crit",
  "no-such-partition": "unknown",
  "not-read": "unknown",
} as const satisfies Record<Anomaly, "crit" | "warn" | "unknown">;

const withoutLag = ["no-commit", "no-leader", "no-such-partition", "not-read"] as const;

/** LagAbsence is an anomaly because of which a partition has no lag. */
export type LagAbsence = (typeof withoutLag)[number];

/** splitAnomalies tells the anomaly because of which a partition has no lag from those that stand beside its lag. */
export function splitAnomalies({ lag, anomalies }: GroupPartition): { instead: LagAbsence | null; beside: Anomaly[] } {
  const instead = lag === null ? (withoutLag.find((anomaly) => anomalies.includes(anomaly)) ?? null) : null;
  return { instead, beside: anomalies.filter((anomaly) => anomaly !== instead) };
}

/** AnomalyFigures are the figures in an anomaly's explanation: offsets, and differences of them; null where one is not known. `toolLag` is what kafka-consumer-groups.sh prints as LAG: end minus committed, whatever the log start. */
export type AnomalyFigures = Record<
  "committed" | "start" | "end" | "stable" | "lost" | "beyond" | "blocked" | "toolLag",
  bigint | null
>;

const toBigint = (offset: string | null) => (offset === null ? null : BigInt(offset));
const minus = (a: bigint | null, b: bigint | null) => (a === null || b === null ? null : a - b);
const larger = (a: bigint | null, b: bigint | null) => (a !== null && b !== null && b > a ? b : a);

/** anomalyFigures works out the figures of a partition's anomalies; `blocked` is what a read_committed reader cannot reach yet. */
export function anomalyFigures(row: GroupPartition): AnomalyFigures {
  const [committed, start] = [toBigint(row.committedOffset), toBigint(row.logStartOffset)];
  const [end, stable] = [toBigint(row.endOffset), toBigint(row.lastStableOffset)];
  return {
    committed,
    start,
    end,
    stable,
    lost: toBigint(row.lost),
    beyond: minus(committed, end),
    blocked: minus(end, larger(stable, committed)),
    toolLag: minus(end, committed),
  };
}
