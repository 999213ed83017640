import "server-only";
import type { DatabaseSync } from "node:sqlite";
import { encodeTimes } from "./chunks.ts";
import type { SeriesIds } from "./series-ids.ts";
import type { Interval, Span } from "./store.ts";

/** ChunkRow is a chunk as the file has it: samples from `since` to `until` (epoch ms) of a tier, `times` still encoded. */
export type ChunkRow = { id: number; tier: number; since: number; until: number; times: Uint8Array };

/** SampleReader gives the samples of one series in a chunk; null where it has none. */
export type SampleReader = (chunk: number) => Uint8Array | null;

/** ChunkTable is one cluster's chunks in the file, and the samples in them. A chunk is read once it is complete. All methods throw what SQLite throws. */
export class ChunkTable {
  readonly #database: DatabaseSync;
  readonly #cluster: string;
  readonly #ids: SeriesIds;

  constructor(database: DatabaseSync, cluster: string, ids: SeriesIds) {
    this.#database = database;
    this.#cluster = cluster;
    this.#ids = ids;
  }

  /** inTransaction does all of some work, or nothing of it. */
  inTransaction(work: () => void): void {
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

  /** add makes a chunk that begins at `since` and ends with its last interval; gives its number. */
  add(tier: number, since: number, intervals: Interval[]): number {
    const insert = this.#database.prepare(
      "INSERT INTO chunks (cluster, tier, since, until, complete, times) VALUES (?, ?, ?, ?, 0, ?)",
    );
    const row = insert.run(this.#cluster, tier, since, intervals.at(-1)!.at, encodeTimes(intervals));
    return Number(row.lastInsertRowid);
  }

  /** put adds samples to a chunk: by the number of a series. */
  put(chunk: number, rows: Iterable<[series: number, data: Uint8Array]>): void {
    const insert = this.#database.prepare("INSERT INTO samples (chunk, series, data) VALUES (?, ?, ?)");
    for (const [series, data] of rows) insert.run(chunk, series, data);
  }

  /** complete says that a chunk has all its samples. */
  complete(chunk: number): void {
    this.#database.prepare("UPDATE chunks SET complete = 1 WHERE id = ?").run(chunk);
  }

  /** within lists the complete chunks that have samples of a span. */
  within({ from, to }: Span): ChunkRow[] {
    return this.#database
      .prepare(
        "SELECT id, tier, since, until, times FROM chunks WHERE cluster = ? AND complete = 1 AND until >= ? AND since <= ?",
      )
      .all(this.#cluster, from, to) as ChunkRow[];
  }

  /** after lists the complete chunks of a tier that begin after a time, oldest first. */
  after(tier: number, time: number): ChunkRow[] {
    return this.#database
      .prepare(
        "SELECT id, tier, since, until, times FROM chunks WHERE cluster = ? AND tier = ? AND complete = 1 AND since > ? ORDER BY since",
      )
      .all(this.#cluster, tier, time) as ChunkRow[];
  }

  /** oldest is when the first complete chunk begins, null when there is none. */
  oldest(): number | null {
    const row = this.#database
      .prepare("SELECT min(since) AS since FROM chunks WHERE cluster = ? AND complete = 1")
      .get(this.#cluster) as { since: number | null };
    return row.since;
  }

  /** newest is when the last chunk ends, of all tiers or of one; null when there is none. */
  newest(tier: number | null = null): number | null {
    const row = this.#database
      .prepare("SELECT max(until) AS until FROM chunks WHERE cluster = ? AND tier = coalesce(?, tier)")
      .get(this.#cluster, tier) as { until: number | null };
    return row.until;
  }

  /** seriesIn lists the series that have samples in a chunk. */
  seriesIn(chunk: number): number[] {
    const rows = this.#database.prepare("SELECT series FROM samples WHERE chunk = ?").all(chunk);
    return (rows as { series: number }[]).map(({ series }) => series);
  }

  /** reader reads the samples of a series. */
  reader(series: number | null): SampleReader {
    const select = this.#database.prepare("SELECT data FROM samples WHERE chunk = ? AND series = ?");
    return (chunk) => (select.get(chunk, series) as { data: Uint8Array } | undefined)?.data ?? null;
  }

  /** drop deletes chunks and their samples: those of a tier that end at or before a time, or with `from` all that end at or after it, and what is not complete. */
  drop(which: { tier: number; until: number } | { from: number }): void {
    const rows =
      "from" in which
        ? this.#database
            .prepare("SELECT id FROM chunks WHERE cluster = ? AND (until >= ? OR complete = 0)")
            .all(this.#cluster, which.from)
        : this.#database
            .prepare("SELECT id FROM chunks WHERE cluster = ? AND tier = ? AND until <= ?")
            .all(this.#cluster, which.tier, which.until);
    if (rows.length === 0) return;
    this.inTransaction(() => {
      for (const { id } of rows as { id: number }[]) {
        this.#database.prepare("DELETE FROM samples WHERE chunk = ?").run(id);
        this.#database.prepare("DELETE FROM chunks WHERE id = ?").run(id);
      }
    });
  }
}
