import type { AsOf } from "./as-of.ts";

/** Liveness is what the live control says: live, paused by the person (or the rate is off), or stale although it should be live. */
export type Liveness = "live" | "paused" | "stale";

const LEAST_STALE_MS = 10_000;

/** assessLiveness: data older than three polls (at least 10 s) is stale, and so is data whose last read failed once it missed a poll. */
export function assessLiveness(data: AsOf | null, now: number, intervalMs: number | null, paused: boolean): Liveness {
  if (paused || intervalMs === null) return "paused";
  if (data === null) return "live";
  const limit = data.failed ? intervalMs * 2 : Math.max(LEAST_STALE_MS, intervalMs * 3);
  return now - data.asOf > limit ? "stale" : "live";
}
