import { z } from "./zod.ts";
import { Int64 } from "./common.ts";
import { Datum, PartitionFailure, ScanDone, ScanEnd, ScanProgress, ScanStart, scanFields } from "./messages.ts";

const RangeStart = ScanStart.refine((text) => text !== "newest", "oldest, offset:N or time:ISO.").default("oldest");
const RangeEnd = ScanEnd.refine((text) => text !== "never", "now, offset:N or time:ISO.").default("now");
const Committed = z.enum(["read_uncommitted", "read_committed"]).default("read_committed");

/** CompareQuery is what `GET topics/{topic}/messages/compare` takes: the topic's own range is what went in, topic `with` (of the same cluster unless `withCluster` names another) and its range what came out. Control records are never compared, aborted ones only with read_uncommitted. */
export const CompareQuery = z.strictObject({
  start: RangeStart,
  end: RangeEnd,
  partitions: scanFields.partitions,
  with: z.string().min(1).max(249),
  withCluster: z.string().max(100).default(""),
  withStart: RangeStart,
  withEnd: RangeEnd,
  withPartitions: scanFields.partitions,
  isolation: Committed,
});
export type CompareQuery = z.infer<typeof CompareQuery>;

/** ComparedSide is how far one side has been read; see ScanProgress. */
export const ComparedSide = ScanProgress.pick({
  scannedRecords: true,
  scannedBytes: true,
  share: true,
  totalRecords: true,
});
export type ComparedSide = z.infer<typeof ComparedSide>;

const sides = <T extends z.ZodType>(of: T) => z.tuple([of, of]);

/** CompareProgress is ScanProgress of both sides together, and of each: what went in, what came out. `keysShare` of the keys are compared (1 until there are too many to remember). */
export const CompareProgress = ScanProgress.omit({ matched: true, reachedMs: true }).extend({
  sides: sides(ComparedSide),
  keysShare: z.number(),
});
export type CompareProgress = z.infer<typeof CompareProgress>;

/** KeyKind is what became of a key's records. `reordered`: the same values as often in another order; `missing`: values lack on the second side and none is new there; `extra`: the other way round; `changed`: both; `repeated`: the same values, not as often. */
export const KeyKind = z.enum(["same", "reordered", "changed", "missing", "extra", "repeated"]);
export type KeyKind = z.infer<typeof KeyKind>;

const Span = z.object({ first: z.number(), last: z.number() }).nullable();

/**
 * CompareTotals comes when all was read, before the findings. `verdict`: `empty` nothing on either side, `same` the same records and each key's in order, `reordered` the same records, `different`.
 * `complete` is false when partitions could not be read. `records` and `sameContents` are of all that was read, the rest of the `keys` compared: all of them, or with `keysShare` below 1 those of a part of the hashes.
 * `kinds` adds up to the keys and to the records of each side; records without a key count in no key. `missing`, `extra`: records whose value the other side lacks for that key, and when they were written (epoch ms);
 * `more`, `fewer`: copies that the second side has beyond the first, or lacks. `spreadKeys` stand in several partitions of a side: their order is not compared.
 */
export const CompareTotals = z.object({
  type: z.literal("totals"),
  verdict: z.enum(["empty", "same", "reordered", "different"]),
  complete: z.boolean(),
  records: sides(z.number()),
  sameContents: z.boolean(),
  keysShare: z.number(),
  keys: z.number(),
  kinds: z.record(KeyKind, z.object({ keys: z.number(), records: sides(z.number()) })),
  matched: z.number(),
  missing: z.number(),
  extra: z.number(),
  more: z.number(),
  fewer: z.number(),
  missingSpan: Span,
  extraSpan: Span,
  nullKeyRecords: sides(z.number()),
  spreadKeys: sides(z.number()),
});
export type CompareTotals = z.infer<typeof CompareTotals>;

/** ComparedPlace is the first record of a side with a value, and how many with that value the side has. */
export const ComparedPlace = z.object({ partition: z.int(), offset: Int64, count: z.int() });
export type ComparedPlace = z.infer<typeof ComparedPlace>;

/** CompareFinding is a key (null: records without one) of which both sides do not have the same, up to 100 of each kind, and a record of each side that shows it; null where the side has none. */
export const CompareFinding = z.object({
  type: z.literal("finding"),
  kind: KeyKind.exclude(["same"]),
  key: Datum.nullable(),
  left: ComparedPlace.nullable(),
  right: ComparedPlace.nullable(),
});
export type CompareFinding = z.infer<typeof CompareFinding>;

/** CompareFailure is a PartitionFailure of one side: 0 what went in, 1 what came out. */
export const CompareFailure = PartitionFailure.extend({ side: z.literal([0, 1]) });
export type CompareFailure = z.infer<typeof CompareFailure>;

/** CompareLine is one line of a comparison: progress while it reads, then the totals, the findings, and the end (`matched`: records that are on both sides). */
export const CompareLine = z.union([CompareProgress, CompareTotals, CompareFinding, CompareFailure, ScanDone]);
export type CompareLine = z.infer<typeof CompareLine>;
