import { z } from "./zod.ts";
import { Config, ConfigValue } from "./configs.ts";
import { Flag, Int64, listOf, ListQuery, ReadAnswer, Reason, sortable, Unknown } from "./common.ts";

/** TopicStatus of a topic or a partition, worst first: offline, below-min-isr, under-replicated, hot-partition, unknown, healthy. */
export const TopicStatus = z.enum([
  "offline",
  "below-min-isr",
  "under-replicated",
  "hot-partition",
  "unknown",
  "healthy",
]);
export type TopicStatus = z.infer<typeof TopicStatus>;

/** HotPartition is a partition that holds far more retained records than the mean: `share` of all (0..1) and `timesMean`. */
export const HotPartition = z.object({ partition: z.int(), share: z.number(), timesMean: z.number() });
export type HotPartition = z.infer<typeof HotPartition>;

/** Topic is one row of the topic list. `messages` = sum of high watermark - log start offset; `messagesAtMost` when compaction has taken some of them. `sizeBytes` counts the leaders' logs, `sizeWithReplicasBytes` every replica. `groups` and `largestLag` come with `include=readers` only (else absent). `producedPerSecond` is the mean of the last minute, `producedTrend` that of the last hour in up to 20 parts; both only in lists, null while not sampled. */
export const Topic = z.object({
  name: z.string(),
  internal: z.boolean(),
  partitions: z.int(),
  replicationFactor: z.int(),
  cleanupPolicy: z.array(z.string()),
  retentionMs: Int64.nullable(),
  retentionBytes: Int64.nullable(),
  minInsyncReplicas: z.int().nullable(),
  messages: Int64.nullable(),
  messagesAtMost: z.boolean(),
  sizeBytes: Int64.nullable(),
  sizeWithReplicasBytes: Int64.nullable(),
  underReplicatedPartitions: z.int(),
  offlinePartitions: z.int(),
  belowMinIsrPartitions: z.int().nullable(),
  unknownPartitions: z.int(),
  status: TopicStatus,
  hotPartition: HotPartition.nullable(),
  groups: z.int().nullable().optional(),
  largestLag: Int64.nullable().optional(),
  producedPerSecond: z.number().nullable().optional(),
  producedTrend: z.array(z.number().nullable()).optional(),
  unknown: Unknown,
});
export type Topic = z.infer<typeof Topic>;

/** topicSortFields are the fields by which topics sort; groups and largestLag need include=readers and bring it along. */
export const topicSortFields = [
  "name",
  "partitions",
  "replicationFactor",
  "messages",
  "sizeBytes",
  "underReplicatedPartitions",
  "status",
  "retentionMs",
  "groups",
  "largestLag",
  "producedPerSecond",
] as const;

/** TopicInclude is what costs more than the page alone, so it comes on demand: `readers` (groups and largestLag of each topic), `totals` (the counts over all topics that need every topic's settings, offsets and sizes). */
export const TopicInclude = z.enum(["readers", "totals"]);
export type TopicInclude = z.infer<typeof TopicInclude>;

/** TopicListQuery is what `GET topics` takes. `search` is a part of the name, or `setting=value` (`cleanup.policy=compact`), several separated by spaces. `attention` keeps what is not healthy, `empty` what holds no record. `include` is a comma list of TopicInclude. */
export const TopicListQuery = ListQuery.extend({
  sort: sortable(topicSortFields, "name"),
  internal: Flag.optional(),
  compacted: Flag.optional(),
  underReplicated: Flag.optional(),
  empty: Flag.optional(),
  attention: Flag.optional(),
  include: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (typeof value === "string" ? value.split(",").filter((part) => part !== "") : value))
    .pipe(z.array(TopicInclude))
    .default([]),
});
export type TopicListQuery = z.infer<typeof TopicListQuery>;

