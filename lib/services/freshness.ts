import "server-only";
import { clusterState, runtime } from "./runtime.ts";

/** Freshness is how new data must be: read at or after `notBefore` (ms since the epoch). */
export type Freshness = { notBefore: number };

// A poll at the refresh rate must find the data too old, also when its timer fires a little early.
const shareOfRefresh = 0.9;

/** withinRefresh accepts data as old as the refresh rate. */
export function withinRefresh(): Freshness {
  return { notBefore: Date.now() - runtime().env.refreshMs * shareOfRefresh };
}

/** keepAnswer answers with what is kept of an earlier answer to the same question, when it is new enough; else with `work`. */
export async function keepAnswer<T extends { asOf: string; errors: unknown[] }>(
  clusterId: string,
  question: unknown[],
  freshness: Freshness | undefined,
  work: (freshness: Freshness) => Promise<T>,
): Promise<T> {
  const within = freshness ?? withinRefresh();
  return clusterState(clusterId).answers.get(JSON.stringify(question), within, () => work(within));
}

/** freshnessOf reads a request's Cache-Control: `no-cache` forces a read, `max-age=N` accepts data up to N seconds old (never older than the refresh rate). */
export function freshnessOf(headers: Headers): Freshness {
  const control = headers.get("cache-control") ?? "";
  if (/\bno-cache\b/i.test(control)) return { notBefore: Date.now() };
  const seconds = /\bmax-age=(\d{1,6})\b/i.exec(control)?.[1];
  const usual = withinRefresh();
  if (seconds === undefined) return usual;
  return { notBefore: Math.max(usual.notBefore, Date.now() - Number(seconds) * 1000 * shareOfRefresh) };
}
