import { z } from "./zod.ts";
import { Broker } from "./brokers.ts";
import { Group } from "./groups.ts";
import { Topic } from "./topics.ts";
import { Int64, ReadAnswer, Severity } from "./common.ts";

/** AttentionCode is a rule that found something. */
export const AttentionCode = z.enum([
  "BROKER_DOWN",
  "BROKER_NOT_ANSWERING",
  "NO_CONTROLLER",
  "OFFLINE_PARTITIONS",
  "BELOW_MIN_ISR",
  "UNDER_REPLICATED",
  "LOG_DIR_FAILED",
  "GROUP_LOST_RECORDS",
  "GROUP_AT_RISK",
  "GROUP_STOPPED",
  "GROUP_STALLED",
  "GROUP_FALLING_BEHIND",
  "GROUP_WENT_BACK",
  "COMMIT_BEYOND_END",
  "HOT_PARTITION",
]);
export type AttentionCode = z.infer<typeof AttentionCode>;

/** Attention is one line of "needs attention": what, to which element, with its figures; `name` is the topic, the group or the broker's id. `since` is when samples first saw it, null while none has; `sinceAtLeast`: it was there at the first look already. */
export const Attention = z.object({
  severity: Severity,
  code: AttentionCode,
  kind: z.enum(["topic", "group", "broker", "cluster"]),
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  since: z.iso.datetime().nullable(),
  sinceAtLeast: z.boolean(),
});
export type Attention = z.infer<typeof Attention>;

/** Overview answers `GET overview`. Attention is worst first; `checks` is how many were made. Totals leave out what `unknownPartitions` and `errors` name. From samples, empty while there are none: `furthestBehind` are groups by time lag, `busiestTopics` topics by records/s, `silentTopics` those that were written to within the hour and no longer are. */
export const Overview = ReadAnswer.extend({
  clusterId: z.string(),
  kafkaVersion: z.string().nullable(),
  controllerId: z.int().nullable(),
  quorum: z.object({ voters: z.int(), votersInStep: z.int(), observers: z.int() }).nullable(),
  checks: z.int(),
  attention: z.array(Attention),
  brokersUp: z.int(),
  brokersKnown: z.int(),
  topics: z.int(),
  internalTopics: z.int(),
  partitions: z.int(),
  underReplicatedPartitions: z.int(),
  offlinePartitions: z.int(),
  unknownPartitions: z.int(),
  messages: Int64.nullable(),
  sizeWithReplicasBytes: Int64.nullable(),
  diskTotalBytes: Int64.nullable(),
  groups: z.int().nullable(),
  groupsByState: z.record(z.string(), z.int()),
  totalLag: Int64.nullable(),
  largestLags: z.array(Group),
  furthestBehind: z.array(Group),
  busiestTopics: z.array(Topic),
  silentTopics: z.array(Topic),
  largestTopics: z.array(Topic),
  brokers: z.array(Broker),
});
export type Overview = z.infer<typeof Overview>;
