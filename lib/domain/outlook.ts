import { known, unknown, type Known } from "./known.ts";
import { calculateLag } from "./lag.ts";
import { type Estimate, estimateLoss } from "./loss.ts";
import {
  calculateMeanRates,
  isEnough,
  type MeanRates,
  type PartitionSample,
  samplesSinceStepBack,
} from "./mean-rates.ts";
import { calculateTimeLag, type TimeLag, type TrailSample } from "./time-lag.ts";

export type { Estimate } from "./loss.ts";

/** OutlookInput is one partition of a group: recent samples and the trail of its end offset (both oldest first), retention.ms (-1 = kept for ever, null = unknown), whether cleanup.policy contains delete (null = unknown), and now (epoch ms). */
export type OutlookInput = {
  samples: PartitionSample[];
  trail: TrailSample[];
  retentionMs: number | null;
  deletes: boolean | null;
  now: number;
};

/** Outlook is how a partition or a whole group fares: lag in records, lagMs as of calculateTimeLag (lagMsAtLeast: longer ago than the trail reaches), mean rates in records/s over `samples` samples that span spanMs, when the lag is drained, and when unread records may be deleted. */
export type Outlook = MeanRates & {
  lag: bigint | null;
  lagMs: number | null;
  lagMsAtLeast: boolean;
  drain: Estimate;
  loss: Estimate;
};

const longestDrainMs = 30 * 86_400_000;

/** calculateOutlook works out one partition: lag of the newest sample (calculateLag), means over the samples since the last step back of end or commit, drain = lag / -lagPerSecond, loss = estimateLoss. */
export function calculateOutlook({ samples: all, trail, retentionMs, deletes, now }: OutlookInput): Outlook {
  const samples = samplesSinceStepBack(all);
  const rates = calculateMeanRates(samples);
  const { start = null, end = null, committed = null } = samples.at(-1) ?? {};
  const { lag } = calculateLag({ committed, start: asKnown(start), end: asKnown(end), stable: null });
  const timeLag = timeLagOf(lag, committed, trail, now);
  const drain = estimateDrain(lag, rates);
  const loss = estimateLoss({ samples, rates, lag, timeLag, drain, trail, retentionMs, deletes });
  return { ...rates, lag, lagMs: timeLag?.ms ?? null, lagMsAtLeast: timeLag?.atLeast ?? false, drain, loss };
}

function asKnown(offset: bigint | null): Known<bigint> {
  return offset === null ? unknown("UNKNOWN") : known(offset);
}

function timeLagOf(lag: bigint | null, committed: bigint | null, trail: TrailSample[], now: number): TimeLag | null {
  if (lag === 0n) return { ms: 0, atLeast: false };
  return committed === null ? null : calculateTimeLag(trail, committed, now);
}

/** estimateDrain: a lag that falls so slowly that it would take more than 30 days does not fall but for noise. */
function estimateDrain(lag: bigint | null, rates: MeanRates): Estimate {
  if (lag === null) return { none: "unknown" };
  if (lag === 0n) return { none: "no-lag" };
  if (!isEnough(rates) || rates.lagPerSecond === null) return { none: "too-few-samples" };
  const ms = rates.lagPerSecond < 0 ? (Number(lag) / -rates.lagPerSecond) * 1000 : Infinity;
  return ms > longestDrainMs ? { none: "not-falling" } : { ms };
}

