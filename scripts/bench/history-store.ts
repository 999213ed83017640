// The store of the history, fed in this process with the rounds of a made-up cluster: no Kafka.
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { readEnv } from "../../lib/env.ts";
import type { Sampled } from "../../lib/history/minute.ts";
import { Recent } from "../../lib/history/recent.ts";
import { openHistoryFile, openMemory, type OpenedFile } from "../../lib/history/sqlite-file.ts";
import { SqliteHistory } from "../../lib/history/sqlite-history.ts";
import { cacheDir } from "../paths.ts";
import { CLUSTER_ID, feed, type FedRound, fillMinutes } from "./feed.ts";
import { MadeUpCluster } from "./made-up.ts";
import { type Spread, summarizeTimes } from "./statistics.ts";
import { measureReads, type StoreRead } from "./store-reads.ts";
import { chunksKept, measureTier, type TierSize } from "./store-size.ts";
import { heapMib } from "./usage.ts";

/** StoreRounds is what rounds cost once they are read: times to count and to keep one, of the processor in the mean, bytes written in the mean; null where there is no /proc. */
export type StoreRounds = {
  everyMs: number;
  count: Spread;
  store: Spread;
  longestMs: number;
  cpuMs: number;
  written: number | null;
  toDisk: number | null;
};

/** TierInFile is a tier in the long run: how many chunks it keeps, and what all of them take. */
export type TierInFile = TierSize & { stepMs: number; chunks: number; bytes: number };

/** StoreResult is what was measured of the store: its rounds, its answers, its file in the long run with the largest -wal beside it, and what the last minutes and hours take in memory. */
export type StoreResult = {
  rounds: StoreRounds;
  reads: StoreRead[];
  file: { tiers: TierInFile[]; walBytes: number; bytes: number };
  recentMib: number;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SMALL_SHARE = 0.1;
const { tiers: TIERS } = readEnv({});
const [FINEST, MINUTES, COARSEST] = [TIERS[0]!, TIERS[1]!, TIERS[2]!];

/** measureStore feeds a store with a day: 1-minute chunks first, then two hours of 10-second rounds, of which the second is measured. */
export async function measureStore(log: (line: string) => void): Promise<StoreResult> {
  const dir = path.join(cacheDir, "bench", "history");
  await rm(dir, { recursive: true, force: true });
  const file = openHistoryFile(dir, new Date());
  try {
    if (file.kind !== "sqlite") throw new Error(`The history's file could not be opened: ${file.reason}`);
    return await measureFile(file, path.join(dir, "history.sqlite-wal"), log);
  } finally {
    file.database.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function measureFile(file: OpenedFile, wal: string, log: (line: string) => void): Promise<StoreResult> {
  const { database } = file;
  const to = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const [from, finestFrom] = [to - DAY_MS - HOUR_MS, to - 2 * HOUR_MS];
  const cluster = new MadeUpCluster(from);
  log("Filling a store with 23 h of one-minute samples");
  await fillMinutes({ database, cluster, chunkMs: MINUTES.chunkMs }, { from, to: finestFrom }, log);
  // Kept for less than two hours, so that the second one deletes nearly as many chunks as it writes.
  const tiers = [{ ...FINEST, keepMs: 70 * MINUTE_MS }, ...TIERS.slice(1)];
  const store = new SqliteHistory(database, "sqlite", CLUSTER_ID, tiers);
  const kept: { recent: Recent | null } = { recent: new Recent() };
  const take = ({ round, totals }: Sampled) => kept.recent!.add(round, totals);
  const everyMs = FINEST.stepMs;
  log(`Feeding it 2 h of rounds, one for every ${everyMs / 1000} s`);
  await feed({ cluster, store, take }, { from: finestFrom, to: to - HOUR_MS, everyMs });
  log("Feeding it the second hour, which is measured");
  const fed = await feed({ cluster, store, take }, { from: to - HOUR_MS, to, everyMs });
  store.flush();
  log("Reading 24 h of rates");
  const last = { round: kept.recent!.newest!, totals: kept.recent!.totals.at(-1)! };
  const reads = await measureReads(file, last, cluster.busyTopic);
  const withRecent = heapMib();
  kept.recent = null;
  const recentMib = withRecent - heapMib();
  log("Sizing the tiers");
  const sized = await sizeTiers(file);
  const walBytes = (await stat(wal)).size;
  const bytes = sized.reduce((sum, tier) => sum + tier.bytes, walBytes);
  return { rounds: summarizeRounds(fed, everyMs), reads, file: { tiers: sized, walBytes, bytes }, recentMib };
}

function summarizeRounds(fed: FedRound[], everyMs: number): StoreRounds {
  return {
    everyMs,
    count: summarizeTimes(fed.map(({ countMs }) => countMs)),
    store: summarizeTimes(fed.map(({ storeMs }) => storeMs)),
    longestMs: Math.max(...fed.map(({ countMs, storeMs }) => countMs + storeMs)),
    cpuMs: mean(fed.map(({ cpuMs }) => cpuMs))!,
    written: mean(fed.map(({ written }) => written)),
    toDisk: mean(fed.map(({ toDisk }) => toDisk)),
  };
}

function mean(values: (number | null)[]): number | null {
  if (values.some((value) => value === null)) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0) / values.length;
}

async function sizeTiers({ database }: OpenedFile): Promise<TierInFile[]> {
  const coarsest = await sizeCoarsest();
  return TIERS.map((tier, index) => {
    const size = tier === COARSEST ? coarsest : measureTier(database, index, tier);
    if (!size) throw new Error(`There is no whole chunk of tier ${index}.`);
    const chunks = chunksKept(tier);
    return { ...size, stepMs: tier.stepMs, chunks, bytes: size.pages * chunks };
  });
}

// A whole day of the coarsest tier needs a day and more of the one before: a tenth of the cluster tells enough.
async function sizeCoarsest(): Promise<TierSize | null> {
  const { database } = openMemory(null);
  const from = Math.floor(Date.now() / DAY_MS) * DAY_MS - 2 * DAY_MS;
  const to = from + DAY_MS + HOUR_MS;
  const cluster = new MadeUpCluster(from, SMALL_SHARE);
  await fillMinutes({ database, cluster, chunkMs: MINUTES.chunkMs }, { from, to }, () => undefined);
  const store = new SqliteHistory(database, "memory", CLUSTER_ID, TIERS);
  const isDone = () => database.prepare("SELECT 1 FROM chunks WHERE tier = 2 AND complete = 1").get() !== undefined;
  for (let slice = 0; slice < 100 && !isDone(); slice++) store.tidy(to);
  const size = measureTier(database, 2, COARSEST);
  database.close();
  return size && { ...size, pages: size.pages / SMALL_SHARE, samples: size.samples / SMALL_SHARE };
}
