import { absentCount } from "./codec.ts";
import { type Layout, type Place, offsetIn, type Round } from "./round.ts";

/** Dimension is what totals are counted by. */
export type Dimension = "topic" | "group" | "broker";

/** measuresOf are the counts kept of each dimension: records produced, due (once for each group that reads the partition) and consumed, bytes (an estimate), and the lag at the end of the interval. */
export const measuresOf = {
  topic: ["produced", "due", "consumed", "bytes"],
  group: ["due", "consumed", "lag"],
  broker: ["produced", "bytes"],
} as const satisfies Record<Dimension, string[]>;

/** Counts is one dimension of an interval: by name, its measures in the order of measuresOf; NaN = not known. */
export type Counts = Map<string, Float64Array>;

/** Totals is what was counted in the interval (since, at]; `since` null: there is nothing before to compare with. */
export type Totals = { at: number; since: number | null } & Record<Dimension, Counts>;

/** Step back is an offset that fell between two rounds. */
export type StepBack =
  | { code: "end-back"; topic: string; partition: number; from: bigint; to: bigint }
  | { code: "commit-back"; groupId: string; topic: string; partition: number; from: bigint; to: bigint };

type Increments = { layout: Layout; produced: Float64Array; bytes: Float64Array };

function known(values: BigInt64Array | undefined, place: Place | undefined, partition: number): bigint | null {
  return values ? offsetIn(values, place, partition) : null;
}

/** Counter counts what happens between rounds. It remembers the last round, and how many bytes a record of each partition takes. */
export class Counter {
  readonly #longestMs: number;
  #before: Round | null = null;
  #lastEnds = new Map<string, (bigint | null)[]>();
  #bytesPerRecord = new Map<string, number[]>();
  #sized: Round | null = null;

  /** An interval longer than `longestMs` is a gap: nothing is counted in it. */
  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** count compares a round with the one before. */
  count(round: Round): { totals: Totals; back: StepBack[] } {
    const before = this.#before;
    const compares = before !== null && round.at > before.at && round.at - before.at <= this.#longestMs;
    const back: StepBack[] = [];
    this.#learnSizes(round);
    const increments = this.#increments(round, compares ? before : null, back);
    const totals: Totals = {
      at: round.at,
      since: compares ? before.at : null,
      topic: topicCounts(round, increments),
      group: new Map(),
      broker: brokerCounts(round, increments),
    };
    countGroups(round, compares ? before : null, increments, totals, back);
    this.#before = round;
    return { totals, back };
  }

  // How many bytes a record takes: what the log grew by, over the records that came; while nothing can be compared, the
  // mean of what is kept. Where the log start moved, segments went, and the growth tells nothing.
  #learnSizes(round: Round): void {
    if (!round.sizes) return;
    for (const [topic, place] of round.layout.topics) {
      const learnt = this.#bytesPerRecord.get(topic) ?? [];
      for (let partition = 0; partition < place.partitions; partition++) {
        const bytes = bytesPerRecord(round, this.#sized, topic, partition, learnt[partition] === undefined);
        if (bytes !== null) learnt[partition] = bytes;
      }
      this.#bytesPerRecord.set(topic, learnt);
    }
    for (const topic of this.#bytesPerRecord.keys())
      if (!round.layout.topics.has(topic)) this.#bytesPerRecord.delete(topic);
    this.#sized = round;
  }

  #increments(round: Round, before: Round | null, back: StepBack[]): Increments {
    const produced = new Float64Array(round.layout.size).fill(Number.NaN);
    const bytes = new Float64Array(round.layout.size).fill(Number.NaN);
    const lastEnds = new Map<string, (bigint | null)[]>();
    for (const [topic, place] of round.layout.topics) {
      const ends = this.#endsBefore(topic, place, before);
      const sizes = this.#bytesPerRecord.get(topic);
      for (let partition = 0; partition < place.partitions; partition++) {
        const at = place.at + partition;
        const [from, to] = [ends[partition] ?? null, offsetIn(round.end, place, partition)];
        // Without a leader nobody can write: that is known, and the last end counts until there is one again.
        const leaderless = to === null && round.leaders[at] === -1;
        ends[partition] = leaderless ? from : to;
        if (leaderless && before) produced[at] = 0;
        if (from === null || to === null) continue;
        if (to < from) back.push({ code: "end-back", topic, partition, from, to });
        else produced[at] = Number(to - from);
        bytes[at] = produced[at]! * (sizes?.[partition] ?? (produced[at] === 0 ? 0 : Number.NaN));
      }
      lastEnds.set(topic, ends);
    }
    this.#lastEnds = lastEnds;
    return { layout: round.layout, produced, bytes };
  }