/** combineOutlooks makes one outlook of a group's or topic's partitions. Lag and rates are sums of what is known, lagMs is the largest (an "at least" when any is). `readers` names, at the same index, the member that reads a partition (null or absent: all are taken for one reader). A reader's pace goes to whichever of its partitions lags, so it is through after all its lag at all its pace; drained is the group when the last reader is through, and lost from the earliest loss; why there is no such time is told of the partitions whose lag is known. samples and spanMs are the smallest. */
export function combineOutlooks(outlooks: Outlook[], readers: (string | null)[] = []): Outlook {
  const lags = outlooks.flatMap(({ lag }) => (lag === null ? [] : [lag]));
  const lagMs = outlooks.flatMap((outlook) => (outlook.lagMs === null ? [] : [outlook.lagMs]));
  return {
    lag: lags.length === 0 ? null : lags.reduce((sum, lag) => sum + lag),
    lagMs: lagMs.length === 0 ? null : lagMs.reduce((most, ms) => Math.max(most, ms)),
    lagMsAtLeast: outlooks.some(({ lagMsAtLeast }) => lagMsAtLeast),
    producedPerSecond: sumKnown(outlooks.map(({ producedPerSecond }) => producedPerSecond)),
    consumedPerSecond: sumKnown(outlooks.map(({ consumedPerSecond }) => consumedPerSecond)),
    lagPerSecond: sumKnown(outlooks.map(({ lagPerSecond }) => lagPerSecond)),
    drain: combineDrains(outlooks, readers),
    loss: combineLosses(outlooks),
    samples: outlooks.reduce((least, { samples }) => Math.min(least, samples), outlooks[0]?.samples ?? 0),
    spanMs: outlooks.reduce((least, { spanMs }) => Math.min(least, spanMs), outlooks[0]?.spanMs ?? 0),
  };
}

function sumKnown(values: (number | null)[]): number | null {
  return values.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}

/** firstReason gives the first of `order` that is the reason of one of the estimates, else `unknown`. */
function firstReason(estimates: Estimate[], order: Extract<Estimate, { none: string }>["none"][]): Estimate {
  const none = order.find((reason) => estimates.some((estimate) => "none" in estimate && estimate.none === reason));
  return { none: none ?? "unknown" };
}

function combineDrains(outlooks: Outlook[], readers: (string | null)[]): Estimate {
  const behind = outlooks.flatMap((outlook, index) =>
    outlook.lag !== null && outlook.lag > 0n ? [{ outlook, reader: readers[index] ?? null }] : [],
  );
  if (behind.length === 0) return { none: outlooks.some(({ lag }) => lag === 0n) ? "no-lag" : "unknown" };
  const byReader = Map.groupBy(behind, ({ reader }) => reader);
  const drains = [...byReader.values()].map((of) => drainOfReader(of.map(({ outlook }) => outlook)));
  const times = drains.flatMap((drain) => ("ms" in drain ? [drain.ms] : []));
  if (times.length === drains.length) return { ms: times.reduce((most, ms) => Math.max(most, ms)) };
  return firstReason(drains, ["not-falling", "unknown", "too-few-samples"]);
}

// A partition from which nothing is consumed gets nothing of its reader's pace: it holds up the whole.
function drainOfReader(behind: Outlook[]): Estimate {
  const untold = behind.filter(
    ({ drain, lagPerSecond }) => "none" in drain && (lagPerSecond === null || drain.none !== "not-falling"),
  );
  const stuck = behind.some(({ drain, consumedPerSecond }) => "none" in drain && consumedPerSecond === 0);
  if (stuck) return { none: "not-falling" };
  if (untold.length > 0)
    return firstReason(
      untold.map(({ drain }) => drain),
      ["unknown", "too-few-samples"],
    );
  const lag = behind.reduce((sum, outlook) => sum + Number(outlook.lag), 0);
  const pace = behind.reduce((sum, { lagPerSecond }) => sum - lagPerSecond!, 0);
  const ms = pace > 0 ? (lag / pace) * 1000 : Infinity;
  return ms > longestDrainMs ? { none: "not-falling" } : { ms };
}

function combineLosses(outlooks: Outlook[]): Estimate {
  const times = outlooks.flatMap(({ loss }) => ("ms" in loss ? [loss.ms] : []));
  if (times.length > 0) return { ms: times.reduce((least, ms) => Math.min(least, ms)) };
  const told = outlooks.filter(({ lag }) => lag !== null).map(({ loss }) => loss);
  return firstReason(told, ["unknown", "too-few-samples", "not-reached", "kept-forever", "no-lag"]);
}

/** assessTrend says where a lag goes: steady within 1 % of what is produced, or 0.05 records/s if that is more; null when lagPerSecond is not known. Both are in records/s. */
export function assessTrend(
  lagPerSecond: number | null,
  producedPerSecond: number | null,
): "rising" | "falling" | "steady" | null {
  if (lagPerSecond === null) return null;
  if (Math.abs(lagPerSecond) <= Math.max(0.01 * (producedPerSecond ?? 0), 0.05)) return "steady";
  return lagPerSecond > 0 ? "rising" : "falling";
}
