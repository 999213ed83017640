import type { Topic } from "../api/topics.ts";
import {
  assessHotPartition,
  assessPartition,
  isUnderReplicated,
  topicConditionOrder,
  type Hot,
  type TopicCondition,
} from "../domain/topic-health.ts";
import type { ClusterMetadata, TopicMetadata } from "../kafka/metadata.ts";
import type { ConfigsOrError } from "../kafka/configs.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import type { TopicOffsets, TopicSizes } from "./cluster-reads.ts";
import { configIn, type TopicDetails } from "./topic-details.ts";

/** OffsetSummary is what a topic's offsets add up to. `messages[i]` = high watermark - log start of partition i, null = not known. */
export type OffsetSummary = {
  messages: (bigint | null)[];
  total: bigint | null;
  unknown: number;
  reason: string | null;
  hot: Hot | null;
};

const summaries = new WeakMap<TopicOffsets, OffsetSummary>();

function span(start: OffsetOrError | undefined, end: OffsetOrError | undefined): bigint | null {
  if (!start || !end || "error" in start || "error" in end) return null;
  return end.offset > start.offset ? end.offset - start.offset : 0n;
}

/** summarizeOffsets adds up a topic's offsets; kept with the offsets, since lists ask for it again and again. */
export function summarizeOffsets(offsets: TopicOffsets): OffsetSummary {
  const kept = summaries.get(offsets);
  if (kept) return kept;
  const messages = offsets.end.map((end, partition) => span(offsets.start[partition], end));
  const told = messages.filter((value) => value !== null);
  const isFailed = (offset: OffsetOrError) => "error" in offset;
  const failed = offsets.end.find(isFailed) ?? offsets.start.find(isFailed);
  const summary: OffsetSummary = {
    messages,
    total: told.length === 0 && messages.length > 0 ? null : told.reduce((sum, value) => sum + value, 0n),
    unknown: messages.length - told.length,
    reason: failed && "error" in failed ? failed.error : null,
    hot: assessHotPartition(messages),
  };
  summaries.set(offsets, summary);
  return summary;
}

/** SizeSummary is what a topic's logs add up to: the leaders' (one copy), and all replicas. Null when a broker that holds some of them did not tell, or is gone. */
export type SizeSummary = { leaders: bigint | null; all: bigint | null; reason: string | null };

/** summarizeSizes adds up a topic's logs. */
export function summarizeSizes(topic: TopicMetadata, sizes: TopicSizes): SizeSummary {
  const silent = new Map(sizes.silent.map(({ brokerId, code }) => [brokerId, code]));
  let leaders: bigint | null = 0n;
  let all: bigint | null = 0n;
  let reason: string | null = null;
  for (const { partition, leader, replicas } of topic.partitions) {
    const told = sizes.replicas[partition] ?? [];
    const missing = replicas.find((brokerId) => !told.some((log) => log.brokerId === brokerId));
    if (missing !== undefined) [all, reason] = [null, silent.get(missing) ?? "UNREACHABLE"];
    if (all !== null) all += told.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n);
    const led = told.find(({ brokerId }) => brokerId === leader);
    if (!led) reason ??= leader === null ? "NO_LEADER" : "UNREACHABLE";
    leaders = led && leaders !== null ? leaders + led.sizeBytes : null;
  }
  return { leaders, all, reason };
}

function worst(conditions: TopicCondition[]): TopicCondition {
  return topicConditionOrder.find((condition) => conditions.includes(condition)) ?? "healthy";
}

function toInt64(value: string | null | undefined): string | null {
  return value !== null && value !== undefined && /^-?\d+$/.test(value) ? value : null;
}

