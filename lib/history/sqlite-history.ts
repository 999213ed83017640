import "server-only";
import type { DatabaseSync } from "node:sqlite";
import { decodeColumns, decodeTimes, encodeTimes, orNull, StoredCounts } from "./chunks.ts";
import { type CountPart, readAll, readOne, readTop, storedPart, waitingPart } from "./count-parts.ts";
import { intervalOf, minuteRows, type Sampled } from "./minute.ts";
import { type Cells, rollUpColumns, rollUpCounts, type SourceChunk, toCells } from "./rollup.ts";
import { offsetIn } from "./round.ts";
import { SeriesIds } from "./series-ids.ts";
import type {
  CommitSamples,
  Condition,
  CountSamples,
  HistoryStore,
  Interval,
  Span,
  StoredEvent,
  TopicSamples,
  TopQuery,
  TopSamples,
} from "./store.ts";
import type { Tier } from "./tiers.ts";
import type { Dimension } from "./totals.ts";

type ChunkRow = { id: number; tier: number; since: number; until: number; times: Uint8Array };
// `kept` are the samples that no better chunk has, by their place in the row; null: all `length` of them.
type Chunk = { id: number; since: number; length: number; intervals: Interval[]; kept: number[] | null };
type RollUp = { tier: number; chunk: number; sources: SourceChunk[]; cells: Cells; waiting: number[] };

