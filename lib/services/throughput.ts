import "server-only";
import type { History, HistoryEvent, Measure, PartitionRate, Series, ThroughputQuery } from "../api/history.ts";
import { calculateStep } from "../domain/offset-steps.ts";
import { absentCount } from "../history/codec.ts";
import type {
  CommitSamples,
  CountSamples,
  HistoryStore,
  Interval,
  Span,
  StoredEvent,
  TopSamples,
} from "../history/store.ts";
import { topOf } from "../history/top-counts.ts";
import type { Dimension } from "../history/totals.ts";
import { type ClusterHistory, historyOf } from "./cluster-history.ts";
import { countSeries, totalSeries } from "./count-series.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { spanOf } from "./history-range.ts";
import { thinSeries } from "./thin-series.ts";

const measuresBy: Record<Dimension, Measure[]> = {
  topic: ["produced", "due", "consumed", "bytes"],
  group: ["due", "consumed", "lag"],
  broker: ["produced", "bytes"],
};

// What consumers fetched only Kafka's own counters tell.
function measuresOf({ countsBytes }: HistoryStore, by: Dimension): Measure[] {
  return countsBytes && by !== "group" ? [...measuresBy[by], "bytesOut"] : measuresBy[by];
}

const longestGapSteps = 3;
const shownSeries = 8;

function largest(samples: CountSamples): TopSamples {
  return topOf([samples], shownSeries)[0]!;
}

async function byDimension(
  store: HistoryStore,
  by: Dimension,
  name: string | undefined,
  span: Span,
): Promise<Series[]> {
  const measures = measuresOf(store, by);
  const reads = await store.readTop({ dimension: by, measures, name, most: shownSeries }, span);
  const isEstimate = (measure: Measure) => measure === "bytes" && !store.countsBytes;
  return measures.flatMap((measure, index) =>
    countSeries(reads[index]!, measure, span).map((line) => ({ ...line, estimate: isEstimate(measure) })),
  );
}

/** longestGapOf tells how far apart the samples of a span may be: those of a coarse tier are a step of it apart. */
export function longestGapOf({ longestGapMs }: ClusterHistory, { stepMs }: Span): number {
  return Math.max(longestGapMs, stepMs * longestGapSteps);
}

function toCounts(times: number[], columns: (bigint | null)[][], longestGapMs: number): CountSamples {
  const intervals = times.map((at, index): Interval => {
    const before = times[index - 1];
    return { at, coveredMs: before === undefined || at - before > longestGapMs ? 0 : at - before };
  });
  const counts = columns.map((column, partition): [string, Float64Array] => [
    String(partition),
    Float64Array.from(column, (offset, index) => {
      if (index === 0) return absentCount;
      const step = calculateStep(column[index - 1]!, offset);
      return step && "records" in step ? step.records : Number.NaN;
    }),
  ]);
  return { intervals, counts: new Map(counts) };
}

// A sample before the range tells what the first interval of it counts from.
function widened(span: Span, everyMs: number): Span {
  return { ...span, from: span.from - Math.max(span.stepMs, everyMs) * 2 };
}

// Without the interval that ends where the range begins: it counts what came before.
function partitionRates({ intervals, counts }: CountSamples, { from }: Span): PartitionRate[] {
  return [...counts].map(([name, values]) => {
    let [records, coveredMs] = [0, 0];
    intervals.forEach((interval, index) => {
      const count = values[index]!;
      if (interval.at <= from || interval.coveredMs === 0 || count === absentCount || Number.isNaN(count)) return;
      records += count;
      coveredMs += interval.coveredMs;
    });
    return { partition: Number(name), producedPerSecond: coveredMs === 0 ? null : (records * 1000) / coveredMs };
  });
}

type ByPartition = Pick<History, "series" | "partitions">;

async function byPartition(history: ClusterHistory, topic: string, span: Span): Promise<ByPartition> {
  const wide = widened(span, history.everyMs);
  const { times, end } = await history.store.readTopic(topic, wide);
  const samples = toCounts(times, end, longestGapOf(history, span));
  return { series: countSeries(largest(samples), "produced", span), partitions: partitionRates(samples, span) };
}

