import type { Known } from "./known.ts";

/** PartitionOffsets are one partition's offsets as read from its leader, and what the group has committed (null = never). */
export type PartitionOffsets = {
  committed: bigint | null;
  start: Known<bigint>;
  end: Known<bigint>;
  stable: Known<bigint> | null;
};

/** LagAnomaly is why a lag is missing, or differs from what `kafka-consumer-groups.sh --describe` prints. */
export type LagAnomaly =
  | "no-commit"
  | "below-log-start"
  | "beyond-end"
  | "open-transaction"
  | "no-leader"
  | "no-such-partition"
  | "not-read";

/** PartitionLag is lag and lost in records; null = not known, and `anomalies` says why. */
export type PartitionLag = { lag: bigint | null; lost: bigint | null; anomalies: LagAnomaly[] };

function unknownAs(reason: string): LagAnomaly {
  if (reason === "NO_LEADER") return "no-leader";
  return reason === "NOT_FOUND" ? "no-such-partition" : "not-read";
}

/** calculateLag: with committed c, log start l, end h: lag = max(0, h - max(c, l)), lost = max(0, l - c). Without a commit there is no lag ("no commit"); c > h is an anomaly, not a zero to trust. An open transaction (stable < end) is told apart: a read_committed reader cannot pass the stable offset. */
export function calculateLag({ committed, start, end, stable }: PartitionOffsets): PartitionLag {
  const missing = "unknown" in end ? end : "unknown" in start ? start : null;
  const anomalies: LagAnomaly[] = committed === null ? ["no-commit"] : [];
  if (missing) return { lag: null, lost: null, anomalies: [...anomalies, unknownAs(missing.unknown)] };
  const l = (start as { value: bigint }).value;
  const h = (end as { value: bigint }).value;
  if (stable && "value" in stable && stable.value < h) anomalies.push("open-transaction");
  if (committed === null) return { lag: null, lost: null, anomalies };
  if (committed < l) anomalies.push("below-log-start");
  if (committed > h) anomalies.push("beyond-end");
  const from = committed > l ? committed : l;
  return { lag: h > from ? h - from : 0n, lost: l > committed ? l - committed : 0n, anomalies };
}

/** LagSum sums partitions: what could not be known is counted apart, never added as 0. `lag` is null when no partition's lag is known. */
export type LagSum = {
  partitions: number;
  lag: bigint | null;
  lost: bigint;
  withoutCommit: number;
  unknown: number;
  beyondEnd: number;
};

/** summarizeLag adds up partitions. */
export function summarizeLag(partitions: PartitionLag[]): LagSum {
  const sum: LagSum = {
    partitions: partitions.length,
    lag: null,
    lost: 0n,
    withoutCommit: 0,
    unknown: 0,
    beyondEnd: 0,
  };
  for (const { lag, lost, anomalies } of partitions) {
    if (lag !== null) sum.lag = (sum.lag ?? 0n) + lag;
    else if (anomalies.includes("no-commit")) sum.withoutCommit += 1;
    else sum.unknown += 1;
    sum.lost += lost ?? 0n;
    if (anomalies.includes("beyond-end")) sum.beyondEnd += 1;
  }
  return sum;
}
