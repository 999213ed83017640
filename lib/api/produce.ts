import { z } from "./zod.ts";
import { Codec } from "./messages.ts";
import { Int64 } from "./common.ts";

/** MOST_RECORDS is how many records one request may produce, copies counted. */
export const MOST_RECORDS = 10_000;

/** MOST_BYTES is how many bytes of keys, values and headers one request may produce, copies counted. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** ProduceEncoding says what bytes `data` stands for: UTF-8 text, JSON text as it is written, a big-endian integer, or bytes as hex or base64. */
export const ProduceEncoding = z.enum(["text", "json", "int32", "int64", "hex", "base64"]);
export type ProduceEncoding = z.infer<typeof ProduceEncoding>;

/** ProduceDatum is a key, a value or a header's value to write: text, or an encoding with its data, or null (of a value: a tombstone). */
export const ProduceDatum = z.union(
  [z.null(), z.string(), z.strictObject({ encoding: ProduceEncoding, data: z.string() })],
  { error: "null, a text, or {encoding: text|json|int32|int64|hex|base64, data}." },
);
export type ProduceDatum = z.infer<typeof ProduceDatum>;

/** PartitionerName names how a key chooses its partition; see lib/domain/partitioners.ts. */
export const PartitionerName = z.enum([
  "murmur2",
  "consistent_random",
  "consistent",
  "fnv1a",
  "fnv1a_reference",
  "kafkajs_legacy",
]);
export type PartitionerName = z.infer<typeof PartitionerName>;

const partition = z.int("A partition number.").min(0, "A partition number.");
const timestamp = z.union([z.int().min(0), z.iso.datetime({ offset: true })], {
  error: "Milliseconds since 1970, or an ISO time with its zone.",
});

/** ProduceRecord is one record to write. `value` must be said, null is a tombstone; without `partition` the partitioner chooses; without `timestamp` it is now. A header's name may come more than once. */
export const ProduceRecord = z.strictObject({
  key: ProduceDatum.default(null),
  value: ProduceDatum,
  headers: z.array(z.strictObject({ name: z.string(), value: ProduceDatum })).default([]),
  partition: partition.nullish(),
  timestamp: timestamp.nullish(),
});
export type ProduceRecord = z.infer<typeof ProduceRecord>;

/** ProduceRequest is what `POST topics/{topic}/messages` takes. `partitioner` places the records without a partition of their own; null keys are spread. With `template` the placeholders {{uuid}} {{now}} {{nowMs}} {{seq}} in texts and JSON are filled in, and {{{{ stands for {{; `count` writes each record so many times; {{seq}} begins at `firstSeq`. */
export const ProduceRequest = z.strictObject({
  records: z
    .array(ProduceRecord)
    .min(1, "At least one record.")
    .max(MOST_RECORDS, `At most ${MOST_RECORDS} records in one request.`),
  partitioner: PartitionerName.default("murmur2"),
  compression: Codec.default("none"),
  template: z.boolean().default(false),
  count: z.int().min(1).max(MOST_RECORDS, `At most ${MOST_RECORDS} records in one request.`).default(1),
  firstSeq: z.int().min(0).default(1),
});
export type ProduceRequest = z.infer<typeof ProduceRequest>;

/** ProduceInput is a ProduceRequest as it is sent: what has a default may be left out. */
export type ProduceInput = z.input<typeof ProduceRequest>;

/** ProducedRecord is what came of one record, in the order of the request, copies of a record beside each other: where it stands, or why it was not written. `partition` null: not chosen, since it is spread and nothing was sent. `size` in bytes is its own, uncompressed. `offset` and `timestamp` (epoch ms) are null in a dry run and beside an error; `error.unsure` when it may have been written after all. */
export const ProducedRecord = z.object({
  partition: z.int().nullable(),
  offset: Int64.nullable(),
  timestamp: z.number().nullable(),
  size: z.int(),
  error: z.object({ code: z.string(), message: z.string(), unsure: z.boolean() }).nullable(),
});
export type ProducedRecord = z.infer<typeof ProducedRecord>;

/** NoCommandReason says why kafka-console-producer.sh cannot write the same: `partition` it cannot choose one, `partitioner` it has only Java's, `timestamp` it cannot set one, `bytes` it writes text alone, `lines` a text has more than one line, `separators` every separator occurs in a text, `many` records. */
export const NoCommandReason = z.enum([
  "partition",
  "partitioner",
  "timestamp",
  "bytes",
  "lines",
  "separators",
  "many",
]);
export type NoCommandReason = z.infer<typeof NoCommandReason>;

/** ProduceResult is what `POST topics/{topic}/messages` answers; with validateOnly what would be written, and nothing was. `command` is the console producer's line, or null and the reason. */
export const ProduceResult = z.object({
  topic: z.string(),
  validateOnly: z.boolean(),
  records: z.int(),
  failed: z.int(),
  sizeBytes: z.int(),
  results: z.array(ProducedRecord),
  command: z.string().nullable(),
  noCommand: NoCommandReason.nullable(),
  durationMs: z.number(),
});
export type ProduceResult = z.infer<typeof ProduceResult>;
