import type { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Sampled } from "../../lib/history/minute.ts";
import { SqliteHistory } from "../../lib/history/sqlite-history.ts";
import { Counter } from "../../lib/history/totals.ts";
import type { MadeUpCluster } from "./made-up.ts";
import { cpuMsOf, writtenBytes } from "./usage.ts";

/** CLUSTER_ID is the made-up cluster's. */
export const CLUSTER_ID = "bench";

/** FedRound is what one round cost after it was read: to count it, and to keep it (append, with the write of a minute that is over, and tidy); of both the time of the processor. Bytes are null where there is no /proc. */
export type FedRound = {
  countMs: number;
  storeMs: number;
  cpuMs: number;
  written: number | null;
  toDisk: number | null;
};

/** Feeding: the cluster that tells the rounds, the store that keeps them, and who hears of each. */
export type Feeding = { cluster: MadeUpCluster; store: SqliteHistory; take?: (sampled: Sampled) => void };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LOG_EVERY_MS = 6 * HOUR_MS;

/** feed gives a store the rounds of a time (from, to], `everyMs` apart, as the sampler does. */
export async function feed(
  { cluster, store, take }: Feeding,
  { from, to, everyMs }: { from: number; to: number; everyMs: number },
): Promise<FedRound[]> {
  const counter = new Counter(everyMs * 3);
  const fed: FedRound[] = [];
  for (let at = from + everyMs; at <= to; at += everyMs) {
    const round = cluster.round(at, at % MINUTE_MS === 0);
    const before = { at: performance.now(), cpu: process.cpuUsage(), bytes: writtenBytes() };
    const sampled: Sampled = { round, totals: counter.count(round).totals };
    const counted = performance.now();
    store.append(sampled, []);
    store.tidy(at);
    const after = { at: performance.now(), cpuMs: cpuMsOf(process.cpuUsage(before.cpu)), bytes: writtenBytes() };
    fed.push({
      countMs: counted - before.at,
      storeMs: after.at - counted,
      cpuMs: after.cpuMs,
      written: before.bytes && after.bytes && after.bytes.written - before.bytes.written,
      toDisk: before.bytes && after.bytes && after.bytes.toDisk - before.bytes.toDisk,
    });
    take?.(sampled);
    await nextTurn();
  }
  return fed;
}

/** fillMinutes writes whole chunks of the 1-minute tier, one after the other, as a roll-up would: the same rows, without the 10-second samples that they would come from. */
export async function fillMinutes(
  { database, cluster, chunkMs }: { database: DatabaseSync; cluster: MadeUpCluster; chunkMs: number },
  { from, to }: { from: number; to: number },
  log: (line: string) => void,
): Promise<void> {
  // A store whose first tier is the 1-minute one, in the chunks of that tier.
  const store = new SqliteHistory(database, "sqlite", CLUSTER_ID, [{ stepMs: MINUTE_MS, keepMs: to - from, chunkMs }]);
  const counter = new Counter(3 * MINUTE_MS);
  for (let at = from + MINUTE_MS; at <= to; at += MINUTE_MS) {
    const round = cluster.round(at, true);
    store.append({ round, totals: counter.count(round).totals }, []);
    if ((at - from) % LOG_EVERY_MS === 0) log(`Filled ${(at - from) / HOUR_MS} of ${(to - from) / HOUR_MS} h`);
    await nextTurn();
  }
  store.flush();
  database.exec("UPDATE chunks SET tier = 1");
}