  // All that a new topic or partition holds came since the round before.
  #endsBefore(topic: string, place: Place, before: Round | null): (bigint | null)[] {
    if (!before) return Array.from({ length: place.partitions }, () => null);
    const ends = [...(this.#lastEnds.get(topic) ?? [])];
    for (let partition = ends.length; partition < place.partitions; partition++) ends[partition] = 0n;
    return ends;
  }
}

function bytesPerRecord(
  round: Round,
  before: Round | null,
  topic: string,
  partition: number,
  first: boolean,
): number | null {
  const place = round.layout.topics.get(topic);
  const earlier = before?.layout.topics.get(topic);
  const [size, end, start] = [round.sizes!, round.end, round.start].map((values) => known(values, place, partition));
  if (size === null || end === null || start === null || size === undefined) return null;
  const [size0, end0, start0] = [before?.sizes ?? undefined, before?.end, before?.start].map((values) =>
    known(values, earlier, partition),
  );
  const grew = size0 !== null && size0 !== undefined && end0 !== null && end0 !== undefined && start0 === start;
  if (grew && end! > end0 && size >= size0) return Number(size - size0) / Number(end! - end0);
  return first && end! > start! ? Number(size) / Number(end! - start!) : null;
}

function sum(values: Float64Array, { at, partitions }: Place): number {
  let total = 0;
  for (let index = at; index < at + partitions; index++) total += values[index]!;
  return total;
}

function topicCounts(round: Round, { produced, bytes }: Increments): Counts {
  return new Map(
    [...round.layout.topics].map(([topic, place]) => [
      topic,
      Float64Array.of(sum(produced, place), 0, 0, sum(bytes, place)),
    ]),
  );
}

function brokerCounts(round: Round, { produced, bytes }: Increments): Counts {
  const counts: Counts = new Map();
  for (let index = 0; index < round.leaders.length; index++) {
    const leader = round.leaders[index]!;
    if (leader === -1) continue;
    const name = String(leader);
    let ofBroker = counts.get(name);
    if (!ofBroker) counts.set(name, (ofBroker = new Float64Array(2)));
    ofBroker[0]! += produced[index]!;
    ofBroker[1]! += bytes[index]!;
  }
  return counts;
}

// A group counts what it has committed on: due is what was written there, consumed by how much its commits moved.
function countGroups(
  round: Round,
  before: Round | null,
  { produced }: Increments,
  totals: Totals,
  back: StepBack[],
): void {
  for (const [groupId, topics] of round.commits.groups) {
    const readNow = !round.unread.has(groupId);
    const comparable = readNow && before !== null && !before.unread.has(groupId);
    const counts = new Float64Array(3);
    let [commits, lags] = [0, 0];
    for (const [topic, place] of topics) {
      const log = round.layout.topics.get(topic);
      const ofTopic = totals.topic.get(topic);
      if (!log) continue;
      const earlier = before?.commits.groups.get(groupId)?.get(topic);
      let [due, consumed] = [0, 0];
      for (let partition = 0; partition < place.partitions; partition++) {
        const committed = offsetIn(round.committed, place, partition);
        if (committed === null) continue;
        commits += 1;
        due += partition < log.partitions ? produced[log.at + partition]! : 0;
        const from = known(before?.committed, earlier, partition);
        if (from !== null && committed < from) {
          back.push({ code: "commit-back", groupId, topic, partition, from, to: committed });
          consumed = Number.NaN;
        } else if (from !== null) consumed += Number(committed - from);
        const lag = lagOf(round, log, partition, committed);
        if (lag === null) continue;
        counts[2]! += lag;
        lags += 1;
      }
      if (!comparable) due = consumed = Number.NaN;
      counts[0]! += due;
      counts[1]! += consumed;
      if (ofTopic) {
        ofTopic[1]! += due;
        ofTopic[2]! += consumed;
      }
    }
    // Who never committed has no lag; whose partitions did not tell their offsets has one that is not known.
    if (lags === 0) counts[2] = commits === 0 ? absentCount : Number.NaN;
    totals.group.set(groupId, readNow ? counts : new Float64Array(3).fill(Number.NaN));
  }
}

function lagOf(round: Round, log: Place, partition: number, committed: bigint): number | null {
  const [start, end] = [offsetIn(round.start, log, partition), offsetIn(round.end, log, partition)];
  if (start === null || end === null) return null;
  const from = committed > start ? committed : start;
  return end > from ? Number(end - from) : 0;
}
