/** TrailSample is a partition's end offset as it was at `at` (epoch ms). */
export type TrailSample = { at: number; end: bigint };

/** TimeLag is how many ms ago a committed offset was the end offset; atLeast = longer ago than the trail reaches. */
export type TimeLag = { ms: number; atLeast: boolean };

/** findRise gives the index of the first sample after the trail's last step back (recreated topic, unclean election); from there the trail only rises. It looks at each sample once. */
export function findRise(trail: TrailSample[]): number {
  let first = Math.max(0, trail.length - 1);
  while (first > 0 && trail[first - 1]!.end <= trail[first]!.end) first -= 1;
  return first;
}

/** lastWhere is the last index from `first` on for which `holds`, given that it holds for a beginning only; first - 1 when for none. */
function lastWhere(trail: TrailSample[], first: number, holds: (sample: TrailSample) => boolean): number {
  let low = first - 1;
  let high = trail.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(trail[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** calculateTimeLag tells how long ago `committed` was the end offset, by linear interpolation between the two samples that enclose it (the method of kafka-lag-exporter, https://github.com/seglo/kafka-lag-exporter; beyond the trail it extrapolates, we say "at least"). Where the end stood still at `committed`, the last such moment counts: what is unread was written after it. The trail is oldest first; null when it is empty. A binary search from `first`: who keeps findRise's index beside a long trail passes it and pays O(log n). */
export function calculateTimeLag(
  trail: TrailSample[],
  committed: bigint,
  now: number,
  first: number = findRise(trail),
): TimeLag | null {
  const newest = trail.at(-1);
  if (!newest) return null;
  if (committed >= newest.end) return { ms: 0, atLeast: false };
  const index = lastWhere(trail, first, ({ end }) => end <= committed);
  if (index < first) return { ms: Math.max(0, now - trail[first]!.at), atLeast: true };
  const before = trail[index]!;
  const after = trail[index + 1]!;
  const share = Number(committed - before.end) / Number(after.end - before.end);
  return { ms: Math.max(0, now - before.at - share * (after.at - before.at)), atLeast: false };
}

/** calculateWrittenRate gives the records/s at which the records from `committed` on were written, as a mean over about spanMs of the trail (one interval alone would be noise); null when the trail does not enclose it. */
export function calculateWrittenRate(
  trail: TrailSample[],
  committed: bigint,
  spanMs: number,
  first: number = findRise(trail),
): number | null {
  const index = lastWhere(trail, first, ({ end }) => end <= committed);
  const newest = trail.at(-1);
  if (!newest || index < first || index === trail.length - 1) return null;
  const latestBegin = Math.min(trail[index]!.at, newest.at - spanMs);
  const begin =
    trail[
      Math.max(
        first,
        lastWhere(trail, first, ({ at }) => at <= latestBegin),
      )
    ]!;
  const until = Math.max(begin.at + spanMs, trail[index + 1]!.at);
  const after = trail[Math.min(trail.length - 1, lastWhere(trail, first, ({ at }) => at < until) + 1)]!;
  const ms = after.at - begin.at;
  return ms > 0 ? (Number(after.end - begin.end) * 1000) / ms : null;
}
