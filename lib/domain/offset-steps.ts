/** OffsetSample is one offset of a partition (end or committed) as it was at `at` (epoch ms); null = it could not be read, or there is none. */
export type OffsetSample = { at: number; offset: bigint | null };

/** OffsetStep is how far an offset moved: forward by `records`, or `back` (positive) records. */
export type OffsetStep = { records: number } | { back: bigint };

/** OffsetRates are points `[epoch ms, records/s or null]`, each for the interval that ends there; the steps back; and `records`, the sum of the steps that the points count. */
export type OffsetRates = {
  points: [number, number | null][];
  events: { at: number; back: bigint }[];
  records: number;
};

/** CountedIncrement is what was counted in (since, at], both epoch ms; null = nothing is known of that time. */
export type CountedIncrement = { at: number; since: number; value: number | null };

/** calculateStep gives the records from one offset to the next, or how far the offset fell, which is an event (recreated topic, reset group) and not a rate; null when one of them is unknown. */
export function calculateStep(before: bigint | null, after: bigint | null): OffsetStep | null {
  if (before === null || after === null) return null;
  return after < before ? { back: before - after } : { records: Number(after - before) };
}

/** calculateRates turns samples (oldest first) into records/s for each interval but none before the first. A point is null, and its step not counted, where an offset is unknown, the offset fell, time did not pass, or the sample before is more than longestGapMs away. A fall is told against the last known offset, also across such a gap. The sum of rate x seconds over the points is `records`. */
export function calculateRates(samples: OffsetSample[], longestGapMs: number): OffsetRates {
  const rates: OffsetRates = { points: [], events: [], records: 0 };
  let before: OffsetSample | undefined;
  let lastKnown: bigint | null = null;
  for (const sample of samples) {
    const fall = calculateStep(lastKnown, sample.offset);
    if (fall && "back" in fall) rates.events.push({ at: sample.at, back: fall.back });
    if (before) {
      const records = countRecords(before, sample, longestGapMs);
      rates.points.push([sample.at, records === null ? null : (records * 1000) / (sample.at - before.at)]);
      rates.records += records ?? 0;
    }
    before = sample;
    lastKnown = sample.offset ?? lastKnown;
  }
  return rates;
}

function countRecords(before: OffsetSample, after: OffsetSample, longestGapMs: number): number | null {
  const ms = after.at - before.at;
  const step = calculateStep(before.offset, after.offset);
  return ms > 0 && ms <= longestGapMs && step && "records" in step ? step.records : null;
}

/** toSteps puts increments that do not overlap on a grid of stepMs aligned to multiples of it since the epoch, as rates per second. A point stands at the end of its cell; there is one for each cell that ends in (from, to] (epoch ms). An increment over several cells is split in proportion to time, so sum of rate x step stays what was counted wherever cells are whole. The rate is the sum over the covered seconds; a cell of which less than half is covered is null. */
export function toSteps(
  increments: CountedIncrement[],
  stepMs: number,
  from: number,
  to: number,
): [number, number | null][] {
  const first = Math.floor(from / stepMs);
  const cells = Array.from({ length: Math.max(0, Math.floor(to / stepMs) - first) }, () => ({ sum: 0, coveredMs: 0 }));
  for (const { at, since, value } of increments) {
    if (value === null || at <= since) continue;
    const last = Math.min(cells.length, Math.ceil(at / stepMs) - first);
    for (let index = Math.max(0, Math.floor(since / stepMs) - first); index < last; index += 1) {
      const begin = (first + index) * stepMs;
      const ms = Math.min(at, begin + stepMs) - Math.max(since, begin);
      cells[index]!.sum += (value * ms) / (at - since);
      cells[index]!.coveredMs += ms;
    }
  }
  return cells.map(({ sum, coveredMs }, index) => [
    (first + index + 1) * stepMs,
    coveredMs * 2 < stepMs ? null : (sum * 1000) / coveredMs,
  ]);
}
