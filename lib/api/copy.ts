import { z } from "./zod.ts";
import { Int64 } from "./common.ts";
import { Codec, scanFields } from "./messages.ts";
import { PartitionerName } from "./produce.ts";

const name = z.string().min(1).max(249);

/** CopySelection is which records are copied: single ones, or all that a scan finds (`newest` reads all of the log, like `oldest`). Control records and those of aborted or open transactions never are. */
export const CopySelection = z.union(
  [
    z.strictObject({
      records: z
        .array(z.strictObject({ partition: z.int().min(0), offset: Int64 }))
        .min(1)
        .max(10_000),
    }),
    z.strictObject({
      scan: z.strictObject({ ...scanFields, isolation: scanFields.isolation.default("read_committed") }),
    }),
  ],
  { error: "records: [{partition, offset}], or scan: {start, end, partitions, contains, key, header, filter}." },
);
export type CopySelection = z.input<typeof CopySelection>;

/** CopyRequest is what `POST topics/{topic}/messages/copy` takes. `to.clusterId` is this cluster unless given. Bytes of keys, values and headers stay as they are; with `keepPartition` each record goes to the partition of the same number, else `partitioner` places it; without `keepTimestamp` its time is that of the copy. */
export const CopyRequest = z.strictObject({
  to: z.strictObject({ topic: name, clusterId: z.string().min(1).optional() }),
  selection: CopySelection,
  keepPartition: z.boolean().default(false),
  keepTimestamp: z.boolean().default(false),
  partitioner: PartitionerName.default("murmur2"),
  compression: Codec.default("none"),
});
export type CopyRequest = z.infer<typeof CopyRequest>;

/** CopyInput is a CopyRequest as it is sent. */
export type CopyInput = z.input<typeof CopyRequest>;

const counts = {
  matched: z.number(),
  copied: z.number(),
  failed: z.number(),
  scannedRecords: z.number(),
  elapsedMs: z.number(),
};

/** CopyProgress tells how far a copy is; `share` (0..1) of what is read, null while unknown. With validateOnly nothing is copied, and `matched` is what would be. */
export const CopyProgress = z.object({ type: z.literal("progress"), share: z.number().nullable(), ...counts });
export type CopyProgress = z.infer<typeof CopyProgress>;

/** CopyFailure is a record that was not copied (its place in the source), or with offset null a partition that could not be read further. `unsure`: it may have been written after all. */
export const CopyFailure = z.object({
  type: z.literal("failure"),
  partition: z.int(),
  offset: Int64.nullable(),
  code: z.string(),
  message: z.string(),
  unsure: z.boolean(),
});
export type CopyFailure = z.infer<typeof CopyFailure>;

/** CopyDone is the last line: `end` all was read; `error` it could not go on (code and message). */
export const CopyDone = z.object({
  type: z.literal("done"),
  reason: z.enum(["end", "error"]),
  code: z.string().optional(),
  message: z.string().optional(),
  validateOnly: z.boolean(),
  ...counts,
});
export type CopyDone = z.infer<typeof CopyDone>;

/** CopyLine is one line of the answer to a copy (application/x-ndjson). At most 1000 failures are told one by one, `failed` counts all. */
export const CopyLine = z.discriminatedUnion("type", [CopyProgress, CopyFailure, CopyDone]);
export type CopyLine = z.infer<typeof CopyLine>;
