import "server-only";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** schemaVersion is the layout of the file; one of a newer version is not touched. */
export const schemaVersion = 4;

const schema = `
  CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    cluster TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, topic TEXT NOT NULL,
    UNIQUE (cluster, kind, name, topic)
  );
  CREATE TABLE chunks (
    id INTEGER PRIMARY KEY,
    cluster TEXT NOT NULL, tier INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    complete INTEGER NOT NULL, times BLOB NOT NULL
  );
  CREATE INDEX chunks_by_time ON chunks (cluster, tier, until);
  CREATE TABLE samples (
    chunk INTEGER NOT NULL, series INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (chunk, series)
  );
  CREATE TABLE events (
    cluster TEXT NOT NULL, at INTEGER NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    event_values TEXT NOT NULL
  );
  CREATE INDEX events_by_time ON events (cluster, at);
`;

// What each version adds to the one before.
const additions: Record<number, string> = {
  2: `
    CREATE TABLE conditions (
      cluster TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, at_least INTEGER NOT NULL, seen_at INTEGER NOT NULL,
      mark TEXT,
      PRIMARY KEY (cluster, key)
    );
  `,
  // Counts are written with their sums before them, and in blocks; those of before are read as they are.
  3: "",
  4: "",
};

/** OpenedFile is a database that is ready, or why the history stays in memory; `movedAside` is where a file that could not be used went. */
export type OpenedFile = {
  database: DatabaseSync;
  kind: "sqlite" | "memory";
  reason: string | null;
  movedAside: string | null;
};

class UnusableFile extends Error {
  readonly why: "damaged" | "newer";
  constructor(why: "damaged" | "newer", options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/** isDamage tells an error of SQLite that says the file itself is broken. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|disk image|file is encrypted/i.test(error.message);
}

function prepare(database: DatabaseSync): void {
  // One process writes; another one that is started on the same file finds it locked.
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > schemaVersion) throw new UnusableFile("newer");
  database.exec("BEGIN IMMEDIATE");
  if (version === 0) database.exec(schema);
  for (let next = Math.max(version, 1) + 1; next <= schemaVersion; next++) database.exec(additions[next]!);
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
  if (version > 0) {
    database.prepare("SELECT count(*) FROM chunks").get();
    database.exec(
      "DELETE FROM samples WHERE chunk IN (SELECT id FROM chunks WHERE complete = 0); DELETE FROM chunks WHERE complete = 0;",
    );
  }
  database.exec("COMMIT");
}

function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    prepare(database);
    return database;
  } catch (cause) {
    database.close();
    if (isDamage(cause) || (cause instanceof Error && /no such (table|column)|already exists/.test(cause.message)))
      throw new UnusableFile("damaged", { cause });
    throw cause;
  }
}

function moveAside(file: string, why: string, now: Date): string {
  const target = `${file}.${why}-${now.toISOString().replace(/[:.]/g, "-")}`;
  for (const suffix of ["", "-wal", "-shm"]) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}

/** openMemory opens a database that is gone with the process; `reason` says why not a file, null when memory was wanted. */
export function openMemory(reason: string | null): OpenedFile {
  const database = new DatabaseSync(":memory:");
  prepare(database);
  return { database, kind: "memory", reason, movedAside: null };
}

/** openHistoryFile opens `history.sqlite` in a folder. A file that is damaged or of a newer version is moved aside; when the folder cannot be written, or another server has the file, the history is kept in memory. Never throws. */
export function openHistoryFile(folder: string, now: Date): OpenedFile {
  const file = path.join(folder, "history.sqlite");
  let movedAside: string | null = null;
  try {
    mkdirSync(folder, { recursive: true });
    try {
      return { database: openFile(file), kind: "sqlite", reason: null, movedAside };
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      movedAside = moveAside(file, error.why, now);
      return { database: openFile(file), kind: "sqlite", reason: error.why, movedAside };
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reason = /locked|busy/i.test(text) ? `another server has ${file}` : text;
    return { ...openMemory(reason), movedAside };
  }
}