/** TopicTotals counts all topics, whatever the filter: for the line under the title and the quick views. Null: not asked for (include=totals), or not known for all. */
export const TopicTotals = z.object({
  topics: z.int(),
  internal: z.int(),
  partitions: z.int(),
  underReplicated: z.int(),
  attention: z.int().nullable(),
  compacted: z.int().nullable(),
  empty: z.int().nullable(),
  sizeWithReplicasBytes: Int64.nullable(),
});
export type TopicTotals = z.infer<typeof TopicTotals>;

/** TopicList answers `GET topics`. `closest` is the nearest name when nothing matched the search. */
export const TopicList = listOf(Topic).extend({ totals: TopicTotals, closest: z.string().nullable() });
export type TopicList = z.infer<typeof TopicList>;

/** KeptRecord is the first record that a partition still holds; `timestamp` in ms since the epoch, as the record says. */
export const KeptRecord = z.object({ partition: z.int(), offset: Int64, timestamp: Int64 });
export type KeptRecord = z.infer<typeof KeptRecord>;

/** KeptRecords says how far back a topic reaches: the `oldest` of its partitions' first records, and the `least`: the youngest of those before which records were deleted. `partitions` are those that hold records; `unknown` is the code of why `unknownPartitions` could not be asked. */
export const KeptRecords = z.object({
  oldest: KeptRecord.nullable(),
  least: KeptRecord.nullable(),
  partitions: z.array(KeptRecord),
  emptyPartitions: z.int(),
  unknownPartitions: z.int(),
  unknown: z.string().nullable(),
});
export type KeptRecords = z.infer<typeof KeptRecords>;

/** TopicDetail answers `GET topics/{topic}`. `reasons` say why the status is what it is; `configs` are all settings (`.../configs` explains them). */
export const TopicDetail = ReadAnswer.extend({
  topic: Topic,
  replicas: z.object({ total: z.int(), inSync: z.int() }),
  preferredLeaders: z.int(),
  leadersByBroker: z.array(z.object({ brokerId: z.int(), leaders: z.int(), replicas: z.int() })),
  racks: z.object({ used: z.int(), known: z.int() }).nullable(),
  reasons: z.array(Reason),
  configs: z.array(ConfigValue).nullable(),
  kept: KeptRecords,
  partitionShares: z.array(
    z.object({
      partition: z.int(),
      leader: z.int().nullable(),
      messages: Int64.nullable(),
      sizeBytes: Int64.nullable(),
    }),
  ),
});
export type TopicDetail = z.infer<typeof TopicDetail>;

/** Partition is one partition. Offsets are null with a code in `unknown` where no leader answers. `sizeBytes` is the leader's log. */
export const Partition = z.object({
  partition: z.int(),
  leader: z.int().nullable(),
  preferredLeader: z.int(),
  replicas: z.array(z.int()),
  isr: z.array(z.int()),
  offlineReplicas: z.array(z.int()),
  logStartOffset: Int64.nullable(),
  lastStableOffset: Int64.nullable(),
  highWatermark: Int64.nullable(),
  messages: Int64.nullable(),
  sizeBytes: Int64.nullable(),
  replicaSizes: z.array(z.object({ brokerId: z.int(), sizeBytes: Int64, offsetLag: Int64 })),
  status: TopicStatus,
  unknown: Unknown,
});
export type Partition = z.infer<typeof Partition>;

/** partitionSortFields are the fields by which partitions sort. */
export const partitionSortFields = ["partition", "leader", "messages", "sizeBytes", "status"] as const;

/** PartitionListQuery is what `GET topics/{topic}/partitions` takes. */
export const PartitionListQuery = ListQuery.extend({
  pageSize: z.coerce.number().int().min(1).max(500).default(100),
  sort: sortable(partitionSortFields, "partition"),
});
export type PartitionListQuery = z.infer<typeof PartitionListQuery>;

/** PartitionList answers `GET topics/{topic}/partitions`. */
export const PartitionList = listOf(Partition);
export type PartitionList = z.infer<typeof PartitionList>;

/** topicNamePattern is what Kafka allows in a name (org.apache.kafka.common.internals.Topic). */
export const topicNamePattern = /^[a-zA-Z0-9._-]+$/;

