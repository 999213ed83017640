import { z } from "./zod.ts";
import { Int64 } from "./common.ts";
import { CompareQuery } from "./compare.ts";
import { Datum, PartitionFailure, ScanDone, ScanProgress } from "./messages.ts";

/** DuplicatesQuery is what `GET topics/{topic}/messages/duplicates` takes. `by=content`: records with the same key and value; `by=sequence`: with the same partition, producer id, epoch and sequence number. */
export const DuplicatesQuery = z.strictObject({
  ...CompareQuery.pick({ start: true, end: true, partitions: true, isolation: true }).shape,
  by: z.enum(["content", "sequence"]).default("content"),
});
export type DuplicatesQuery = z.infer<typeof DuplicatesQuery>;

/** DuplicatesProgress is ScanProgress with what was found so far; `matched` counts the duplicates. */
export const DuplicatesProgress = ScanProgress.omit({ reachedMs: true }).extend({ groups: z.number() });
export type DuplicatesProgress = z.infer<typeof DuplicatesProgress>;

/** CopyPlace is where a record lies, and its timestamp (epoch ms). */
export const CopyPlace = z.object({ partition: z.int(), offset: Int64, timestamp: z.number() });
export type CopyPlace = z.infer<typeof CopyPlace>;

/** DuplicateGroup is the records that are the same: the first, how many copies followed, the latest of them (at most 5, newest last). It comes as soon as it is found and again when it has grown: `id` says which one it is. */
export const DuplicateGroup = z.object({
  type: z.literal("group"),
  id: z.number(),
  key: Datum.nullable(),
  first: CopyPlace,
  copies: z.int(),
  latest: z.array(CopyPlace),
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

/**
 * DuplicatesTotals comes when all was read. `duplicates` are the copies beyond each first record, `groups` the records that have copies; the 100 with the most copies are told. `distances` are the copies by
 * their distance in time from the first record: under 1 s, 1 min, 1 h, 1 d, and more. `otherPartition`: copies in another partition than the first. `withoutSequence`: records whose producer is not
 * idempotent, so that by=sequence cannot look at them. Two copies are found when fewer than `window` different records lie between them.
 */
export const DuplicatesTotals = z.object({
  type: z.literal("totals"),
  complete: z.boolean(),
  records: z.number(),
  duplicates: z.number(),
  groups: z.number(),
  withoutSequence: z.number(),
  otherPartition: z.number(),
  distances: z.array(z.number()),
  topKeys: z.array(z.object({ key: Datum.nullable(), copies: z.int() })),
  topKeysCut: z.boolean(),
  window: z.int(),
});
export type DuplicatesTotals = z.infer<typeof DuplicatesTotals>;

/** DuplicatesLine is one line of a search for duplicates. */
export const DuplicatesLine = z.union([
  DuplicatesProgress,
  DuplicateGroup,
  DuplicatesTotals,
  PartitionFailure,
  ScanDone,
]);
export type DuplicatesLine = z.infer<typeof DuplicatesLine>;
