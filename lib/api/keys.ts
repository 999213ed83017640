import { z } from "./zod.ts";
import { Int64, ReadAnswer, Severity } from "./common.ts";
import { Datum, Decoding, MessageRecord, PartitionFailure, scanFields, ScanDone, ScanProgress } from "./messages.ts";
import { PartitionerName } from "./produce.ts";

const typedKey = z.string().max(10_000);

/** KeyQuery is what `GET topics/{topic}/messages/key` takes: a key as a person types it, and how it is to be read. With `auto` it is text, and also an integer or a UUID when it looks like one. */
export const KeyQuery = z.strictObject({ key: typedKey, keyAs: Decoding.default("auto") });
export type KeyQuery = z.infer<typeof KeyQuery>;

/** KeyReading is one way in which a typed key may stand in the log, with its size in bytes: UTF-8 text, an integer of 4 or 8 bytes, the bytes of a UUID, of hex or of base64. */
export const KeyReading = z.object({
  encoding: z.enum(["text", "int32", "int64", "uuid", "hex", "base64"]),
  size: z.int(),
});
export type KeyReading = z.infer<typeof KeyReading>;

/** KeyTarget is the partition to which a partitioner sends one reading of the key; null when it spreads it over all. */
export const KeyTarget = z.object({
  partitioner: PartitionerName,
  encoding: KeyReading.shape.encoding,
  partition: z.int().nullable(),
});
export type KeyTarget = z.infer<typeof KeyTarget>;

/** KeyAnswer is what `GET topics/{topic}/messages/key` answers: the topic's number of partitions, and where each partitioner sends the key now. Throws INVALID for a key that cannot be read as asked. */
export const KeyAnswer = ReadAnswer.extend({
  key: z.string(),
  partitions: z.int(),
  readings: z.array(KeyReading),
  targets: z.array(KeyTarget),
});
export type KeyAnswer = z.infer<typeof KeyAnswer>;

/** KeyHistoryQuery is what `GET topics/{topic}/messages/key/history` takes. `where=partition` reads only the partition that `partitioner` chooses, `all` every one. From `newest` it reads backwards and tells the newest `limit` records. */
export const KeyHistoryQuery = z.strictObject({
  ...KeyQuery.shape,
  where: z.enum(["partition", "all"]).default("all"),
  partitioner: PartitionerName.default("murmur2"),
  start: scanFields.start,
  end: scanFields.end,
  isolation: scanFields.isolation,
  valueAs: scanFields.valueAs,
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  maxBytes: z.coerce
    .number()
    .int()
    .min(1)
    .max(1024 * 1024)
    .default(32 * 1024),
});
export type KeyHistoryQuery = z.infer<typeof KeyHistoryQuery>;

/** KeyStay is a key's records in one partition: how many, and their first and last time (epoch ms). */
export const KeyStay = z.object({
  partition: z.int(),
  records: z.int(),
  firstMs: z.number(),
  lastMs: z.number(),
});
export type KeyStay = z.infer<typeof KeyStay>;

const where = { partition: z.int(), offset: Int64 };
const anomaly = { type: z.literal("anomaly"), severity: Severity };

/** KeyAnomaly is what is odd in a key's history; see assessKeyOrder. `previous` is the record's predecessor in its partition. */
export const KeyAnomaly = z.discriminatedUnion("code", [
  z.object({ ...anomaly, code: z.literal("SEVERAL_PARTITIONS"), moved: z.boolean(), stays: z.array(KeyStay) }),
  z.object({ ...anomaly, code: z.literal("TIME_BACKWARDS"), ...where, previous: Int64, backMs: z.number() }),
  z.object({ ...anomaly, code: z.literal("SAME_VALUE"), ...where, previous: Int64 }),
  z.object({ ...anomaly, code: z.literal("TOMBSTONE"), ...where, last: z.boolean() }),
]);
export type KeyAnomaly = z.infer<typeof KeyAnomaly>;

