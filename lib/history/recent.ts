import { type Layout, offsetIn, type Round } from "./round.ts";
import type { Counts, Totals } from "./totals.ts";

/** PartitionSample is one moment of a partition and of a group on it. */
export type PartitionSample = { at: number; start: bigint | null; end: bigint | null; committed: bigint | null };

type Ends = { at: number; layout: Layout; end: BigInt64Array };

const minuteMs = 60_000;
const wholeRoundsMs = 10 * minuteMs;

// How far apart samples of end offsets are kept, by their age: enough to tell how long ago an offset was the end.
const spacing = [
  { olderThanMs: wholeRoundsMs, stepMs: minuteMs },
  { olderThanMs: 2 * 60 * minuteMs, stepMs: 15 * minuteMs },
];
const longestTrailMs = 2 * 24 * 60 * minuteMs;

/** Recent is the last minutes of a cluster in memory: whole rounds of ten minutes, and end offsets, thinned, of two days. It answers what lists show without asking the store. */
export class Recent {
  #rounds: Round[] = [];
  #totals: Totals[] = [];
  #ends: Ends[] = [];

  /** add takes the newest round. When the clock was set back, what seems to lie after it goes. */
  add(round: Round, totals: Totals): void {
    const earlier = <T extends { at: number }>(items: T[]) => items.filter(({ at }) => at < round.at);
    const since = round.at - wholeRoundsMs;
    this.#rounds = [...earlier(this.#rounds).filter(({ at }) => at >= since), round];
    this.#totals = [...earlier(this.#totals).filter(({ at }) => at >= since), totals];
    this.#ends = thin([...earlier(this.#ends), { at: round.at, layout: round.layout, end: round.end }], round.at);
  }

  /** newest is the last round, null before the first. */
  get newest(): Round | null {
    return this.#rounds.at(-1) ?? null;
  }

  /** totals are what was counted in the last minutes, oldest first. */
  get totals(): Totals[] {
    return this.#totals;
  }

  /** samples are the last `spanMs` of one partition, and of a group's commits on it when one is named; oldest first. */
  samples(topic: string, partition: number, groupId: string | null, spanMs: number): PartitionSample[] {
    const since = (this.newest?.at ?? 0) - spanMs;
    return this.#rounds
      .filter(({ at }) => at >= since)
      .map((round) => {
        const place = round.layout.topics.get(topic);
        const commits = groupId === null ? undefined : round.commits.groups.get(groupId)?.get(topic);
        return {
          at: round.at,
          start: offsetIn(round.start, place, partition),
          end: offsetIn(round.end, place, partition),
          committed: offsetIn(round.committed, commits, partition),
        };
      });
  }

  /** trail is the end offsets of one partition as far back as they are kept, oldest first, without those not known. */
  trail(topic: string, partition: number): { at: number; end: bigint }[] {
    return this.#ends.flatMap(({ at, layout, end }) => {
      const offset = offsetIn(end, layout.topics.get(topic), partition);
      return offset === null ? [] : [{ at, end: offset }];
    });
  }
}

function thin(ends: Ends[], now: number): Ends[] {
  const kept: Ends[] = [];
  for (const sample of ends) {
    const age = now - sample.at;
    if (age > longestTrailMs) continue;
    const step = spacing.findLast(({ olderThanMs }) => age > olderThanMs)?.stepMs;
    const before = kept.at(-1);
    const crowded =
      step !== undefined && before !== undefined && Math.floor(before.at / step) === Math.floor(sample.at / step);
    if (!crowded) kept.push(sample);
  }
  return kept;
}

/** sumCounts adds one count of the last intervals that end after `since`: records (or bytes) and the seconds that they cover; null when nothing was counted, or an interval has no count. */
export function sumCounts(
  totals: Totals[],
  countsOf: (totals: Totals) => Counts,
  name: string,
  measure: number,
  since: number,
): { count: number; seconds: number } | null {
  let [count, seconds] = [0, 0];
  for (const each of totals) {
    if (each.since === null || each.at <= since) continue;
    const value = countsOf(each).get(name)?.[measure];
    if (value === undefined || Number.isNaN(value)) return null;
    count += value;
    seconds += (each.at - each.since) / 1000;
  }
  return seconds === 0 ? null : { count, seconds };
}
