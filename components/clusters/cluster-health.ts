import type { ClusterSummary } from "@/lib/api/clusters.ts";

/** HealthFact is one clause of a cluster's health: a key of the catalogue `clusters.health` and its figures. */
export type HealthFact = {
  code: "allBrokersUp" | "someBrokersUp" | "offline" | "underReplicated" | "allInSync" | "noTopics";
  values: Record<string, number>;
};

type Counted = Pick<
  ClusterSummary,
  "brokers" | "brokersMissing" | "topics" | "partitions" | "underReplicatedPartitions" | "offlinePartitions"
>;

function brokerFact(up: number, missing: number): HealthFact {
  if (missing === 0) return { code: "allBrokersUp", values: { count: up } };
  return { code: "someBrokersUp", values: { up, count: up + missing } };
}

function partitionFacts({ topics, partitions, underReplicatedPartitions, offlinePartitions }: Counted): HealthFact[] {
  const counted = { offline: offlinePartitions ?? 0, underReplicated: underReplicatedPartitions ?? 0 };
  const bad = (["offline", "underReplicated"] as const).filter((code) => counted[code] > 0);
  if (bad.length > 0) return bad.map((code) => ({ code, values: { count: counted[code] } }));
  if (topics === 0) return [{ code: "noTopics", values: {} }];
  return partitions === null ? [] : [{ code: "allInSync", values: { count: partitions } }];
}

/** summarizeHealth says a cluster's health in clauses, its brokers first; none while the cluster has never answered. */
export function summarizeHealth(cluster: Counted): HealthFact[] {
  if (cluster.brokers === null) return [];
  return [brokerFact(cluster.brokers, cluster.brokersMissing.length), ...partitionFacts(cluster)];
}