/** TopicName is a legal topic name: 1 to 249 of letters, digits, `.`, `_`, `-`, and neither `.` nor `..`. */
export const TopicName = z
  .string()
  .min(1, "A topic needs a name.")
  .max(249, "At most 249 characters.")
  .regex(topicNamePattern, "Only letters, digits, '.', '_' and '-'.")
  .refine((name) => name !== "." && name !== "..", "A name cannot be '.' or '..'.");

/** CreateTopic is what `POST topics` takes. */
export const CreateTopic = z.strictObject({
  name: TopicName,
  partitions: z.int("A whole number.").min(1, "At least 1.").max(10_000, "At most 10,000 at once."),
  replicationFactor: z.int("A whole number.").min(1, "At least 1.").max(32_767),
  configs: z.record(z.string().min(1), z.string()).default({}),
});
export type CreateTopic = z.infer<typeof CreateTopic>;

/** CreateTopicResult answers `POST topics`: what was created, or with `validateOnly` would be. `configs` is the effective configuration. */
export const CreateTopicResult = z.object({
  name: z.string(),
  validateOnly: z.boolean(),
  partitions: z.int(),
  replicationFactor: z.int(),
  configs: z.array(Config),
  warnings: z.array(Reason),
  command: z.string(),
  durationMs: z.number(),
});
export type CreateTopicResult = z.infer<typeof CreateTopicResult>;

/** AddPartitions is what `POST topics/{topic}/partitions` takes: the new total. */
export const AddPartitions = z.strictObject({ count: z.int("A whole number.").min(1).max(10_000) });
export type AddPartitions = z.infer<typeof AddPartitions>;

/** AddPartitionsResult says what it does; `remappedKeyShare` (0..1) is the share of keys that go to another partition under the default partitioner. */
export const AddPartitionsResult = z.object({
  topic: z.string(),
  validateOnly: z.boolean(),
  before: z.int(),
  after: z.int(),
  remappedKeyShare: z.number(),
  command: z.string(),
  durationMs: z.number(),
});
export type AddPartitionsResult = z.infer<typeof AddPartitionsResult>;

/** DeleteRecords is what `POST topics/{topic}/records/delete` takes: `offsets` (delete all below each), or `before`, a time; exactly one. Offset "-1" is the high watermark. */
export const DeleteRecords = z
  .strictObject({
    offsets: z
      .array(z.object({ partition: z.int().min(0), offset: Int64 }))
      .min(1)
      .optional(),
    before: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    (input) => (input.offsets === undefined) !== (input.before === undefined),
    "Give offsets, or a time: one of them.",
  );
export type DeleteRecords = z.infer<typeof DeleteRecords>;

/** UnreadByGroup is how many records a group has not read of those that go. Null: not known. */
export const UnreadByGroup = z.object({ groupId: z.string(), records: Int64.nullable() });
export type UnreadByGroup = z.infer<typeof UnreadByGroup>;

/** DeleteRecordsResult answers it: per partition the log start offset before and after. */
export const DeleteRecordsResult = z.object({
  topic: z.string(),
  validateOnly: z.boolean(),
  records: Int64,
  sizeBytes: Int64.nullable(),
  partitions: z.array(
    z.object({
      partition: z.int(),
      logStartOffset: Int64.nullable(),
      after: Int64.nullable(),
      records: Int64.nullable(),
      error: z.string().nullable(),
    }),
  ),
  unread: z.array(UnreadByGroup),
  command: z.string(),
  durationMs: z.number(),
});
export type DeleteRecordsResult = z.infer<typeof DeleteRecordsResult>;

/** DeleteTopicResult answers `DELETE topics/{topic}`: what goes with it. */
export const DeleteTopicResult = z.object({
  topic: z.string(),
  validateOnly: z.boolean(),
  partitions: z.int(),
  records: Int64.nullable(),
  sizeWithReplicasBytes: Int64.nullable(),
  unread: z.array(UnreadByGroup),
  command: z.string(),
  durationMs: z.number(),
});
export type DeleteTopicResult = z.infer<typeof DeleteTopicResult>;
