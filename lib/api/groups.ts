import { z } from "./zod.ts";
import { Flag, Int64, listOf, ListQuery, ReadAnswer, Reason, sortable, Unknown } from "./common.ts";

/** GroupType is how its members are coordinated: the classic protocol, KIP-848 (`consumer`), KIP-932 (`share`), KIP-1071 (`streams`). */
export const GroupType = z.enum(["classic", "consumer", "share", "streams", "unknown"]);
export type GroupType = z.infer<typeof GroupType>;

/** GroupState is Kafka's own word, with the states of all four types. */
export const GroupState = z.enum([
  "Stable",
  "PreparingRebalance",
  "CompletingRebalance",
  "Empty",
  "Dead",
  "Assigning",
  "Reconciling",
  "NotReady",
  "Unknown",
]);
export type GroupState = z.infer<typeof GroupState>;

/** GroupStatus, worst first: losing-records (retention deleted what it had not read), at-risk (retention reaches what it has not read within a day), stopped (no members, and records wait), stalled (members commit nothing, and records wait), falling-behind (more is written than read), beyond-end (a commit past the end of the log), went-back (a commit fell), no-commit, unknown, catching-up, behind (members read, records wait), caught-up, healthy. At-risk, stalled, falling-behind, went-back, catching-up and healthy are only told with two minutes of samples. */
export const GroupStatus = z.enum([
  "losing-records",
  "at-risk",
  "stopped",
  "stalled",
  "falling-behind",
  "beyond-end",
  "went-back",
  "no-commit",
  "unknown",
  "catching-up",
  "behind",
  "caught-up",
  "healthy",
]);
export type GroupStatus = z.infer<typeof GroupStatus>;

/** GroupEvidence is how complete the samples are by which a group was judged: of `partitions` with a commit `judged`, by samples that span `spanMs`. */
export const GroupEvidence = z.object({ partitions: z.int(), judged: z.int(), spanMs: z.number() });
export type GroupEvidence = z.infer<typeof GroupEvidence>;

/** Group is one row of the group list. `lag` sums the partitions whose lag is known; `partitionsWithoutCommit` and `unknownPartitions` are left out of it. `topics` holds the first 20 names of `topicCount`. `lagMs` is how long ago the furthest committed offset was the end offset (`lagMsAtLeast`: longer ago than anything sampled), `lagPerSecond` the change of lag over the last minutes, `lagTrend` the lag of the last hour in up to 20 parts; null or empty while not sampled. `statusSince` is when the status began, as far as samples tell (`statusSinceAtLeast`: it was so at the first look), null where nothing tells; `evidence` null: the status is from one look. */
export const Group = z.object({
  groupId: z.string(),
  type: GroupType,
  state: GroupState,
  status: GroupStatus,
  statusSince: z.iso.datetime().nullable(),
  statusSinceAtLeast: z.boolean(),
  evidence: GroupEvidence.nullable(),
  coordinator: z.int().nullable(),
  members: z.int().nullable(),
  topics: z.array(z.string()),
  topicCount: z.int().nullable(),
  partitions: z.int().nullable(),
  lag: Int64.nullable(),
  lagAtMost: z.boolean(),
  lost: Int64.nullable(),
  partitionsWithoutCommit: z.int().nullable(),
  unknownPartitions: z.int(),
  lagMs: z.number().nullable(),
  lagMsAtLeast: z.boolean(),
  lagPerSecond: z.number().nullable(),
  lagTrend: z.array(z.number().nullable()),
  unknown: Unknown,
});
export type Group = z.infer<typeof Group>;

/** groupSortFields are the fields by which groups sort. */
export const groupSortFields = [
  "groupId",
  "type",
  "state",
  "status",
  "coordinator",
  "members",
  "topicCount",
  "lag",
  "lagMs",
  "lagPerSecond",
  "partitionsWithoutCommit",
] as const;

/** GroupListQuery is what `GET groups` takes; `topic` keeps the groups that read that topic. */
export const GroupListQuery = ListQuery.extend({
  sort: sortable(groupSortFields, "groupId"),
  state: GroupState.optional(),
  type: GroupType.optional(),
  topic: z.string().max(249).optional(),
  attention: Flag.optional(),
});
export type GroupListQuery = z.infer<typeof GroupListQuery>;

/** GroupTotals counts all groups whatever the filter. */
export const GroupTotals = z.object({
  groups: z.int(),
  byState: z.record(z.string(), z.int()),
  byType: z.record(z.string(), z.int()),
});
export type GroupTotals = z.infer<typeof GroupTotals>;

/** GroupList answers `GET groups`. */
export const GroupList = listOf(Group).extend({ totals: GroupTotals, closest: z.string().nullable() });
export type GroupList = z.infer<typeof GroupList>;