async function ofGroup(
  history: ClusterHistory,
  groupId: string,
  topic: string | undefined,
  span: Span,
): Promise<Series[]> {
  const commits = await history.store.readCommits(groupId, widened(span, history.everyMs));
  const longestGapMs = longestGapOf(history, span);
  const wanted = [...commits].filter(([name]) => topic === undefined || name === topic);
  const lines = wanted.map(([name, samples]) => ({ name, counts: sumPartitions(samples, longestGapMs) }));
  if (lines.length === 0) return [];
  const { intervals } = lines[0]!.counts;
  const same = lines.filter(({ counts }) => counts.intervals.length === intervals.length);
  const merged = { intervals, counts: new Map(same.map(({ name, counts }) => [name, counts.counts.get("")!])) };
  return countSeries(largest(merged), "consumed", span);
}

// A partition without a commit has nothing to add; one that went back makes the sum unknown.
function sumPartitions({ times, committed }: CommitSamples, longestGapMs: number): CountSamples {
  const { intervals } = toCounts(times, [], longestGapMs);
  const sum = Float64Array.from(times, (_, index) => {
    if (index === 0) return absentCount;
    return committed.reduce((records, column) => {
      const [before, now] = [column[index - 1]!, column[index]!];
      if (before === null || now === null) return records;
      return now < before ? Number.NaN : records + Number(now - before);
    }, 0);
  });
  return { intervals, counts: new Map([["", sum]]) };
}

async function totalsOf(store: HistoryStore, by: Dimension, measures: Measure[], span: Span): Promise<Series[]> {
  const reads = await store.readTop({ dimension: by, measures, most: 0 }, span);
  return measures.map((measure, index) => totalSeries(reads[index]!, measure, span));
}

// Every chart of a whole cluster has below it what groups read and what they have not, whatever it is divided by.
async function totalsBeside(store: HistoryStore, by: ThroughputQuery["by"], span: Span): Promise<Series[]> {
  const totals = await Promise.all([
    by === "group" ? [] : totalsOf(store, "group", ["lag"], span),
    by === "broker" ? totalsOf(store, "topic", ["due", "consumed"], span) : [],
  ]);
  return totals.flat();
}

/** toEvents makes events of the wire. */
export function toEvents(events: StoredEvent[]): HistoryEvent[] {
  return events.map(({ at, code, kind, name, values }) => ({ at, code, kind, name, values }));
}

/** describeThroughput answers `GET throughput`: rates over time of topics, groups, brokers or a topic's partitions. Throws InputError for a range that cannot be, KafkaError when no history is kept. */
export async function describeThroughput(
  clusterId: string,
  query: ThroughputQuery,
  freshness?: Freshness,
): Promise<History> {
  return keepAnswer(clusterId, ["describeThroughput", query], freshness, () => read(clusterId, query));
}

async function read(clusterId: string, query: ThroughputQuery): Promise<History> {
  const history = historyOf(clusterId);
  const now = Date.now();
  const span = untilNewest(spanOf(query, history.everyMs, now), history, now);
  const { by, topic, group } = query;
  const { series, ...partitions }: ByPartition =
    by === "partition"
      ? await byPartition(history, topic!, span)
      : {
          series:
            by === "topic" && group !== undefined
              ? await ofGroup(history, group, topic, span)
              : await byDimension(history.store, by, by === "topic" ? topic : group, span),
        };
  const isWhole = topic === undefined && group === undefined;
  const beside = isWhole ? await totalsBeside(history.store, by, span) : [];
  const events = await history.store.readEvents(span);
  const about = events.filter(
    ({ kind, name }) =>
      (topic === undefined && group === undefined) || (kind === "topic" ? name === topic : name === group),
  );
  return thinSeries({
    ...headOf(history, span, await history.store.since(), now),
    series: [...series, ...beside],
    ...partitions,
    events: toEvents(about),
  });
}

/** untilNewest ends a span with the newest sample: what comes after it is not a gap yet, unless it has been waited for too long. */
export function untilNewest(span: Span, { recent, longestGapMs }: ClusterHistory, now: number): Span {
  const newest = recent.newest?.at;
  const waits = newest !== undefined && now - newest <= longestGapMs;
  return waits ? { ...span, to: Math.min(span.to, newest) } : span;
}

/** headOf is what every answer over time begins with. */
export function headOf(history: ClusterHistory, span: Span, since: number | null, now: number) {
  return {
    asOf: new Date(history.recent.newest?.at ?? now).toISOString(),
    errors: [],
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    step: span.stepMs,
    sampledEveryMs: history.everyMs,
    since: since === null ? null : new Date(since).toISOString(),
    store: history.store.kind,
  };
}
