import type { Dimension } from "./totals.ts";

/** Span is what is asked of a store: samples at or between two times (epoch ms), no finer than `stepMs` needs. */
export type Span = { from: number; to: number; stepMs: number };

/** TopicSamples are the offsets of a topic over time: `start[partition][index]` and `end[partition][index]` at `times[index]`; null is not known. */
export type TopicSamples = { times: number[]; start: (bigint | null)[][]; end: (bigint | null)[][] };

/** CommitSamples are a group's commits on one topic over time: `committed[partition][index]` at `times[index]`. */
export type CommitSamples = { times: number[]; committed: (bigint | null)[][] };

/** Interval is (at - coveredMs, at]: what was counted in it covers `coveredMs` of time. */
export type Interval = { at: number; coveredMs: number };

/** CountSamples are counts over time: by name, `counts[index]` of `intervals[index]`; NaN is not known, absentCount when there was nothing to count. */
export type CountSamples = { intervals: Interval[]; counts: Map<string, Float64Array> };

/** TopQuery asks for some measures of a dimension: of the `most` largest elements by the first of them, and of all others together; or of one element alone. */
export type TopQuery = { dimension: Dimension; measures: readonly string[]; name?: string | undefined; most: number };

/** TopSamples are the counts of one measure over time: of the largest elements, largest first, and the sum of all others (null: there are none). */
export type TopSamples = { intervals: Interval[]; top: Map<string, Float64Array>; others: Float64Array | null };

/** Condition is something that needs attention and since when (epoch ms): `atLeast` = it was there at the first look, `seenAt` = when it was seen last, `mark` = what cannot have changed while it lasts (null: nothing tells). */
export type Condition = { key: string; at: number; atLeast: boolean; seenAt: number; mark: string | null };

/** KeptConditions are the conditions that were known last, and the time of the newest sample that was kept, null when there is none. */
export type KeptConditions = { conditions: Condition[]; lastAt: number | null };

/** mostEvents is how many events of a span are read: the newest. */
export const mostEvents = 500;

/** StoredEvent is something that broke a line, as it is kept. */
export type StoredEvent = {
  at: number;
  code: "end-back" | "commit-back" | "state" | "members";
  kind: "topic" | "group";
  name: string;
  values: Record<string, string | number>;
};

/** HistoryStore is where a cluster's history is read from, whatever keeps it. Every read may be empty. Of what happened to groups, `readEvents` tells all, or what happened to one. `countsBytes`: bytes are those of Kafka's own counters, in and out, and no estimate. */
export type HistoryStore = {
  kind: "sqlite" | "memory" | "prometheus";
  countsBytes: boolean;
  since(): Promise<number | null>;
  readTopic(topic: string, span: Span): Promise<TopicSamples>;
  readCommits(groupId: string, span: Span): Promise<Map<string, CommitSamples>>;
  readCounts(dimension: Dimension, measure: string, span: Span): Promise<CountSamples>;
  readTop(query: TopQuery, span: Span): Promise<TopSamples[]>;
  readEvents(span: Span, groupId?: string): Promise<StoredEvent[]>;
  keptConditions(): Promise<KeptConditions>;
};
