import "server-only";
import { PrometheusClient, type PromSeries } from "./prometheus-client.ts";
import { countsOf } from "./prometheus-counts.ts";
import { fallsOf } from "./prometheus-falls.ts";
import { memberEventsOf, movedGroups, stateEventsOf } from "./prometheus-group-events.ts";
import { columnsBy, gridOf, type Moment, momentsOf, timeAt } from "./prometheus-grid.ts";
import {
  committedQuery,
  conditionsQuery,
  countQueries,
  endQuery,
  fallQuery,
  fillTemplate,
  firstQuery,
  lagQuery,
  lastSampleQuery,
  memberQueries,
  membersQuery,
  nameLabel,
  negativesQuery,
  sampledQuery,
  type Scope,
  startQuery,
  stateQueries,
  windowQuery,
} from "./prometheus-queries.ts";
import {
  type CommitSamples,
  type Condition,
  type CountSamples,
  type HistoryStore,
  type KeptConditions,
  mostEvents,
  type Span,
  type StoredEvent,
  type TopicSamples,
  type TopQuery,
  type TopSamples,
} from "./store.ts";
import { topOf } from "./top-counts.ts";
import type { Dimension } from "./totals.ts";

/** PrometheusOptions: its URL, how the cluster is labelled there, and the queries (bytes/s) that Kafka's own counters answer where they are scraped. */
export type PrometheusOptions = { url: string; scope: Scope; bytesInQuery: string; bytesOutQuery: string };

const windowMs = 3_600_000;
const longestMs = 400 * 24 * windowMs;
const firstEveryMs = 1000;
const shortestRateMs = 60_000;
const sinceMayAgeMs = 600_000;
const momentsMayAgeMs = 10_000;
const lastSampleMayAgeMs = 30 * 24 * windowMs;
const finePoints = 720;
const scrapesMayBeApartMs = 5 * 60_000;

type Kept<T> = { at: number; value: Promise<T> };

/** PrometheusHistory reads one cluster's history from a Prometheus that scrapes Highwater's /metrics; what kafka_exporter scraped before is told too, but for what is due, by broker, and how groups changed. Points lie on multiples of the step; a sample bears the time at which it was taken. What a new partition held when it was first sampled is not counted, nor, by broker, what was written in the step in which the leader changed. */
export class PrometheusHistory implements HistoryStore {
  readonly kind = "prometheus";
  readonly countsBytes = true;
  readonly #options: PrometheusOptions;
  readonly #client: PrometheusClient;
  readonly #moments = new Map<string, Kept<Moment[]>>();
  #since: Kept<number | null> | null = null;

  constructor(options: PrometheusOptions) {
    this.#options = options;
    this.#client = new PrometheusClient(options.url);
  }

