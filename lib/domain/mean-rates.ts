/** PartitionSample is one partition's offsets as they were at `at` (epoch ms); null = not known, or never committed. */
export type PartitionSample = { at: number; start: bigint | null; end: bigint | null; committed: bigint | null };

/** MeanRates are records/s over `samples` samples that span spanMs; null = too few samples, or not known. lagPerSecond is what the end gains on the commit. */
export type MeanRates = {
  samples: number;
  spanMs: number;
  producedPerSecond: number | null;
  consumedPerSecond: number | null;
  lagPerSecond: number | null;
};

const fewestSamples = 3;
const shortestSpanMs = 20_000;

/** isEnough says whether so many samples over so many ms make a rate: 3 of them over 20 s. */
export function isEnough({ samples, spanMs }: { samples: number; spanMs: number }): boolean {
  return samples >= fewestSamples && spanMs >= shortestSpanMs;
}

/** samplesSinceStepBack keeps the samples (oldest first) from the last one at which the end or the commit was below its last known value: what came before belongs to another log, or to another reading of it. */
export function samplesSinceStepBack(samples: PartitionSample[]): PartitionSample[] {
  let first = 0;
  let end: bigint | null = null;
  let committed: bigint | null = null;
  for (const [index, sample] of samples.entries()) {
    if (isBelow(sample.end, end) || isBelow(sample.committed, committed)) first = index;
    end = sample.end ?? end;
    committed = sample.committed ?? committed;
  }
  return samples.slice(first);
}

function isBelow(after: bigint | null, before: bigint | null): boolean {
  return after !== null && before !== null && after < before;
}

/** calculateMeanRates takes samples without a step back, and of them those that know both end and commit (the end alone when nothing was ever committed), so that lagPerSecond = producedPerSecond - consumedPerSecond. */
export function calculateMeanRates(samples: PartitionSample[]): MeanRates {
  const commits = samples.some(({ committed }) => committed !== null);
  const used = samples.filter(({ end, committed }) => end !== null && (!commits || committed !== null));
  const first = used[0];
  const last = used.at(-1);
  const size = { samples: used.length, spanMs: first && last ? last.at - first.at : 0 };
  if (!first || !last || !isEnough(size))
    return { ...size, producedPerSecond: null, consumedPerSecond: null, lagPerSecond: null };
  const producedPerSecond = (Number(last.end! - first.end!) * 1000) / size.spanMs;
  if (!commits) return { ...size, producedPerSecond, consumedPerSecond: null, lagPerSecond: null };
  const consumedPerSecond = (Number(last.committed! - first.committed!) * 1000) / size.spanMs;
  return { ...size, producedPerSecond, consumedPerSecond, lagPerSecond: producedPerSecond - consumedPerSecond };
}

/** StartAdvance is how a log start moved: in so many jumps, and records/s from the first jump to the last beside the commit's in the same time; rates are null with fewer than 2 jumps or less than 20 s between them. */
export type StartAdvance = { jumps: number; startPerSecond: number | null; consumedPerSecond: number | null };

/** calculateStartAdvance measures a log start from jump to jump: whole segments are deleted at each check (log.retention.check.interval.ms, 5 min), so one jump in a short time says nothing of the rate. */
export function calculateStartAdvance(samples: PartitionSample[]): StartAdvance {
  const used = samples.filter(({ start, committed }) => start !== null && committed !== null);
  const jumps = used.filter(({ start }, index) => index > 0 && start! > used[index - 1]!.start!);
  const first = jumps[0];
  const last = jumps.at(-1);
  const seconds = first && last ? (last.at - first.at) / 1000 : 0;
  if (!first || !last || seconds * 1000 < shortestSpanMs)
    return { jumps: jumps.length, startPerSecond: null, consumedPerSecond: null };
  return {
    jumps: jumps.length,
    startPerSecond: Number(last.start! - first.start!) / seconds,
    consumedPerSecond: Number(last.committed! - first.committed!) / seconds,
  };
}