// A roll-up reads every series of its time: a slice a round keeps the server answering.
const seriesPerSlice = 150;
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
  #pending: Sampled[] = [];
  #events: StoredEvent[] = [];
  #rollUp: RollUp | null = null;

  constructor(database: DatabaseSync, kind: "sqlite" | "memory", cluster: string, tiers: Tier[]) {
    this.#database = database;
    this.kind = kind;
    this.#cluster = cluster;
    this.#tiers = tiers;
    this.#ids = new SeriesIds(database, cluster);
  }

  /** append takes a round and what happened since the one before. It is written when its minute is over, with `flush` at once. A round of before the newest sample (the clock was set back) makes what lies after it go. Throws what SQLite throws; nothing is lost then. */
  append(sampled: Sampled, events: StoredEvent[]): void {
    const { at } = sampled.round;
    const newest = this.#pending.at(-1)?.round.at ?? this.#newest();
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
    this.#inTransaction(() => {
      const chunk = this.#addChunk(
        0,
        samples[0]!.round.at,
        samples.map(({ totals }) => intervalOf(totals)),
        true,
      );
      const insert = this.#database.prepare("INSERT INTO samples (chunk, series, data) VALUES (?, ?, ?)");
      for (const [series, data] of minuteRows(samples, this.#ids)) insert.run(chunk, series, data);
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
    this.#inTransaction(() => {
      this.#database.prepare("DELETE FROM conditions WHERE cluster = ?").run(this.#cluster);
      const insert = this.#database.prepare(
        "INSERT INTO conditions (cluster, key, at, at_least, seen_at, mark) VALUES (?, ?, ?, ?, ?, ?)",
      );
      for (const { key, at, atLeast, seenAt, mark } of conditions)
        insert.run(this.#cluster, key, at, atLeast ? 1 : 0, seenAt, mark);
    });
  }

  /** keptConditions are those that were kept last, and `lastAt` is the time of the newest sample that was written. */
  keptConditions(): { conditions: Condition[]; lastAt: number | null } {
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
    return { conditions, lastAt: this.#newest() };
  }

  /** tidy does a slice of what keeps the file small: rolls finished chunks up into the next tier, deletes what is too old. */
  tidy(now: number): void {
    this.#prune(now);
    this.#rollUp ??= this.#nextRollUp(now);
    const rollUp = this.#rollUp;
    if (!rollUp) return;
    const slice = rollUp.waiting.splice(0, seriesPerSlice);
    this.#inTransaction(() => {
      const insert = this.#database.prepare("INSERT INTO samples (chunk, series, data) VALUES (?, ?, ?)");
      for (const series of slice) {
        const data = this.#rollUpSeries(rollUp, series);
        if (data) insert.run(rollUp.chunk, series, data);
      }
      if (rollUp.waiting.length === 0)
        this.#database.prepare("UPDATE chunks SET complete = 1 WHERE id = ?").run(rollUp.chunk);
    });
    if (rollUp.waiting.length === 0) this.#rollUp = null;
  }

  async since(): Promise<number | null> {
    const row = this.#database
      .prepare("SELECT min(since) AS since FROM chunks WHERE cluster = ? AND complete = 1")
      .get(this.#cluster) as { since: number | null };
    return row.since ?? this.#pending[0]?.round.at ?? null;
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

  async readEvents({ from, to }: Span): Promise<StoredEvent[]> {
    const rows = this.#database
      .prepare(
        "SELECT at, code, kind, name, event_values FROM events WHERE cluster = ? AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT 500",
      )
      .all(this.#cluster, from, to) as (Omit<StoredEvent, "values"> & { event_values: string })[];
    const kept = rows.toReversed().map(({ event_values: values, ...row }) => ({
      ...row,
      values: JSON.parse(values) as StoredEvent["values"],
    }));
    return [...kept, ...this.#events.filter(({ at }) => at >= from && at <= to)];
  }

  #countsIn(dimension: Dimension, span: Span): { intervals: Interval[]; parts: CountPart[] } {
    const series = this.#ids.find({ kind: "counts", name: dimension, topic: "" });
    const select = this.#database.prepare("SELECT data FROM samples WHERE chunk = ? AND series = ?");
    const intervals: Interval[] = [];
    const parts: CountPart[] = [];
    for (const { id, intervals: own, length, kept } of this.#chunksFor(span)) {
      const row = select.get(id, series) as { data: Uint8Array } | undefined;
      const at = intervals.length;
      if (row) {
        const counts = new StoredCounts(dimension, row.data, length);
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
    const select = this.#database.prepare("SELECT data FROM samples WHERE chunk = ? AND series = ?");
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
      const row = select.get(id, series) as { data: Uint8Array } | undefined;
      if (row)
        put(
          decodeColumns(row.data, length).map((column) => keep(orNull(column), kept)),
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
  #chunksFor({ from, to, stepMs }: Span): Chunk[] {
    const rows = this.#database
      .prepare(
        "SELECT id, tier, since, until, times FROM chunks WHERE cluster = ? AND complete = 1 AND until >= ? AND since <= ?",
      )
      .all(this.#cluster, from, to) as ChunkRow[];
    const rank = ({ tier }: ChunkRow) => {
      const fine = this.#tiers[tier] !== undefined && this.#tiers[tier].stepMs <= stepMs;
      return fine ? -tier : tier + this.#tiers.length;
    };
    const taken: { since: number; until: number }[] = [];
    const chunks: Chunk[] = [];
    for (const [, same] of [...Map.groupBy(rows, rank)].toSorted(([a], [b]) => a - b)) {
      const chosen = same.map((row) => cut(row, taken)).filter(({ intervals }) => intervals.length > 0);
      chunks.push(...chosen);
      taken.push(...same.map(({ since, until }) => ({ since, until })));
    }
    return chunks.toSorted((x, y) => x.since - y.since);
  }

  #newest(): number | null {
    const row = this.#database
      .prepare("SELECT max(until) AS until FROM chunks WHERE cluster = ?")
      .get(this.#cluster) as { until: number | null };
    return row.until;
  }

  #dropFrom(at: number): void {
    this.#pending = this.#pending.filter(({ round }) => round.at < at);
    this.#events = this.#events.filter((event) => event.at < at);
    this.#rollUp = null;
    this.#deleteChunks("(until >= ? OR complete = 0)", at);
    this.#database.prepare("DELETE FROM events WHERE cluster = ? AND at >= ?").run(this.#cluster, at);
  }

  #addChunk(tier: number, since: number, intervals: Interval[], complete: boolean): number {
    const insert = this.#database.prepare(
      "INSERT INTO chunks (cluster, tier, since, until, complete, times) VALUES (?, ?, ?, ?, ?, ?)",
    );
    const until = intervals.at(-1)!.at;
    const times = encodeTimes(intervals);
    return Number(insert.run(this.#cluster, tier, since, until, complete ? 1 : 0, times).lastInsertRowid);
  }

  #prune(now: number): void {
    // A step ends with the moment that it is named by. Never half a step of the next tier: what is left and what took its place must not overlap.
    this.#tiers.forEach(({ keepMs }, tier) => {
      const nextMs = this.#tiers[tier + 1]?.stepMs ?? 1;
      this.#deleteChunks(`tier = ${tier} AND until <= ?`, Math.floor((now - keepMs) / nextMs) * nextMs);
    });
    const longest = Math.max(...this.#tiers.map(({ keepMs }) => keepMs));
    this.#database.prepare("DELETE FROM events WHERE cluster = ? AND at < ?").run(this.#cluster, now - longest);
  }

  #deleteChunks(condition: string, at: number): void {
    const ids = this.#database
      .prepare(`SELECT id FROM chunks WHERE cluster = ? AND ${condition}`)
      .all(this.#cluster, at) as { id: number }[];
    if (ids.length === 0) return;
    this.#inTransaction(() => {
      for (const { id } of ids) {
        this.#database.prepare("DELETE FROM samples WHERE chunk = ?").run(id);
        this.#database.prepare("DELETE FROM chunks WHERE id = ?").run(id);
      }
    });
  }

  #nextRollUp(now: number): RollUp | null {
    for (let tier = 1; tier < this.#tiers.length; tier++) {
      const { chunkMs, stepMs } = this.#tiers[tier]!;
      const done = this.#database
        .prepare("SELECT max(until) AS until FROM chunks WHERE cluster = ? AND tier = ?")
        .get(this.#cluster, tier) as { until: number | null };
      const sources = this.#database
        .prepare(
          "SELECT id, tier, since, until, times FROM chunks WHERE cluster = ? AND tier = ? AND complete = 1 AND since > ? ORDER BY since",
        )
        .all(this.#cluster, tier - 1, done.until ?? 0) as ChunkRow[];
      const first = sources[0];
      if (!first) continue;
      const end = Math.ceil(first.since / chunkMs) * chunkMs;
      if (now < end + stepMs) continue;
      return this.#begin(
        tier,
        sources.filter(({ since }) => since <= end),
      );
    }
    return null;
  }

  #begin(tier: number, rows: ChunkRow[]): RollUp {
    const sources = rows.map(({ id, times }) => ({ id, intervals: decodeTimes(times) }));
    const cells = toCells(
      sources.flatMap(({ intervals }) => intervals),
      this.#tiers[tier]!.stepMs,
    );
    const series = new Set<number>();
    const select = this.#database.prepare("SELECT series FROM samples WHERE chunk = ?");
    for (const { id } of sources) for (const row of select.all(id)) series.add(row["series"] as number);
    const chunk = this.#addChunk(tier, rows[0]!.since, cells.intervals, false);
    return { tier, chunk, sources, cells, waiting: [...series] };
  }

  #rollUpSeries({ sources, cells }: RollUp, series: number): Uint8Array | null {
    const key = this.#ids.nameOf(series);
    if (!key) return null;
    const select = this.#database.prepare("SELECT data FROM samples WHERE chunk = ? AND series = ?");
    const rows = sources.map(({ id }) => (select.get(id, series) as { data: Uint8Array } | undefined)?.data ?? null);
    return key.kind === "counts"
      ? rollUpCounts(key.name as Dimension, rows, sources, cells)
      : rollUpColumns(rows, sources, cells);
  }

  #inTransaction(work: () => void): void {
    this.#database.exec("BEGIN");
    try {
      work();
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      this.#ids.forget();
      throw error;
    }
  }
}
