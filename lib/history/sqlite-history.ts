import "server-only";
import type { DatabaseSync } from "node:sqlite";
import { type ChunkRow, ChunkTable } from "./chunk-table.ts";
import { decodeColumns, decodeTimes, orNull, StoredCounts } from "./chunks.ts";
import { type CountPart, readAll, readOne, readTop, storedPart, waitingPart } from "./count-parts.ts";
import { intervalOf, minuteRows, type Sampled } from "./minute.ts";
import { RollUps } from "./roll-ups.ts";
import { offsetIn } from "./round.ts";
import { SeriesIds } from "./series-ids.ts";
import {
  type CommitSamples,
  type Condition,
  type CountSamples,
  type HistoryStore,
  type Interval,
  type KeptConditions,
  mostEvents,
  type Span,
  type StoredEvent,
  type TopicSamples,
  type TopQuery,
  type TopSamples,
} from "./store.ts";
import type { Tier } from "./tiers.ts";
import type { Dimension } from "./totals.ts";

// `kept` are the samples that no better chunk has, by their place in the row; null: all `length` of them.
type Chunk = { id: number; since: number; length: number; intervals: Interval[]; kept: number[] | null };

const mostPending = 360;

function cut({ id, since, until, times }: ChunkRow, taken: { since: number; until: number }[]): Chunk {
  const all = decodeTimes(times);
  const rivals = taken.filter((other) => other.since <= until && since <= other.until);
  if (rivals.length === 0) return { id, since, length: all.length, intervals: all, kept: null };
  const isFree = (at: number) => !rivals.some((other) => other.since <= at && at <= other.until);
  const kept = [...all.keys()].filter((index) => isFree(all[index]!.at));
  const intervals = kept.map((index) => all[index]!);
  return { id, since: intervals[0]?.at ?? since, length: all.length, intervals, kept };
}

function keep<T>(column: T[], kept: number[] | null): T[] {
  return kept ? kept.map((index) => column[index]!) : column;
}

/** SqliteHistory keeps one cluster's history in a database that clusters share. Rounds wait in memory until their minute is over; a failed write keeps them waiting, up to an hour's worth. */
export class SqliteHistory implements HistoryStore {
  readonly kind: "sqlite" | "memory";
  readonly countsBytes = false;
  readonly #database: DatabaseSync;
  readonly #cluster: string;
  readonly #tiers: Tier[];
  readonly #ids: SeriesIds;
  readonly #chunks: ChunkTable;
  readonly #rollUps: RollUps;
  #pending: Sampled[] = [];
  #events: StoredEvent[] = [];

  constructor(database: DatabaseSync, kind: "sqlite" | "memory", cluster: string, tiers: Tier[]) {
    this.#database = database;
    this.kind = kind;
    this.#cluster = cluster;
    this.#tiers = tiers;
    this.#ids = new SeriesIds(database, cluster);
    this.#chunks = new ChunkTable(database, cluster, this.#ids);
    this.#rollUps = new RollUps(this.#chunks, this.#ids, tiers);
  }

