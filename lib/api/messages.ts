import { z } from "./zod.ts";
import { Flag, Int64 } from "./common.ts";

/** Encoding says how bytes were made readable: `data` is JSON text as it was written, UTF-8 text, a decimal integer, a UUID, or the bytes as hex or base64. */
export const Encoding = z.enum(["json", "text", "integer", "uuid", "hex", "base64"]);
export type Encoding = z.infer<typeof Encoding>;

/** Decoding is how a key or a value is to be read; `auto` finds out by itself: what four of five of a topic's keys, or values, seem to be, or else each record by itself. */
export const Decoding = z.enum(["auto", "json", "text", "integer", "uuid", "hex", "base64"]);
export type Decoding = z.infer<typeof Decoding>;

/** Datum is a key, a value or a header's value, readable. `size` in bytes is the whole's; `cut` when `data` is only its beginning. `mismatch` when the decoding that was asked for does not fit, so that it is shown as hex. */
export const Datum = z.object({
  encoding: Encoding,
  data: z.string(),
  size: z.int(),
  cut: z.boolean().optional(),
  mismatch: z.boolean().optional(),
});
export type Datum = z.infer<typeof Datum>;

/** Codec is how a record batch is compressed. */
export const Codec = z.enum(["none", "gzip", "snappy", "lz4", "zstd"]);
export type Codec = z.infer<typeof Codec>;

/** BatchFacts are what a record shares with its batch. `producerId` -1 = no idempotent producer; `records` and `sizeBytes` (as stored) are the batch's; `leaderEpoch` the partition leader's epoch when it was written. */
export const BatchFacts = z.object({
  baseOffset: Int64,
  records: z.int(),
  sizeBytes: z.int(),
  codec: Codec,
  producerId: Int64,
  producerEpoch: z.int(),
  leaderEpoch: z.int(),
  transactional: z.boolean(),
});
export type BatchFacts = z.infer<typeof BatchFacts>;

/** MessageRecord is one record of a topic. A null value is a tombstone. `timestamp` in epoch ms, set by the producer (CreateTime) or the broker (LogAppendTime). `sequence` is the producer's, null without an idempotent producer. `control` marks what a transaction coordinator wrote, `aborted` a record whose transaction was aborted: both only come with read_uncommitted. */
export const MessageRecord = z.object({
  type: z.literal("record"),
  partition: z.int(),
  offset: Int64,
  timestamp: z.number(),
  timestampType: z.enum(["CreateTime", "LogAppendTime"]),
  key: Datum.nullable(),
  value: Datum.nullable(),
  headers: z.array(z.object({ name: z.string(), value: Datum.nullable() })),
  size: z.int(),
  sequence: z.int().nullable(),
  control: z.enum(["commit", "abort"]).nullable(),
  aborted: z.boolean(),
  batch: BatchFacts,
});
export type MessageRecord = z.infer<typeof MessageRecord>;

/** ScanPhase: `offsets` finds where to begin and end, `reading` reads towards the end, `following` waits for new records. */
export const ScanPhase = z.enum(["offsets", "reading", "following"]);
export type ScanPhase = z.infer<typeof ScanPhase>;

/** ScanProgress tells how far a scan is. `share` (0..1) of what lies between begin and end, `totalRecords` about as many offsets; both null while unknown or following. `reachedMs` is the time (epoch ms) up to which, or when reading from the newest back to which, every partition has been read; null before that is known. `remainingMs` is an estimate, null when there is none. */
export const ScanProgress = z.object({
  type: z.literal("progress"),
  phase: ScanPhase,
  scannedRecords: z.number(),
  scannedBytes: z.number(),
  matched: z.number(),
  share: z.number().nullable(),
  totalRecords: z.number().nullable(),
  reachedMs: z.number().nullable(),
  remainingMs: z.number().nullable(),
  elapsedMs: z.number(),
});
export type ScanProgress = z.infer<typeof ScanProgress>;

/** PartitionFailure tells that a partition could not be read (further); the others go on. `offset` is the next one that was not read, null when it is not known. */
export const PartitionFailure = z.object({
  type: z.literal("partition-error"),
  partition: z.int(),
  offset: Int64.nullable(),
  code: z.string(),
  message: z.string(),
});
export type PartitionFailure = z.infer<typeof PartitionFailure>;