/** Assignment is the partitions of one topic that a member owns. */
export const Assignment = z.object({ topic: z.string(), partitions: z.array(z.int()) });
export type Assignment = z.infer<typeof Assignment>;

/** Member is one member. `target` is where a KIP-848 rebalance is heading when it differs from `assignments`. `lag` sums what it owns. */
export const Member = z.object({
  memberId: z.string(),
  instanceId: z.string().nullable(),
  clientId: z.string(),
  host: z.string(),
  rack: z.string().nullable(),
  assignments: z.array(Assignment),
  target: z.array(Assignment).nullable(),
  partitions: z.int(),
  lag: Int64.nullable(),
});
export type Member = z.infer<typeof Member>;

/** GroupTopic is a topic's sum in a group. */
export const GroupTopic = z.object({
  topic: z.string(),
  partitions: z.int(),
  lag: Int64.nullable(),
  lagAtMost: z.boolean(),
  lost: Int64,
  partitionsWithoutCommit: z.int(),
  unknownPartitions: z.int(),
});
export type GroupTopic = z.infer<typeof GroupTopic>;

/** GroupDetail answers `GET groups/{groupId}`. `members` is null when the describe failed or this type has none that can be told. */
export const GroupDetail = ReadAnswer.extend({
  group: Group,
  protocol: z.string().nullable(),
  reasons: z.array(Reason),
  members: z.array(Member).nullable(),
  topics: z.array(GroupTopic),
});
export type GroupDetail = z.infer<typeof GroupDetail>;

/** Anomaly is why a figure of a group's partition is missing or differs from kafka-consumer-groups.sh. */
export const Anomaly = z.enum([
  "no-commit",
  "below-log-start",
  "beyond-end",
  "open-transaction",
  "no-leader",
  "no-such-partition",
  "not-read",
]);
export type Anomaly = z.infer<typeof Anomaly>;

/** GroupPartition is one partition of a group. lag = max(0, end - max(committed, log start)); lost = max(0, log start - committed). Null = not known, `anomalies` says why. `lagAtMost`: the topic is compacted, or holds an open transaction. */
export const GroupPartition = z.object({
  topic: z.string(),
  partition: z.int(),
  memberId: z.string().nullable(),
  clientId: z.string().nullable(),
  host: z.string().nullable(),
  committedOffset: Int64.nullable(),
  logStartOffset: Int64.nullable(),
  lastStableOffset: Int64.nullable(),
  endOffset: Int64.nullable(),
  lag: Int64.nullable(),
  lagAtMost: z.boolean(),
  lost: Int64.nullable(),
  anomalies: z.array(Anomaly),
  metadata: z.string().nullable(),
});
export type GroupPartition = z.infer<typeof GroupPartition>;

/** groupPartitionSortFields are the fields by which a group's partitions sort; ties go by topic and partition. */
export const groupPartitionSortFields = ["topic", "partition", "lag", "lost", "memberId"] as const;

/** GroupPartitionListQuery is what `GET groups/{groupId}/offsets` takes; `topic` keeps one topic, `search` a part of a topic's name. */
export const GroupPartitionListQuery = ListQuery.extend({
  pageSize: z.coerce.number().int().min(1).max(500).default(100),
  sort: sortable(groupPartitionSortFields, "topic"),
  topic: z.string().max(249).optional(),
});
export type GroupPartitionListQuery = z.infer<typeof GroupPartitionListQuery>;

/** GroupPartitionList answers `GET groups/{groupId}/offsets`. */
export const GroupPartitionList = listOf(GroupPartition);
export type GroupPartitionList = z.infer<typeof GroupPartitionList>;

/** TopicGroup is a group that reads a topic, with its figures on that topic alone. */
export const TopicGroup = z.object({
  groupId: z.string(),
  type: GroupType,
  state: GroupState,
  status: GroupStatus,
  members: z.int().nullable(),
  partitions: z.int(),
  lag: Int64.nullable(),
  lagAtMost: z.boolean(),
  lost: Int64,
  partitionsWithoutCommit: z.int(),
  unknownPartitions: z.int(),
});
export type TopicGroup = z.infer<typeof TopicGroup>;

/** topicGroupSortFields are the fields by which the groups of a topic sort. */
export const topicGroupSortFields = ["groupId", "state", "members", "lag"] as const;

/** TopicGroupListQuery is what `GET topics/{topic}/groups` takes. */
export const TopicGroupListQuery = ListQuery.extend({ sort: sortable(topicGroupSortFields, "-lag") });
export type TopicGroupListQuery = z.infer<typeof TopicGroupListQuery>;

/** TopicGroupList answers `GET topics/{topic}/groups`. */
export const TopicGroupList = listOf(TopicGroup);
export type TopicGroupList = z.infer<typeof TopicGroupList>;