  /** append takes a round and what happened since the one before. It is written when its minute is over, with `flush` at once. A round of before the newest sample (the clock was set back) makes what lies after it go. Throws what SQLite throws; nothing is lost then. */
  append(sampled: Sampled, events: StoredEvent[]): void {
    const { at } = sampled.round;
    const newest = this.#pending.at(-1)?.round.at ?? this.#chunks.newest();
    if (newest !== null && at <= newest) this.#dropFrom(at);
    const minute = this.#tiers[0]!.chunkMs;
    const first = this.#pending[0];
    const over = first !== undefined && Math.ceil(first.round.at / minute) !== Math.ceil(at / minute);
    try {
      if (over) this.flush();
    } finally {
      this.#pending.push(sampled);
      this.#events.push(...events);
      if (this.#pending.length > mostPending) this.#pending.shift();
    }
  }

  /** flush writes the rounds that wait. */
  flush(): void {
    if (this.#pending.length === 0) return;
    const samples = this.#pending;
    this.#chunks.inTransaction(() => {
      const intervals = samples.map(({ totals }) => intervalOf(totals));
      const chunk = this.#chunks.add(0, samples[0]!.round.at, intervals);
      this.#chunks.put(chunk, minuteRows(samples, this.#ids));
      this.#chunks.complete(chunk);
      const event = this.#database.prepare(
        "INSERT INTO events (cluster, at, code, kind, name, event_values) VALUES (?, ?, ?, ?, ?, ?)",
      );
      for (const { at, code, kind, name, values } of this.#events)
        event.run(this.#cluster, at, code, kind, name, JSON.stringify(values));
    });
    this.#pending = [];
    this.#events = [];
  }

  /** keepConditions takes the place of the conditions that were kept before. Throws what SQLite throws. */
  keepConditions(conditions: Condition[]): void {
    this.#chunks.inTransaction(() => {
      this.#database.prepare("DELETE FROM conditions WHERE cluster = ?").run(this.#cluster);
      const insert = this.#database.prepare(
        "INSERT INTO conditions (cluster, key, at, at_least, seen_at, mark) VALUES (?, ?, ?, ?, ?, ?)",
      );
      for (const { key, at, atLeast, seenAt, mark } of conditions)
        insert.run(this.#cluster, key, at, atLeast ? 1 : 0, seenAt, mark);
    });
  }

  async keptConditions(): Promise<KeptConditions> {
    const rows = this.#database
      .prepare("SELECT key, at, at_least, seen_at, mark FROM conditions WHERE cluster = ?")
      .all(this.#cluster) as { key: string; at: number; at_least: number; seen_at: number; mark: string | null }[];
    const conditions = rows.map(({ key, at, at_least, seen_at, mark }): Condition => ({
      key,
      at,
      atLeast: at_least === 1,
      seenAt: seen_at,
      mark,
    }));
    return { conditions, lastAt: this.#chunks.newest() };
  }

  /** tidy does a slice of what keeps the file small: rolls finished chunks up into the next tier, deletes what is too old. */
  tidy(now: number): void {
    this.#prune(now);
    this.#rollUps.step(now);
  }

  async since(): Promise<number | null> {
    return this.#chunks.oldest() ?? this.#pending[0]?.round.at ?? null;
  }

  async readTopic(topic: string, span: Span): Promise<TopicSamples> {
    const series = this.#ids.find({ kind: "topic", name: topic, topic: "" });
    const { times, columns } = this.#readColumns(series, span, ({ round }) => {
      const place = round.layout.topics.get(topic);
      return Array.from({ length: place?.partitions ?? 0 }, (_, partition) => [
        offsetIn(round.start, place, partition),
        offsetIn(round.end, place, partition),
      ]).flat();
    });
    return {
      times,
      start: columns.filter((_, index) => index % 2 === 0),
      end: columns.filter((_, index) => index % 2 === 1),
    };
  }

  async readCommits(groupId: string, span: Span): Promise<Map<string, CommitSamples>> {
    const topics = new Map(this.#ids.of("commit", groupId).map(({ id, key }) => [key.topic, id]));
    const waiting = this.#pending.flatMap(({ round }) => [...(round.commits.groups.get(groupId)?.keys() ?? [])]);
    const all = new Set([...topics.keys(), ...waiting]);
    return new Map(
      [...all].map((topic) => {
        const read = this.#readColumns(topics.get(topic) ?? null, span, ({ round }) => {
          const place = round.commits.groups.get(groupId)?.get(topic);
          return Array.from({ length: place?.partitions ?? 0 }, (_, partition) =>
            offsetIn(round.committed, place, partition),
          );
        });
        return [topic, { times: read.times, committed: read.columns }];
      }),
    );
  }

  async readCounts(dimension: Dimension, measure: string, span: Span): Promise<CountSamples> {
    const { intervals, parts } = this.#countsIn(dimension, span);
    return { intervals, counts: readAll(parts, intervals.length, measure) };
  }

  async readTop(query: TopQuery, span: Span): Promise<TopSamples[]> {
    const { dimension, measures, name } = query;
    const { intervals, parts } = this.#countsIn(dimension, span);
    return name === undefined ? readTop(parts, intervals, query) : readOne(parts, intervals, { measures, name });
  }

  async readEvents({ from, to }: Span, groupId?: string): Promise<StoredEvent[]> {
    const rows = this.#database
      .prepare(
        "SELECT at, code, kind, name, event_values FROM events WHERE cluster = ? AND at BETWEEN ? AND ? AND (kind <> 'group' OR name = coalesce(?, name)) ORDER BY at DESC LIMIT ?",
      )
      .all(this.#cluster, from, to, groupId ?? null, mostEvents) as (Omit<StoredEvent, "values"> & {
      event_values: string;
    })[];
    const kept = rows.toReversed().map(({ event_values: values, ...row }) => ({
      ...row,
      values: JSON.parse(values) as StoredEvent["values"],
    }));
    const isAsked = ({ kind, name }: StoredEvent) => kind !== "group" || name === (groupId ?? name);
    return [...kept, ...this.#events.filter((event) => event.at >= from && event.at <= to && isAsked(event))];
  }

  #countsIn(dimension: Dimension, span: Span): { intervals: Interval[]; parts: CountPart[] } {
    const series = this.#ids.find({ kind: "counts", name: dimension, topic: "" });
    const read = this.#chunks.reader(series);
    const intervals: Interval[] = [];
    const parts: CountPart[] = [];
    for (const { id, intervals: own, length, kept } of this.#chunksFor(span)) {
      const data = read(id);
      const at = intervals.length;
      if (data) {
        const counts = new StoredCounts(dimension, data, length);
        parts.push(storedPart(dimension, { at, kept, counts, ids: this.#ids }));
      }
      intervals.push(...own);
    }
    for (const sampled of this.#waitingIn(span)) {
      parts.push(waitingPart(dimension, intervals.length, sampled));
      intervals.push(intervalOf(sampled.totals));
    }
    return { intervals, parts };
  }

  #readColumns(
    series: number | null,
    span: Span,
    columnsOf: (sampled: Sampled) => (bigint | null)[],
  ): { times: number[]; columns: (bigint | null)[][] } {
    const chunks = this.#chunksFor(span);
    const read = this.#chunks.reader(series);
    const times: number[] = [];
    const columns: (bigint | null)[][] = [];
    const put = (part: (bigint | null)[][], at: number[]) => {
      part.forEach((column, index) => {
        columns[index] ??= times.map(() => null);
        columns[index].push(...column);
      });
      for (const column of columns.slice(part.length)) column.push(...at.map(() => null));
      times.push(...at);
    };
    for (const { id, intervals, length, kept } of series === null ? [] : chunks) {
      const data = read(id);
      if (data)
        put(
          decodeColumns(data, length).map((column) => keep(orNull(column), kept)),
          intervals.map(({ at }) => at),
        );
    }
    for (const sampled of this.#waitingIn(span))
      put(
        columnsOf(sampled).map((value) => [value]),
        [sampled.round.at],
      );
    return { times, columns };
  }

  #waitingIn({ from, to }: Span): Sampled[] {
    return this.#pending.filter(({ round }) => round.at >= from && round.at <= to);
  }

  // The coarsest tier that is fine enough comes first; where it has nothing yet, a finer one stands in, and for what
  // is too old for those, a coarser one.
  #chunksFor(span: Span): Chunk[] {
    const rank = ({ tier }: ChunkRow) => {
      const fine = this.#tiers[tier] !== undefined && this.#tiers[tier].stepMs <= span.stepMs;
      return fine ? -tier : tier + this.#tiers.length;
    };
    const taken: { since: number; until: number }[] = [];
    const chunks: Chunk[] = [];
    for (const [, same] of [...Map.groupBy(this.#chunks.within(span), rank)].toSorted(([a], [b]) => a - b)) {
      const chosen = same.map((row) => cut(row, taken)).filter(({ intervals }) => intervals.length > 0);
      chunks.push(...chosen);
      taken.push(...same.map(({ since, until }) => ({ since, until })));
    }
    return chunks.toSorted((x, y) => x.since - y.since);
  }

  #dropFrom(at: number): void {
    this.#pending = this.#pending.filter(({ round }) => round.at < at);
    this.#events = this.#events.filter((event) => event.at < at);
    this.#rollUps.abandon();
    this.#chunks.drop({ from: at });
    this.#database.prepare("DELETE FROM events WHERE cluster = ? AND at >= ?").run(this.#cluster, at);
  }

  #prune(now: number): void {
    // A step ends with the moment that it is named by. Never half a step of the next tier: what is left and what took its place must not overlap.
    this.#tiers.forEach(({ keepMs }, tier) => {
      const nextMs = this.#tiers[tier + 1]?.stepMs ?? 1;
      this.#chunks.drop({ tier, until: Math.floor((now - keepMs) / nextMs) * nextMs });
    });
    const longest = Math.max(...this.#tiers.map(({ keepMs }) => keepMs));
    this.#database.prepare("DELETE FROM events WHERE cluster = ? AND at < ?").run(this.#cluster, now - longest);
  }
}