/** ScanWarning says, once, that the filter could not be worked out for some records, and why: `partition` and `offset` of the first. A record that only lacks a field does not match, without a warning. */
export const ScanWarning = z.object({
  type: z.literal("warning"),
  code: z.literal("FILTER_FAILED"),
  message: z.string(),
  partition: z.int(),
  offset: Int64,
});
export type ScanWarning = z.infer<typeof ScanWarning>;

/** ScanDone is the last line: `end` all was read, `limit` enough was found, `error` it could not go on (code and message). A scan that was stopped has no last line. */
export const ScanDone = z.object({
  type: z.literal("done"),
  reason: z.enum(["end", "limit", "error"]),
  code: z.string().optional(),
  message: z.string().optional(),
  scannedRecords: z.number(),
  scannedBytes: z.number(),
  matched: z.number(),
  elapsedMs: z.number(),
});
export type ScanDone = z.infer<typeof ScanDone>;

/** ScanLine is one line of `GET topics/{topic}/messages` (application/x-ndjson). */
export const ScanLine = z.discriminatedUnion("type", [
  MessageRecord,
  ScanProgress,
  PartitionFailure,
  ScanWarning,
  ScanDone,
]);
export type ScanLine = z.infer<typeof ScanLine>;

const instant = z.iso.datetime({ offset: true });
const partitionList = z
  .string()
  .regex(/^\d+(,\d+)*$/, "Partition numbers, separated by commas.")
  .transform((text) => [...new Set(text.split(",").map(Number))]);

/** ScanStart is where a scan begins: `newest` reads backwards from the end, all others forwards. */
export const ScanStart = z
  .string()
  .refine(
    (text) =>
      text === "newest" ||
      text === "oldest" ||
      /^offset:\d+$/.test(text) ||
      (text.startsWith("time:") && instant.safeParse(text.slice(5)).success),
    "newest, oldest, offset:N or time:ISO.",
  );

/** ScanEnd is where it ends: `now`, `never` (follows), a time, or before an offset. */
export const ScanEnd = z
  .string()
  .refine(
    (text) =>
      text === "now" ||
      text === "never" ||
      /^offset:\d+$/.test(text) ||
      (text.startsWith("time:") && instant.safeParse(text.slice(5)).success),
    "now, never, offset:N or time:ISO.",
  );

/** scanFields are the parameters of every scan: where it reads and what it keeps. `contains` is looked for in keys, values, header names and header values; `key` equals the whole key as it is decoded; `header` is `name` or `name=value`; `filter` is a CEL expression over key, value, headers, partition, offset, timestamp. All given must hold. */
export const scanFields = {
  start: ScanStart.default("newest"),
  end: ScanEnd.default("now"),
  partitions: partitionList.optional(),
  contains: z.string().max(1000).default(""),
  caseSensitive: Flag.default(false),
  key: z.string().max(10_000).optional(),
  header: z.string().max(1000).default(""),
  filter: z.string().max(4000).default(""),
  isolation: z.enum(["read_uncommitted", "read_committed"]).default("read_uncommitted"),
  keyAs: Decoding.default("auto"),
  valueAs: Decoding.default("auto"),
};

/** MessagesQuery is what `GET topics/{topic}/messages` takes. `limit` records at most (0: all, for an export). `order`: by time over all partitions, or by partition and offset. `maxBytes` is how much of a key or value comes in one record. `format` other than ndjson downloads the records alone as a file. */
export const MessagesQuery = z.strictObject({
  ...scanFields,
  limit: z.coerce.number().int().min(0).max(100_000).default(50),
  order: z.enum(["time", "offset"]).default("time"),
  maxBytes: z.coerce
    .number()
    .int()
    .min(1)
    .max(64 * 1024 * 1024)
    .default(32 * 1024),
  format: z.enum(["stream", "ndjson", "csv"]).default("stream"),
});
export type MessagesQuery = z.infer<typeof MessagesQuery>;

/** MessagesSearch is a MessagesQuery as it stands in a URL: all text, nothing needed. */
export type MessagesSearch = Partial<Record<keyof MessagesQuery, string>>;
