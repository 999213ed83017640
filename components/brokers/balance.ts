import type { Broker } from "@/lib/api/brokers.ts";

/** Measure is what brokers are compared by. */
export type Measure = "leaders" | "replicas" | "logSize";

/** measures are all of them, in the order of the page. */
export const measures: readonly Measure[] = ["leaders", "replicas", "logSize"];

/** amountOf is a broker's figure; null when it is not known, or when the broker is not among the live ones that are compared. */
export function amountOf(broker: Broker, measure: Measure): number | null {
  if (broker.status === "down") return null;
  if (measure === "logSize") return broker.logSizeBytes === null ? null : Number(broker.logSizeBytes);
  return broker[measure];
}

/** skewOf is a broker's figure as a ratio to the mean of the live brokers. */
export function skewOf(broker: Broker, measure: Measure): number | null {
  return { leaders: broker.leaderSkew, replicas: broker.replicaSkew, logSize: broker.logSizeSkew }[measure];
}

/** calculateMean is the mean that the skews refer to, worked out from the largest broker, whose skew is the most exact; null when nothing is known or all is 0. */
export function calculateMean(brokers: readonly Broker[], measure: Measure): number | null {
  const known = brokers.flatMap((broker) => {
    const [amount, skew] = [amountOf(broker, measure), skewOf(broker, measure)];
    return amount !== null && skew !== null && skew > 0 ? [{ amount, skew }] : [];
  });
  const largest = known.toSorted((a, b) => b.amount - a.amount)[0];
  return largest ? largest.amount / largest.skew : null;
}

const leastExcess: Record<Measure, number> = { leaders: 5, replicas: 5, logSize: 1_000_000_000 };

/** isOutlier tells whether a broker bears at least half as much again as the mean, and enough for it to matter: 5 partitions, 1 GB. */
export function isOutlier(broker: Broker, measure: Measure): boolean {
  const [amount, skew] = [amountOf(broker, measure), skewOf(broker, measure)];
  if (amount === null || skew === null || skew < 1.5) return false;
  return amount - amount / skew >= leastExcess[measure];
}