  /** since gives the time of the oldest sample, to a second; it looks back 400 days. */
  async since(): Promise<number | null> {
    const now = Date.now();
    if (!this.#since || now - this.#since.at > sinceMayAgeMs) {
      const kept = { at: now, value: this.#oldest(now) };
      this.#since = kept;
      // What failed, or found nothing yet, is asked for again.
      kept.value.then(
        (found) => found ?? (this.#since = null),
        () => (this.#since = null),
      );
    }
    return this.#since.value;
  }

  async readTopic(topic: string, span: Span): Promise<TopicSamples> {
    const { scope } = this.#options;
    const grid = gridOf(span);
    const [moments, start, end] = await Promise.all([
      this.#momentsIn(span),
      this.#range(startQuery(scope, { topic }), span),
      this.#range(endQuery(scope, { topic }), span),
    ]);
    return {
      times: moments.map(({ at }) => at),
      start: columnsBy(start, grid, moments),
      end: columnsBy(end, grid, moments),
    };
  }

  async readCommits(groupId: string, span: Span): Promise<Map<string, CommitSamples>> {
    const query = committedQuery(this.#options.scope, { consumergroup: groupId });
    const [moments, series] = await Promise.all([this.#momentsIn(span), this.#range(query, span)]);
    const times = moments.map(({ at }) => at);
    const byTopic = Map.groupBy(series, ({ metric }) => metric["topic"] ?? "");
    return new Map(
      [...byTopic].map(([topic, same]) => [topic, { times, committed: columnsBy(same, gridOf(span), moments) }]),
    );
  }

  /** readCounts counts by PromQL: exact differences, partition by partition, from point to point. A lag is as it was at each point. `bytes` and `bytesOut` are what Kafka's own counters tell, absent where they are not scraped. */
  async readCounts(dimension: Dimension, measure: string, span: Span): Promise<CountSamples> {
    if (measure === "bytes") return this.#readBytes(this.#options.bytesInQuery, dimension, span);
    if (measure === "bytesOut") return this.#readBytes(this.#options.bytesOutQuery, dimension, span);
    if (measure === "lag") return this.#readLag(dimension, span);
    const { scope } = this.#options;
    const negatives = measure === "consumed" ? await this.#range(negativesQuery(scope), span) : [];
    const without = negatives.length > 0 ? "negatives" : "nothing";
    const queries = countQueries(scope, dimension, measure, span.stepMs, without);
    if (queries === null) return { intervals: [], counts: new Map() };
    const range = async (query: string | null) => (query === null ? [] : this.#range(query, span));
    const { sum, fell, told, led } = queries;
    const [moments, ...answers] = await Promise.all([
      this.#momentsIn(span),
      range(sum),
      range(fell),
      range(told),
      range(led),
    ]);
    return countsOf(answers, nameLabel(dimension), gridOf(span), moments);
  }

  /** readTop reads them all: what is asked of Prometheus is the same. */
  async readTop({ dimension, measures, name, most }: TopQuery, span: Span): Promise<TopSamples[]> {
    const all = await Promise.all(measures.map((measure) => this.readCounts(dimension, measure, span)));
    return topOf(name === undefined ? all : all.map((samples) => only(samples, name)), most);
  }

  /** readEvents gives what changed from one point to the next: offsets that fell, states of groups, and members by their clients; of one group at finer points, since a member may come and go within a step. */
  async readEvents(span: Span, groupId?: string): Promise<StoredEvent[]> {
    const { scope } = this.#options;
    const finer = groupId === undefined ? span : { ...span, stepMs: finerStep(span) };
    const [ends, commits, states, members] = await Promise.all([
      this.#range(fallQuery(scope, "end", span.stepMs), span),
      this.#range(fallQuery(scope, "commit", span.stepMs), span),
      this.#each(stateQueries(scope, finer.stepMs, groupId), finer),
      this.#readMoved(finer, groupId),
    ]);
    return [
      ...fallsOf(ends, gridOf(span), "topic"),
      ...fallsOf(commits, gridOf(span), "group"),
      ...memberEventsOf(members, gridOf(finer)),
      ...stateEventsOf(states, gridOf(finer)),
    ]
      .filter(
        ({ at, kind, name }) => at >= span.from && at <= span.to && (kind === "topic" || name === (groupId ?? name)),
      )
      .toSorted((a, b) => a.at - b.at)
      .slice(-mostEvents);
  }

  /** keptConditions reads what was exported with the newest sample of the last 30 days. */
  async keptConditions(): Promise<KeptConditions> {
    const { scope } = this.#options;
    const [last] = await this.#client.instant(lastSampleQuery(scope, lastSampleMayAgeMs), Date.now());
    const seconds = last?.values[0]?.[1];
    if (seconds === undefined) return { conditions: [], lastAt: null };
    const seenAt = inMs(seconds);
    // The scrapes after that sample tell what it found; without a later sample they all tell the same.
    const found = await this.#client.instant(conditionsQuery(scope, scrapesMayBeApartMs), seenAt + scrapesMayBeApartMs);
    const conditions = found.map(({ metric, values }): Condition => ({
      key: metric["condition"] ?? "",
      at: inMs(values[0]![1]),
      atLeast: metric["at_least"] === "true",
      seenAt,
      mark: metric["mark"] || null,
    }));
    return { conditions, lastAt: seenAt };
  }

  async #readMoved(span: Span, groupId?: string): Promise<Record<"joined" | "left" | "members", PromSeries[]>> {
    const { scope } = this.#options;
    const moved = await this.#each(memberQueries(scope, span.stepMs, groupId), span);
    const groups = movedGroups(moved);
    return { ...moved, members: groups.length > 0 ? await this.#range(membersQuery(scope, groups), span) : [] };
  }

  async #each<Name extends string>(queries: Record<Name, string>, span: Span): Promise<Record<Name, PromSeries[]>> {
    const named = Object.entries(queries) as [Name, string][];
    const read = named.map(async ([name, query]) => [name, await this.#range(query, span)] as const);
    return Object.fromEntries(await Promise.all(read)) as Record<Name, PromSeries[]>;
  }

  async #readLag(dimension: Dimension, span: Span): Promise<CountSamples> {
    const lags = dimension === "group" ? await this.#range(lagQuery(this.#options.scope), span) : [];
    return countsOf([lags, [], [], []], nameLabel(dimension), gridOf(span), pointsIn(span));
  }

  async #readBytes(template: string, dimension: Dimension, span: Span): Promise<CountSamples> {
    const query = fillTemplate(template, this.#options.scope, dimension, Math.max(span.stepMs, shortestRateMs));
    const series = await this.#range(query, span);
    const { intervals, counts } = countsOf([series, [], [], []], nameLabel(dimension), gridOf(span), pointsIn(span));
    for (const rates of counts.values())
      rates.forEach((rate, index) => {
        if (rate >= 0) rates[index] = (rate * intervals[index]!.coveredMs) / 1000;
      });
    return { intervals, counts };
  }

  // One answer of a page makes several reads of one span: they must agree on the times of their samples, which a scrape
  // in between would change.
  #momentsIn(span: Span): Promise<Moment[]> {
    const now = Date.now();
    for (const [key, { at }] of this.#moments) if (now - at > momentsMayAgeMs) this.#moments.delete(key);
    const key = `${span.from} ${span.to} ${span.stepMs}`;
    const known = this.#moments.get(key);
    if (known) return known.value;
    const value = this.#range(sampledQuery(this.#options.scope), span).then((answer) =>
      momentsOf(answer, gridOf(span), span),
    );
    this.#moments.set(key, { at: now, value });
    value.catch(() => this.#moments.delete(key));
    return value;
  }

  #range(query: string, span: Span): Promise<PromSeries[]> {
    const grid = gridOf(span);
    return this.#client.range(query, grid.first, timeAt(grid, grid.points - 1), grid.stepMs);
  }

  async #oldest(now: number): Promise<number | null> {
    const { scope } = this.#options;
    const [windows] = await this.#client.range(windowQuery(scope, windowMs), now - longestMs, now, windowMs);
    const end = windows?.values[0]?.[0];
    if (end === undefined) return null;
    const [first] = await this.#client.instant(firstQuery(scope, windowMs, firstEveryMs), end * 1000);
    const at = first?.values[0]?.[1];
    return at === undefined ? null : inMs(at);
  }
}

function finerStep({ from, to, stepMs }: Span): number {
  return Math.min(stepMs, Math.max(1, Math.ceil((to - from) / finePoints / 1000)) * 1000);
}

function inMs(seconds: string): number {
  return Math.round(Number(seconds) * 1000);
}

function only({ intervals, counts }: CountSamples, name: string): CountSamples {
  const values = counts.get(name);
  return { intervals, counts: new Map(values ? [[name, values]] : []) };
}

function pointsIn(span: Span): Moment[] {
  const grid = gridOf(span);
  return Array.from({ length: grid.points }, (_, index) => ({
    index,
    at: timeAt(grid, index),
    coveredMs: grid.stepMs,
  })).filter(({ at }) => at > span.from && at <= span.to);
}
