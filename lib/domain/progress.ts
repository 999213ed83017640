import { type PartitionSample, samplesSinceStepBack } from "./mean-rates.ts";
import { assessTrend } from "./outlook.ts";

/** Verdict is how a group does on one partition: it reads to the end again and again, or is less than half a minute of records behind (keeps-up); is behind by about as much as before; comes nearer; falls further behind although its commits move; has records to read and commits nothing; or too little is known. */
export type Verdict = "keeps-up" | "behind" | "catching-up" | "falling-behind" | "stalled" | "unknown";

/** Progress is a verdict, the lag in records, and since when (epoch ms) it is stalled, or its lag has not fallen; `atLeast`: it was so in the first sample. */
export type Progress = { verdict: Verdict; lag: bigint | null; since: number | null; atLeast: boolean };

/** shortestSpanMs is what samples must span for a verdict: two minutes, so that slow committers are not judged between two commits. */
export const shortestSpanMs = 120_000;

const fewestSamples = 4;
const fewestParts = 4;
const shortestPartMs = 60_000;
const smallLagMs = 30_000;

type Wait = { at: number; end: bigint; committed: bigint; lag: bigint };

function toWaits(samples: PartitionSample[]): Wait[] {
  return samplesSinceStepBack(samples).flatMap(({ at, start, end, committed }) => {
    const lag = lagOf({ at, start, end, committed });
    return lag === null ? [] : [{ at, end: end!, committed: committed!, lag }];
  });
}

type Look = Pick<PartitionSample, "at" | "start" | "end" | "committed">;

function lagOf({ start, end, committed }: Look): bigint | null {
  if (end === null || committed === null) return null;
  const from = start !== null && start > committed ? start : committed;
  return end > from ? end - from : 0n;
}

/** glanceAtProgress judges what three samples tell for certain: the first of all, one of two minutes ago, and the newest. Nothing unread keeps up; so does who committed in these two minutes and has less unread than came in half a minute; who committed nothing since records waited in the first sample is stalled. Null: all samples must be looked at. */
export function glanceAtProgress(first: Look, earlier: Look, newest: Look): Progress | null {
  const lag = lagOf(newest);
  if (lag === 0n) return { verdict: "keeps-up", lag, since: null, atLeast: false };
  const waited = lagOf(first);
  const spanMs = newest.at - first.at;
  if (lag === null || waited === null || earlier.committed === null || spanMs < shortestSpanMs) return null;
  const [before, now] = [first.committed!, newest.committed!];
  if (now === before && earlier.committed === before && waited > 0n && first.end! <= newest.end!)
    return { verdict: "stalled", lag, since: first.at, atLeast: true };
  const moved = now > earlier.committed && newest.at - earlier.at <= shortestSpanMs;
  const came = newest.end! - first.end!;
  const small = Number(lag) * spanMs < Number(came) * smallLagMs;
  return moved && small ? { verdict: "keeps-up", lag, since: null, atLeast: false } : null;
}

/** assessProgress judges one partition by its samples (oldest first, without a gap), after Burrow's evaluator (github.com/linkedin/Burrow, core/internal/evaluator/caching.go): any moment at the end of the log counts as keeping up until, the commits' movement tells stalled from slow. Lag is compared by its least values in parts of the time, at least four of a minute or of the longest pause between commits, so that commits in batches are no trend. */
export function assessProgress(samples: PartitionSample[]): Progress {
  const last = samples.at(-1);
  const glance = last && glanceAtProgress(samples[0]!, atTwoMinutes(samples, last.at), last);
  return glance ?? assessAll(samples);
}

function atTwoMinutes(samples: PartitionSample[], now: number): PartitionSample {
  return samples.find(({ at }) => at >= now - shortestSpanMs)!;
}

function assessAll(samples: PartitionSample[]): Progress {
  const waits = toWaits(samples);
  const newest = waits.at(-1);
  const last = samples.at(-1);
  if (!newest || newest.at !== last?.at) return { verdict: "unknown", lag: null, since: null, atLeast: false };
  const told = (verdict: Verdict, since: number | null = null): Progress => ({
    verdict,
    lag: newest.lag,
    since,
    atLeast: since !== null && since === waits[0]!.at,
  });
  if (newest.lag === 0n) return told("keeps-up");
  const run = waits.slice(waits.findLastIndex(({ lag }) => lag === 0n) + 1);
  const moves = waits.filter(({ committed }, index) => index > 0 && committed > waits[index - 1]!.committed);
  const pauseMs = Math.max(0, ...moves.slice(1).map(({ at }, index) => at - moves[index]!.at));
  const since = Math.max(run[0]!.at, moves.at(-1)?.at ?? 0);
  if (newest.at - since >= Math.max(shortestSpanMs, 2 * pauseMs)) return told("stalled", since);
  if (newest.at - run[0]!.at < shortestSpanMs || run.length < fewestSamples)
    return told(run.length < waits.length ? "keeps-up" : "unknown");
  if (isSmall(run)) return told("keeps-up");
  const trend = findTrend(run, Math.max(shortestPartMs, pauseMs));
  return told(trend.verdict, trend.verdict === "falling-behind" ? trend.since : null);
}

function perSecond(first: bigint, last: bigint, ms: number): number {
  return (Number(last - first) * 1000) / ms;
}

function isSmall(run: Wait[]): boolean {
  const [first, newest] = [run[0]!, run.at(-1)!];
  const ms = newest.at - first.at;
  const rate = Math.max(perSecond(first.end, newest.end, ms), perSecond(first.committed, newest.committed, ms));
  return Number(newest.lag) * 1000 < rate * smallLagMs;
}

// The least lags of parts of the time, newest first: who commits in batches has in each part one moment of least lag.
function leastLags(run: Wait[], partMs: number): Wait[] {
  const newest = run.at(-1)!;
  const parts = Map.groupBy(run.toReversed(), ({ at }) => Math.floor((newest.at - at) / partMs));
  return [...parts.values()].map((waits) => waits.reduce((least, wait) => (wait.lag < least.lag ? wait : least)));
}

// How many of the newest least lags go one way, from where they began to.
function countOrdered(least: Wait[], goes: (newer: bigint, older: bigint) => boolean): number {
  const end = least.findIndex(({ lag }, index) => index > 0 && !goes(least[index - 1]!.lag, lag));
  const oldest = least[(end === -1 ? least.length : end) - 1]!;
  return least.findIndex(({ lag }) => lag === oldest.lag) + 1;
}

function findTrend(run: Wait[], partMs: number): { verdict: Verdict; since: number } {
  const least = leastLags(run, partMs);
  const rises = countOrdered(least, (newer, older) => newer >= older);
  const falls = countOrdered(least, (newer, older) => newer <= older);
  const oldest = least[Math.max(rises, falls) - 1]!;
  const behind = { verdict: "behind", since: oldest.at } as const;
  const ms = least[0]!.at - oldest.at;
  if (Math.max(rises, falls) < fewestParts || ms <= 0) return behind;
  const newest = run.at(-1)!;
  const produced = perSecond(oldest.end, newest.end, newest.at - oldest.at);
  const trend = assessTrend(perSecond(oldest.lag, least[0]!.lag, ms), produced);
  if (trend === "rising" && rises >= fewestParts) return { ...behind, verdict: "falling-behind" };
  return trend === "falling" && falls >= fewestParts ? { ...behind, verdict: "catching-up" } : behind;
}