function unknownFields(fields: Record<string, string | null | false>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

type KeptRow = {
  offsets: TopicOffsets | undefined;
  configs: ConfigsOrError | undefined;
  sizes: TopicSizes | undefined;
  row: Topic;
};

const rows = new WeakMap<TopicMetadata, KeptRow>();

/** toTopic makes a topic's row of what is known of it; kept with the metadata while the rest is the same, since lists and totals ask for it again and again. */
export function toTopic(topic: TopicMetadata, details: TopicDetails): Topic {
  const offsets = details.offsets.get(topic.name);
  const configs = details.configs.get(topic.name);
  const sizes = details.sizes.get(topic.name);
  const kept = rows.get(topic);
  if (kept && kept.offsets === offsets && kept.configs === configs && kept.sizes === sizes) return kept.row;
  const row = makeRow(topic, details);
  rows.set(topic, { offsets, configs, sizes, row });
  return row;
}

function makeRow(topic: TopicMetadata, details: TopicDetails): Topic {
  const offsets = details.offsets.get(topic.name);
  const summary = offsets ? summarizeOffsets(offsets) : null;
  const sizes = details.sizes.get(topic.name);
  const size = sizes ? summarizeSizes(topic, sizes) : null;
  const configs = details.configs.get(topic.name);
  const refused = configs && "error" in configs ? configs.error.code : configs ? null : "UNREACHABLE";
  const minIsrText = configIn(configs, "min.insync.replicas")?.value;
  const minIsr = minIsrText ? Number(minIsrText) : null;
  const cleanupPolicy = (configIn(configs, "cleanup.policy")?.value ?? "").split(",").filter((policy) => policy !== "");
  // Of a compacted topic offsets tell how much was written, not how much a partition holds.
  const hot = topic.internal || cleanupPolicy.includes("compact") ? null : (summary?.hot ?? null);
  const conditions = topic.partitions.map((partition) => assessPartition(partition, minIsr));
  return {
    name: topic.name,
    internal: topic.internal,
    partitions: topic.partitions.length,
    replicationFactor: topic.partitions[0]?.replicas.length ?? 0,
    cleanupPolicy,
    retentionMs: toInt64(configIn(configs, "retention.ms")?.value),
    retentionBytes: toInt64(configIn(configs, "retention.bytes")?.value),
    minInsyncReplicas: minIsr,
    messages: summary?.total?.toString() ?? null,
    messagesAtMost: cleanupPolicy.includes("compact"),
    sizeBytes: size?.leaders?.toString() ?? null,
    sizeWithReplicasBytes: size?.all?.toString() ?? null,
    underReplicatedPartitions: topic.partitions.filter(isUnderReplicated).length,
    offlinePartitions: conditions.filter((condition) => condition === "offline").length,
    belowMinIsrPartitions:
      minIsr === null ? null : conditions.filter((condition) => condition === "below-min-isr").length,
    unknownPartitions: summary?.unknown ?? topic.partitions.length,
    status: worst([
      ...conditions,
      ...(hot ? (["hot-partition"] as const) : []),
      ...(summary && summary.unknown > 0 ? (["unknown"] as const) : []),
    ]),
    hotPartition: hot,
    unknown: unknownFields({
      messages: summary?.total == null && (summary?.reason ?? "UNREACHABLE"),
      sizeBytes: size?.leaders == null && (size?.reason ?? "UNREACHABLE"),
      sizeWithReplicasBytes: size?.all == null && (size?.reason ?? "UNREACHABLE"),
      cleanupPolicy: refused,
      retentionMs: refused,
      minInsyncReplicas: refused,
    }),
  };
}

/** countUnderReplicated counts a cluster's partitions that lack an in-sync replica. */
export function countUnderReplicated(metadata: ClusterMetadata): number {
  return [...metadata.topics.values()].reduce(
    (sum, topic) => sum + topic.partitions.filter(isUnderReplicated).length,
    0,
  );
}

/** countOffline counts a cluster's partitions without a leader. */
export function countOffline(metadata: ClusterMetadata): number {
  return [...metadata.topics.values()].reduce(
    (sum, topic) => sum + topic.partitions.filter(({ leader }) => leader === null).length,
    0,
  );
}

/** countPartitions counts a cluster's partitions. */
export function countPartitions(metadata: ClusterMetadata): number {
  return [...metadata.topics.values()].reduce((sum, topic) => sum + topic.partitions.length, 0);
}
