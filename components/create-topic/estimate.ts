import type { TopicSettings } from "@/lib/api/configs.ts";
import type { CreateTopicResult } from "@/lib/api/topics.ts";

/** Estimate is how large a new topic may grow: `mostBytes` with replicas where retention.bytes bounds it, else null; `bounded`: old records are deleted at all. */
export type Estimate = { mostBytes: bigint | null; bounded: boolean };

/** estimateTopic gives retention.bytes of every replica of every partition; an active segment more may come on top. */
export function estimateTopic({ configs, partitions, replicationFactor }: CreateTopicResult): Estimate {
  const valueOf = (name: string) => configs.find((config) => config.name === name)?.value ?? "";
  const limit = /^\d+$/.test(valueOf("retention.bytes")) ? BigInt(valueOf("retention.bytes")) : null;
  const bounded = valueOf("cleanup.policy").includes("delete");
  return {
    bounded,
    mostBytes: bounded && limit !== null ? limit * BigInt(partitions) * BigInt(replicationFactor) : null,
  };
}

/** BrokerShare is a broker's replicas now, and about how many it gets. */
export type BrokerShare = { brokerId: number; rack: string | null; now: number; added: number };

/** sharesOf spreads the new replicas evenly over the live brokers, as Kafka does on the whole (StripedReplicaPlacer begins at a random broker). */
export function sharesOf(
  { partitions, replicationFactor }: CreateTopicResult,
  settings: Pick<TopicSettings, "liveBrokers" | "replicasByBroker">,
): BrokerShare[] {
  const racks = new Map(settings.liveBrokers.map(({ brokerId, rack }) => [brokerId, rack]));
  const added = Math.round((partitions * replicationFactor) / Math.max(1, settings.replicasByBroker.length));
  return settings.replicasByBroker.map(({ brokerId, replicas }) => ({
    brokerId,
    rack: racks.get(brokerId) ?? null,
    now: replicas,
    added,
  }));
}