/** KeyHistoryLine is one line of a key's history: records as they are found, at the end all anomalies of what was told. */
export const KeyHistoryLine = z.union([MessageRecord, ScanProgress, PartitionFailure, KeyAnomaly, ScanDone]);
export type KeyHistoryLine = z.infer<typeof KeyHistoryLine>;

/** LATEST_MEMORY_BYTES is how much of the server's memory one table of latest values takes at most: 64 MiB. */
export const LATEST_MEMORY_BYTES = 64 * 1024 * 1024;

/** LatestSort orders the table of latest values: by time, by number of records, by size, or by key (bytes); `-` descending. */
export const LatestSort = z.enum(["time", "-time", "updates", "-updates", "size", "-size", "key", "-key"]);
export type LatestSort = z.infer<typeof LatestSort>;

/** LatestQuery is what `GET topics/{topic}/messages/latest` takes. `search` is a part of the key or of the newest value (case ignored); `deleted`: with tombstoned keys, without, or only those. `limit` rows are told, the first by `sort`; all are counted. */
export const LatestQuery = z.strictObject({
  search: z.string().max(1000).default(""),
  deleted: z.enum(["include", "exclude", "only"]).default("include"),
  sort: LatestSort.default("-time"),
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
  partitions: scanFields.partitions,
  isolation: z.enum(["read_uncommitted", "read_committed"]).default("read_committed"),
  keyAs: Decoding.default("auto"),
  valueAs: Decoding.default("auto"),
  maxBytes: z.coerce
    .number()
    .int()
    .min(1)
    .max(64 * 1024)
    .default(2048),
});
export type LatestQuery = z.infer<typeof LatestQuery>;

/** LatestRow is the newest record of a key in its partition: `deleted` by a tombstone, `updates` records were seen of it, `elsewhere` when other partitions hold records of the key too. */
export const LatestRow = z.object({
  type: z.literal("latest"),
  key: Datum,
  value: Datum.nullable(),
  deleted: z.boolean(),
  partition: z.int(),
  offset: Int64,
  timestamp: z.number(),
  size: z.int(),
  updates: z.int(),
  elsewhere: z.boolean(),
});
export type LatestRow = z.infer<typeof LatestRow>;

/** LatestProgress is ScanProgress with the keys found so far; `matched` counts rows that match. */
export const LatestProgress = ScanProgress.extend({ keys: z.int(), deletedKeys: z.int() });
export type LatestProgress = z.infer<typeof LatestProgress>;

/** LatestSummary comes before the rows. `keys` are held completely, `deletedKeys` of them are tombstoned, `matching` match the search; `keysInSeveralPartitions` count once a partition in `keys`. `recordsWithoutKey` stand in no row. When `memoryFull`, `recordsLeftOut` belong to keys that found no room within `memoryLimitBytes`: the rows that are told are right, those keys are missing. */
export const LatestSummary = z.object({
  type: z.literal("summary"),
  keys: z.int(),
  deletedKeys: z.int(),
  matching: z.int(),
  keysInSeveralPartitions: z.int(),
  recordsWithoutKey: z.number(),
  memoryBytes: z.number(),
  memoryLimitBytes: z.number(),
  memoryFull: z.boolean(),
  recordsLeftOut: z.number(),
});
export type LatestSummary = z.infer<typeof LatestSummary>;

/** LatestLine is one line of the table of latest values: progress while it reads, then the summary, the rows, and the end. */
export const LatestLine = z.union([LatestProgress, LatestSummary, LatestRow, PartitionFailure, ScanDone]);
export type LatestLine = z.infer<typeof LatestLine>;

/** KeySearch, KeyHistorySearch and LatestSearch are the queries as they stand in a URL: all text, nothing needed but the key. */
export type KeyHistorySearch = Partial<Record<keyof KeyHistoryQuery, string>>;
export type LatestSearch = Partial<Record<keyof LatestQuery, string>>;
