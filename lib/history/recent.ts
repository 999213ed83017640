import { absentCount, unknownOffset } from "./codec.ts";
import type { CountSamples } from "./store.ts";
import { type Layout, offsetIn, type Round } from "./round.ts";
import { type Counts, type Dimension, measuresOf, type StepBack, type Totals } from "./totals.ts";

/** PartitionSample is one moment of a partition and of a group on it. */
export type PartitionSample = { at: number; start: bigint | null; end: bigint | null; committed: bigint | null };

type Ends = { at: number; layout: Layout; end: BigInt64Array };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
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
  #minutes: Totals[] = [];
  #backs: { at: number; steps: StepBack[] }[] = [];
  #ends: Ends[] = [];
  readonly #older = new Map<string, { times: number[]; ends: BigInt64Array[] }>();

  /** add takes the newest round, what was counted in it and which offsets stepped back. When the clock was set back, what seems to lie after it goes. */
  add(round: Round, totals: Totals, back: StepBack[] = []): void {
    const earlier = <T extends { at: number }>(items: T[]) => items.filter(({ at }) => at < round.at);
    const since = round.at - wholeRoundsMs;
    this.#rounds = [...earlier(this.#rounds).filter(({ at }) => at >= since), round];
    this.#backs = earlier(this.#backs).filter(({ at }) => at >= since);
    if (back.length > 0) this.#backs.push({ at: round.at, steps: back });
    this.#closeMinute(totals.at);
    this.#minutes = earlier(this.#minutes).filter(({ at }) => at >= round.at - hourMs);
    this.#totals = [...earlier(this.#totals).filter(({ at }) => at >= since), totals];
    this.#ends = thin([...earlier(this.#ends), { at: round.at, layout: round.layout, end: round.end }], round.at);
  }

  /** newest is the last round, null before the first. */
  get newest(): Round | null {
    return this.#rounds.at(-1) ?? null;
  }

  /** rounds are those of the last ten minutes, oldest first. */
  get rounds(): readonly Round[] {
    return this.#rounds;
  }

  /** backs are the steps back of the last ten minutes, oldest first. */
  get backs(): readonly { at: number; steps: StepBack[] }[] {
    return this.#backs;
  }

  /** totals are what was counted in the last minutes, oldest first. */
  get totals(): Totals[] {
    return this.#totals;
  }

  /** minutes are what was counted in each whole minute of the last hour, oldest first. */
  get minutes(): Totals[] {
    return this.#minutes;
  }

  // The minute before `at` is over when `at` lies in the next one.
  #closeMinute(at: number): void {
    const last = this.#totals.at(-1);
    if (!last) return;
    const minute = Math.ceil(last.at / minuteMs);
    if (minute === Math.ceil(at / minuteMs)) return;
    this.#minutes.push(addUp(this.#totals.filter((totals) => Math.ceil(totals.at / minuteMs) === minute))!);
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
    const recent = this.#ends.flatMap(({ at, layout, end }) => {
      const offset = offsetIn(end, layout.topics.get(topic), partition);
      return offset === null ? [] : [{ at, end: offset }];
    });
    const { times, ends } = this.#older.get(topic) ?? { times: [], ends: [] };
    const before = this.#ends[0]?.at ?? Number.POSITIVE_INFINITY;
    const column = ends[partition];
    const older = times.flatMap((at, index) => {
      const end = column?.[index] ?? unknownOffset;
      return end === unknownOffset || at >= before ? [] : [{ at, end }];
    });
    return [...older, ...recent];
  }

  /** rememberMinutes puts the last hour of before the start of this process in front: what topics produced, and how groups lagged. */
  rememberMinutes(produced: CountSamples, lag: CountSamples): void {
    const first = this.#totals[0]?.at ?? Number.POSITIVE_INFINITY;
    const whole = [...toTotals("topic", "produced", produced), ...toTotals("group", "lag", lag)];
    const byMinute = Map.groupBy(
      whole.filter(({ at }) => at < first),
      ({ at }) => Math.ceil(at / minuteMs),
    );
    const minutes = [...byMinute].toSorted(([a], [b]) => a - b).map(([, totals]) => joinMinute(totals));
    this.#minutes = [...minutes, ...this.#minutes];
  }

  /** remember puts a topic's end offsets of before the start of this process in front of its trails, thinned. */
  remember(topic: string, { times, end }: { times: number[]; end: (bigint | null)[][] }): void {
    const kept = thin(
      times.map((at, index) => ({ at, index })),
      times.at(-1) ?? 0,
    );
    const ends = end.map((column) => BigInt64Array.from(kept, ({ index }) => column[index] ?? unknownOffset));
    this.#older.set(topic, { times: kept.map(({ at }) => at), ends });
  }
}

