import { calculateStartAdvance, isEnough, type MeanRates, type PartitionSample } from "./mean-rates.ts";
import { calculateWrittenRate, type TimeLag, type TrailSample } from "./time-lag.ts";

/** Estimate is a time from now in ms if rates stay as they are, or why there is none: nothing is unread, the lag does not fall, too few samples, nothing is deleted by time or size, it does not come within a time worth telling, or something is not known. */
export type Estimate =
  | { ms: number }
  | { none: "no-lag" | "not-falling" | "too-few-samples" | "kept-forever" | "not-reached" | "unknown" };

/** LossFacts are what a partition's loss follows from: samples without a step back (oldest first), their mean rates, lag in records, time lag, drain, the trail of the end offset, retention.ms (-1 = for ever, null = unknown) and whether cleanup.policy contains delete. */
export type LossFacts = {
  samples: PartitionSample[];
  rates: MeanRates;
  lag: bigint | null;
  timeLag: TimeLag | null;
  drain: Estimate;
  trail: TrailSample[];
  retentionMs: number | null;
  deletes: boolean | null;
};

const longestMs = 365 * 86_400_000;

/** While a consumer commits, a loss is only told when it comes within 30 days, and the consumer is half a minute behind: nearer to the end, or further from the loss, a difference of two rates is noise. */
const foreseenMs = 30 * 86_400_000;
const nearEndMs = 30_000;

/** leastGrowth is how far below the rate of writing (1 %) a consumer must be to count as slower: below that it is noise. */
const leastGrowth = 0.01;

/** estimateLoss tells when the first unread record may be deleted: the earlier of the log start's advance and retention by time. Segments are deleted whole, so it is "not before" (kafka.log.UnifiedLog.deleteOldSegments), unless the time lag is itself an "at least". Records already deleted unread: 0. A lag that drains sooner is not reached. */
export function estimateLoss(facts: LossFacts): Estimate {
  const { start = null, committed = null } = facts.samples.at(-1) ?? {};
  if (committed === null || start === null) return { none: "unknown" };
  if (committed < start) return { ms: 0 };
  if (facts.lag === null) return { none: "unknown" };
  if (facts.lag === 0n) return { none: "no-lag" };
  const byStart = estimateByStart(facts, Number(committed - start));
  const byTime = estimateByTime(facts, committed);
  const ms = Math.min(...[byStart, byTime].map((estimate) => ("ms" in estimate ? estimate.ms : Infinity)));
  if (ms === Infinity) return "none" in byTime && byTime.none === "kept-forever" ? byStart : byTime;
  const drainMs = "ms" in facts.drain ? facts.drain.ms : Infinity;
  return ms > longestMs || drainMs <= ms || isNoThreat(facts, ms) ? { none: "not-reached" } : { ms };
}

function isNoThreat({ rates, timeLag }: LossFacts, ms: number): boolean {
  if (rates.consumedPerSecond === null || rates.consumedPerSecond <= 0) return false;
  return ms > foreseenMs || (timeLag !== null && !timeLag.atLeast && timeLag.ms < nearEndMs);
}

/** estimateByStart: (committed - start) / (startRate - consumedRate), while the log start gains on the commit. */
function estimateByStart(facts: LossFacts, records: number): Estimate {
  const { jumps, startPerSecond, consumedPerSecond } = calculateStartAdvance(facts.samples);
  if (jumps === 0 && (facts.deletes === false || isEnough(facts.rates))) return { none: "kept-forever" };
  if (startPerSecond === null || consumedPerSecond === null) return { none: "too-few-samples" };
  const gain = Math.min(startPerSecond, fastestStart(facts)) - consumedPerSecond;
  return gain > 0 ? { ms: (records / gain) * 1000 } : { none: "not-reached" };
}

/** fastestStart: what time deletes is estimateByTime's to tell where that can be told exactly; what size deletes cannot outrun what is written. Without this bound a start that passes last week's rush would threaten a group that has caught up. */
function fastestStart({ retentionMs, deletes, timeLag, rates }: LossFacts): number {
  const timeIsTold = deletes === true && retentionMs !== null && timeLag !== null && !timeLag.atLeast;
  return (timeIsTold || retentionMs === -1) && rates.producedPerSecond !== null ? rates.producedPerSecond : Infinity;
}

/** estimateByTime: the first unread record is timeLag old and ages by g = 1 - consumedRate / writtenRate s/s, so it is retentionMs old in (retentionMs - timeLag) / g. */
function estimateByTime({ deletes, retentionMs, timeLag, rates, trail }: LossFacts, committed: bigint): Estimate {
  if (deletes === false || retentionMs === -1) return { none: "kept-forever" };
  if (deletes === null || retentionMs === null || timeLag === null) return { none: "unknown" };
  const consumed = rates.consumedPerSecond;
  const written = calculateWrittenRate(trail, committed, rates.spanMs) ?? rates.producedPerSecond;
  if (consumed === null || written === null) return { none: "too-few-samples" };
  const growth = consumed === 0 ? 1 : 1 - consumed / written;
  if (growth <= leastGrowth) return { none: "not-reached" };
  return { ms: Math.max(0, retentionMs - timeLag.ms) / growth };
}
