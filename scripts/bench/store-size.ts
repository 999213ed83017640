import type { DatabaseSync } from "node:sqlite";
import type { Tier } from "../../lib/history/tiers.ts";

/** TierSize is what whole chunks of a tier take: `pages` in a file of their own, `samples` without SQLite's part; how many were looked at. */
export type TierSize = { pages: number; samples: number; looked: number };

const MOST_CHUNKS = 6;

/** measureTier copies the newest whole chunks of a tier into a database of their own and tells what one takes there; null when there is none. */
export function measureTier(database: DatabaseSync, tier: number, { stepMs, chunkMs }: Tier): TierSize | null {
  const chunks = database
    .prepare("SELECT id FROM chunks WHERE tier = ? AND complete = 1 AND until - since >= ? ORDER BY until DESC LIMIT ?")
    .all(tier, chunkMs - 2 * stepMs, MOST_CHUNKS)
    .map((row) => Number(row["id"]));
  if (chunks.length === 0) return null;
  database.exec("ATTACH ':memory:' AS own");
  try {
    const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'samples'").get() as { sql: string };
    database.exec(sql.replace("CREATE TABLE samples", "CREATE TABLE own.samples"));
    const copy = database.prepare("INSERT INTO own.samples SELECT * FROM samples WHERE chunk = ? ORDER BY rowid");
    for (const chunk of chunks.toReversed()) copy.run(chunk);
    const bytes = Number(database.prepare("SELECT sum(length(data)) AS bytes FROM own.samples").get()!["bytes"]);
    const pages = pragma(database, "own.page_count") * pragma(database, "own.page_size");
    return { pages: pages / chunks.length, samples: bytes / chunks.length, looked: chunks.length };
  } finally {
    database.exec("DETACH own");
  }
}

/** chunksKept is how many chunks of a tier there are in the long run: one goes when all of it is too old. */
export function chunksKept({ keepMs, chunkMs }: Tier): number {
  return Math.floor(keepMs / chunkMs) + 1;
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get()!)[0]);
}