function add(sum: number, count: number): number {
  if (count === absentCount) return sum;
  return sum === absentCount ? count : sum + count;
}

function addUp(totals: Totals[]): Totals | null {
  if (totals.length === 0) return null;
  const counted = totals.filter(({ since }) => since !== null);
  const last = totals.at(-1)!;
  const seconds = counted.reduce((sum, { at, since }) => sum + (at - since!), 0);
  const sumOf = (dimension: Dimension): Counts => {
    const measures: readonly string[] = measuresOf[dimension];
    return new Map(
      [...last[dimension]].map(([name, newest]) => [
        name,
        newest.map((value, measure) =>
          measures[measure] === "lag"
            ? value
            : counted.reduce((sum, each) => add(sum, each[dimension].get(name)?.[measure] ?? absentCount), absentCount),
        ),
      ]),
    );
  };
  const since = counted.length === 0 ? null : last.at - seconds;
  return { at: last.at, since, topic: sumOf("topic"), group: sumOf("group"), broker: sumOf("broker") };
}

function toTotals(dimension: Dimension, measure: string, { intervals, counts }: CountSamples): Totals[] {
  const measures: readonly string[] = measuresOf[dimension];
  const column = measures.indexOf(measure);
  return intervals.map(({ at, coveredMs }, index): Totals => {
    const values: Counts = new Map(
      [...counts].map(([name, all]) => [
        name,
        Float64Array.from(measures, (_, place) => (place === column ? all[index]! : absentCount)),
      ]),
    );
    const nothing: Counts = new Map();
    const since = coveredMs === 0 ? null : at - coveredMs;
    return { topic: nothing, group: nothing, broker: nothing, [dimension]: values, at, since };
  });
}

// Topics and groups of one minute come apart, each with all of its samples.
function joinMinute(totals: Totals[]): Totals {
  const topics = addUp(totals.filter(({ topic }) => topic.size > 0));
  const groups = addUp(totals.filter(({ group }) => group.size > 0));
  return { ...(topics ?? groups!), topic: topics?.topic ?? new Map(), group: groups?.group ?? new Map() };
}

function thin<T extends { at: number }>(samples: T[], now: number): T[] {
  const kept: T[] = [];
  for (const sample of samples) {
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

/** rateOf gives what was counted of a name in the last `windowMs`, per second; null when nothing was, or an interval has no count. */
export function rateOf(
  { totals, newest }: Recent,
  dimension: Dimension,
  measure: string,
  name: string,
  windowMs: number,
): number | null {
  const column = (measuresOf[dimension] as readonly string[]).indexOf(measure);
  const since = (newest?.at ?? 0) - windowMs;
  let [count, seconds] = [0, 0];
  for (const each of totals) {
    if (each.since === null || each.since < since - 1000) continue;
    const value = each[dimension].get(name)?.[column];
    if (value === undefined || value === absentCount) continue;
    count += value;
    seconds += (each.at - each.since) / 1000;
  }
  return seconds === 0 || Number.isNaN(count) ? null : count / seconds;
}

/** trendOf gives a name's last hour in at most `points` values, oldest first: rates per second, or the lag as it was; null where nothing is known. */
export function trendOf(
  { minutes }: Recent,
  dimension: Dimension,
  measure: string,
  name: string,
  points: number,
): (number | null)[] {
  const column = (measuresOf[dimension] as readonly string[]).indexOf(measure);
  const size = Math.max(1, Math.ceil(minutes.length / points));
  const parts = Array.from({ length: Math.ceil(minutes.length / size) }, (_, index) =>
    minutes.slice(index * size, (index + 1) * size),
  );
  return parts.map((part) => {
    const told = part.flatMap((each) => {
      const value = each[dimension].get(name)?.[column];
      const known = value !== undefined && value !== absentCount && !Number.isNaN(value) && each.since !== null;
      return known ? [{ value, seconds: (each.at - each.since!) / 1000 }] : [];
    });
    if (told.length === 0) return null;
    if (measure === "lag") return told.at(-1)!.value;
    return told.reduce((sum, { value }) => sum + value, 0) / told.reduce((sum, { seconds }) => sum + seconds, 0);
  });
}
