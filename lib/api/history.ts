import { z } from "./zod.ts";
import { Int64, ReadAnswer } from "./common.ts";

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Step is the distance of two points in a query string, such as `30s`, `5m` or `1h`; as a value: milliseconds. */
export const Step = z
  .string()
  .regex(/^[1-9]\d{0,6}(ms|s|m|h|d)$/, "A step is a number and ms, s, m, h or d, such as 30s.")
  .transform((text) => {
    const [, count, unit] = /^(\d+)(\D+)$/.exec(text)!;
    return Number(count) * unitMs[unit as keyof typeof unitMs];
  });

const range = {
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  step: Step.optional(),
};

/** ThroughputQuery is what `GET throughput` takes. `by=partition` needs a topic; `topic` and `group` keep what belongs to it. Without `from` it is the last hour, without `to` now, without `step` one that gives about 240 points. */
export const ThroughputQuery = z
  .strictObject({
    by: z.enum(["topic", "group", "broker", "partition"]).default("topic"),
    topic: z.string().max(249).optional(),
    group: z.string().max(249).optional(),
    ...range,
  })
  .refine(({ by, topic }) => by !== "partition" || topic !== undefined, {
    path: ["topic"],
    message: "By partition there must be a topic.",
  });
export type ThroughputQuery = z.infer<typeof ThroughputQuery>;

/** GroupHistoryQuery is what `GET groups/{groupId}/history` takes: the whole group, one topic of it, or one partition of that. */
export const GroupHistoryQuery = z
  .strictObject({
    topic: z.string().max(249).optional(),
    partition: z.coerce.number().int().min(0).optional(),
    ...range,
  })
  .refine(({ topic, partition }) => partition === undefined || topic !== undefined, {
    path: ["topic"],
    message: "A partition needs its topic.",
  });
export type GroupHistoryQuery = z.infer<typeof GroupHistoryQuery>;

/** Measure is what a series counts. produced: records written, by growth of the end offset. due: the same, once for each group that reads the partition. consumed: records committed. bytes: what was written, as Kafka's own counters tell where Prometheus has them, else estimated by the growth of the leaders' logs. bytesOut: what consumers fetched, by those counters alone. lag: records. timeLag: ms. end, committed, start: offsets of one partition, to draw and not to count with. */
export const Measure = z.enum([
  "produced",
  "due",
  "consumed",
  "bytes",
  "bytesOut",
  "lag",
  "timeLag",
  "end",
  "committed",
  "start",
]);
export type Measure = z.infer<typeof Measure>;

/** SeriesUnit is the unit of a series' values. */
export const SeriesUnit = z.enum(["records/s", "bytes/s", "records", "ms", "offset"]);
export type SeriesUnit = z.infer<typeof SeriesUnit>;

/** Series is one line: points `[epoch ms, value]` in order; null is a gap (no samples, or none that can be compared). A rate at a point holds for the step that ends there. `others` sums the elements that have no line of their own, `total` all of them. `estimate` values are not counted but worked out. Where there are more than 2,000 points the line is thinned to what looks the same (LTTB; gaps and what lies beside events stay), and `sum` is what all of its points add up to: a rate's records or bytes, null for a level. */
export const Series = z.object({
  name: z.string(),
  kind: z.enum(["element", "others", "total"]),
  measure: Measure,
  unit: SeriesUnit,
  estimate: z.boolean(),
  sum: z.number().nullable().optional(),
  points: z.array(z.tuple([z.number(), z.number().nullable()])),
});
export type Series = z.infer<typeof Series>;

/** HistoryEvent is something that broke a line. end-back: a partition's end offset fell (recreated topic, unclean election). commit-back: a commit fell (reset, or records read again). state: a group's state changed. members: members left a group or joined it; `left`, `joined`, `before` and `now` count them, `leftClients` and `joinedClients` name some. Values hold what changed. */
export const HistoryEvent = z.object({
  at: z.number(),
  code: z.enum(["end-back", "commit-back", "state", "members"]),
  kind: z.enum(["topic", "group"]),
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** PartitionRate is what was written to one partition in a range: a mean over the time in which it was counted; null when it was not. */
export const PartitionRate = z.object({ partition: z.int(), producedPerSecond: z.number().nullable() });
export type PartitionRate = z.infer<typeof PartitionRate>;

/** History is what was sampled in a range. `step` is in ms; `thinnedFrom` is how many points a series had before it was thinned, null when all are there; `since` is the time of the oldest sample that there is, null while there is none; `store` says where it is kept. By partition, `partitions` tells of each of them, also of those that have no line of their own. */
export const History = ReadAnswer.extend({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  step: z.int(),
  thinnedFrom: z.int().nullable(),
  sampledEveryMs: z.int(),
  since: z.iso.datetime().nullable(),
  store: z.enum(["sqlite", "memory", "prometheus"]),
  series: z.array(Series),
  partitions: z.array(PartitionRate).optional(),
  events: z.array(HistoryEvent),
});
export type History = z.infer<typeof History>;

/** NoEstimate is why a time cannot be told: nothing is unread, the lag does not fall, too few samples, nothing is deleted by time or size, the unread is safe for longer than can be told, or something is not known. */
export const NoEstimate = z.enum([
  "no-lag",
  "not-falling",
  "too-few-samples",
  "kept-forever",
  "not-reached",
  "unknown",
]);
export type NoEstimate = z.infer<typeof NoEstimate>;

/** Estimate is a time from now in ms if rates stay, or why there is none. */
export const Estimate = z.union([z.object({ ms: z.number() }), z.object({ none: NoEstimate })]);
export type Estimate = z.infer<typeof Estimate>;

/** Outlook is how a group, or one partition of it, fares: rates are means of the last minutes (`spanMs`, from `samples` samples). `lagMs` is how long ago its committed offset was the end offset; `lagMsAtLeast` when that is longer ago than anything sampled. */
export const Outlook = z.object({
  lag: Int64.nullable(),
  lagMs: z.number().nullable(),
  lagMsAtLeast: z.boolean(),
  producedPerSecond: z.number().nullable(),
  consumedPerSecond: z.number().nullable(),
  lagPerSecond: z.number().nullable(),
  drain: Estimate,
  loss: Estimate,
  samples: z.int(),
  spanMs: z.number(),
});
export type Outlook = z.infer<typeof Outlook>;

/** PartitionOutlook is the outlook of one partition of a group. */
export const PartitionOutlook = Outlook.extend({ topic: z.string(), partition: z.int() });
export type PartitionOutlook = z.infer<typeof PartitionOutlook>;

/** GroupHistory answers `GET groups/{groupId}/history`: lag, timeLag, due and consumed over time, with the offsets of a single partition. `outlook` is of all that was asked for, `partitions` are its partitions, furthest behind first (at most 500). */
export const GroupHistory = History.extend({ outlook: Outlook, partitions: z.array(PartitionOutlook) });
export type GroupHistory = z.infer<typeof GroupHistory>;
