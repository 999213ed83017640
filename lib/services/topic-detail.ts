import "server-only";
import type { Reason } from "../api/common.ts";
import type { Topic, TopicDetail } from "../api/topics.ts";
import type { ConfigsOrError } from "../kafka/configs.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { type Base, readTopicBase, startReading } from "./base.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { readKept } from "./kept-records.ts";
import { clusterState } from "./runtime.ts";
import { type Detail, foreseeDetails, gatherDetails, type TopicDetails } from "./topic-details.ts";
import { toConfigValue } from "./to-config.ts";
import { summarizeOffsets, toTopic } from "./topic-row.ts";
import { topicOf } from "./topics.ts";

const shownDetails = new Set<Detail>(["offsets", "sizes"]);

function reasonsOf(row: Topic): Reason[] {
  const reasons: Reason[] = [];
  const add = (severity: Reason["severity"], code: string, values: Reason["values"]) =>
    reasons.push({ severity, code, values });
  const of = row.partitions;
  if (row.offlinePartitions > 0) add("crit", "OFFLINE_PARTITIONS", { partitions: row.offlinePartitions, of });
  if (row.belowMinIsrPartitions)
    add("crit", "BELOW_MIN_ISR", { partitions: row.belowMinIsrPartitions, of, minIsr: row.minInsyncReplicas ?? 0 });
  if (row.underReplicatedPartitions > 0)
    add("warn", "UNDER_REPLICATED", { partitions: row.underReplicatedPartitions, of });
  if (row.hotPartition) add("warn", "HOT_PARTITION", { ...row.hotPartition });
  if (row.unknownPartitions > row.offlinePartitions)
    add("unknown", "OFFSETS_UNKNOWN", { partitions: row.unknownPartitions, of });
  if (row.replicationFactor === 1) add("info", "SINGLE_REPLICA", {});
  return reasons;
}

function leadersByBroker({ partitions }: TopicMetadata): TopicDetail["leadersByBroker"] {
  const brokers = [...new Set(partitions.flatMap(({ replicas }) => replicas))].toSorted((a, b) => a - b);
  return brokers.map((brokerId) => ({
    brokerId,
    leaders: partitions.filter(({ leader }) => leader === brokerId).length,
    replicas: partitions.filter(({ replicas }) => replicas.includes(brokerId)).length,
  }));
}

function racksOf({ state, metadata }: Base, { partitions }: TopicMetadata): TopicDetail["racks"] {
  const rackOf = (brokerId: number) => state.seenBrokers.get(brokerId)?.rack ?? null;
  const known = new Set(metadata.brokers.map(({ rack }) => rack).filter((rack) => rack !== null));
  if (known.size === 0) return null;
  const spread = partitions.map(({ replicas }) => new Set(replicas.map(rackOf).filter((rack) => rack !== null)).size);
  return { used: Math.min(...spread), known: known.size };
}

function sharesOf(topic: TopicMetadata, details: TopicDetails): TopicDetail["partitionShares"] {
  const offsets = details.offsets.get(topic.name);
  const messages = offsets ? summarizeOffsets(offsets).messages : [];
  const sizes = details.sizes.get(topic.name)?.replicas ?? [];
  return topic.partitions.map(({ partition, leader }) => ({
    partition,
    leader,
    messages: messages[partition]?.toString() ?? null,
    sizeBytes: sizes[partition]?.find(({ brokerId }) => brokerId === leader)?.sizeBytes.toString() ?? null,
  }));
}

function valuesOf({ evidence }: Base, name: string, told: ConfigsOrError | undefined): TopicDetail["configs"] {
  if (told && "configs" in told) return told.configs.map(toConfigValue);
  if (told) evidence.fail(`settings of ${name}`, told.error);
  return null;
}

/** describeTopic answers `GET topics/{topic}`. Throws KafkaError NOT_FOUND. */
export async function describeTopic(clusterId: string, name: string, freshness?: Freshness): Promise<TopicDetail> {
  return keepAnswer(clusterId, ["describeTopic", name], freshness, (within) =>
    readDescribeTopic(clusterId, name, within),
  );
}

async function readDescribeTopic(clusterId: string, name: string, freshness: Freshness): Promise<TopicDetail> {
  const reading = readTopicBase(clusterId, name, freshness);
  clusterState(clusterId).allTopicConfigs.begin([name], freshness.notBefore);
  clusterState(clusterId).firstRecords.begin([name], freshness.notBefore);
  foreseeDetails(startReading(clusterId, freshness), [name], shownDetails);
  const base = await reading;
  const topic = topicOf(base, name);
  const [details, all, kept] = await Promise.all([
    gatherDetails(base, [name], shownDetails),
    base.state.allTopicConfigs.get([name], base.freshness.notBefore),
    readKept(base, topic),
  ]);
  const told = base.evidence.values(all, () => `settings of ${name}`);
  const row = toTopic(topic, { ...details, configs: told });
  const configs = valuesOf(base, name, told.get(name));
  const inSync = topic.partitions.reduce((sum, { isr }) => sum + isr.length, 0);
  return {
    ...base.evidence.answer(),
    topic: row,
    replicas: { total: topic.partitions.reduce((sum, { replicas }) => sum + replicas.length, 0), inSync },
    preferredLeaders: topic.partitions.filter(({ leader, replicas }) => leader !== null && leader === replicas[0])
      .length,
    leadersByBroker: leadersByBroker(topic),
    racks: racksOf(base, topic),
    reasons: reasonsOf(row),
    configs,
    kept,
    partitionShares: sharesOf(topic, details),
  };
}
