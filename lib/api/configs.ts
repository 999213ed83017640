import { z } from "./zod.ts";
import { Flag, Int64, listOf, ListQuery, ReadAnswer } from "./common.ts";

/** ConfigSource is who set a value: the topic, a broker dynamically (one, or all as the cluster's default), server.properties, or Kafka's default. */
export const ConfigSource = z.enum([
  "topic",
  "dynamic-broker",
  "dynamic-cluster",
  "static-broker",
  "default",
  "group",
  "unknown",
]);
export type ConfigSource = z.infer<typeof ConfigSource>;

/** ConfigType is Kafka's type of a setting (ConfigDef.Type). */
export const ConfigType = z.enum([
  "boolean",
  "string",
  "int",
  "short",
  "long",
  "double",
  "list",
  "class",
  "password",
  "unknown",
]);
export type ConfigType = z.infer<typeof ConfigType>;

/** ConfigSynonym is one level at which a setting can have a value, the one in force first. */
export const ConfigSynonym = z.object({ name: z.string(), value: z.string().nullable(), source: ConfigSource });
export type ConfigSynonym = z.infer<typeof ConfigSynonym>;

/** ConfigValue is a setting with its value and who set it. A sensitive one has value null. */
export const ConfigValue = z.object({
  name: z.string(),
  value: z.string().nullable(),
  source: ConfigSource,
  readOnly: z.boolean(),
  sensitive: z.boolean(),
  type: ConfigType,
});
export type ConfigValue = z.infer<typeof ConfigValue>;

/** Config is one setting with all that is to be known of it. `defaultValue` is what stays when the topic's (or the broker's dynamic) override is removed; `documentation` is the broker's, HTML allowed by Kafka removed. */
export const Config = ConfigValue.extend({
  defaultValue: z.string().nullable(),
  defaultSource: ConfigSource,
  synonyms: z.array(ConfigSynonym),
  documentation: z.string().nullable(),
});
export type Config = z.infer<typeof Config>;

/** ConfigListQuery is what `.../configs` takes; `overridden=true` keeps what is not a default. */
export const ConfigListQuery = ListQuery.extend({
  pageSize: z.coerce.number().int().min(1).max(500).default(500),
  overridden: Flag.optional(),
});
export type ConfigListQuery = z.infer<typeof ConfigListQuery>;

/** ConfigList answers `.../configs`, sorted by name. */
export const ConfigList = listOf(Config);
export type ConfigList = z.infer<typeof ConfigList>;

/** ConfigPatch changes a topic's settings incrementally (KIP-339): what is neither set nor deleted stays. */
export const ConfigPatch = z
  .strictObject({
    set: z.record(z.string().min(1), z.string()).default({}),
    delete: z.array(z.string().min(1)).default([]),
  })
  .refine((patch) => Object.keys(patch.set).length + patch.delete.length > 0, "Nothing to change.")
  .refine((patch) => patch.delete.every((name) => !(name in patch.set)), "A setting is both set and deleted.");
export type ConfigPatch = z.infer<typeof ConfigPatch>;

/** ConfigChange is one setting before and after. */
export const ConfigChange = z.object({
  name: z.string(),
  before: z.string().nullable(),
  beforeSource: ConfigSource,
  after: z.string().nullable(),
  afterSource: ConfigSource,
});
export type ConfigChange = z.infer<typeof ConfigChange>;

/** ConfigEffect is a consequence of a change: a code that the catalogues put into words and its figures. `loss` = records go for good. */
export const ConfigEffect = z.object({
  severity: z.enum(["crit", "warn", "info"]),
  code: z.enum([
    "DELETES_OLDER_THAN",
    "DELETES_OVER_SIZE",
    "DELETES_BY_NEW_POLICY",
    "COMPACTION_DROPS_OLD_VALUES",
    "KEEPS_LONGER",
    "GROUP_LOSES_UNREAD",
    "MIN_ISR_ABOVE_LIVE",
    "MIN_ISR_NO_REDUNDANCY",
    "UNCLEAN_ELECTION",
    "KEYLESS_REFUSED",
    "SMALLER_BATCHES",
    "LOSS_UNKNOWN",
  ]),
  loss: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ConfigEffect = z.infer<typeof ConfigEffect>;

/** ConfigPatchResult answers `PATCH topics/{topic}/configs`, with or without `validateOnly`. `command` is the same as a kafka-configs.sh line. */
export const ConfigPatchResult = z.object({
  topic: z.string(),
  validateOnly: z.boolean(),
  changes: z.array(ConfigChange),
  effects: z.array(ConfigEffect),
  command: z.string(),
  durationMs: z.number(),
});
export type ConfigPatchResult = z.infer<typeof ConfigPatchResult>;

/** TopicSettings answers `GET topic-settings`: what a new topic would run with here, from a dry run of the broker; and what a form must know of the cluster. */
export const TopicSettings = ReadAnswer.extend({
  liveBrokers: z.array(z.object({ brokerId: z.int(), rack: z.string().nullable() })),
  defaultPartitions: z.int().nullable(),
  defaultReplicationFactor: z.int().nullable(),
  replicasByBroker: z.array(z.object({ brokerId: z.int(), replicas: z.int() })),
  freeDiskBytes: Int64.nullable(),
  items: z.array(Config),
});
export type TopicSettings = z.infer<typeof TopicSettings>;
