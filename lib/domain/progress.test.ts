import { describe, expect, test } from "vitest";
import type { PartitionSample } from "./mean-rates.ts";
import { assessProgress, type Progress } from "./progress.ts";

const noon = 1_790_000_000_000;
const step = 30_000;

type Pair = [end: number | null, committed: number | null, start?: number];

/** Samples every 30 s, the last of them at noon. */
function samples(pairs: Pair[]): PartitionSample[] {
  const big = (value: number | null) => (value === null ? null : BigInt(value));
  return pairs.map(([end, committed, start = 0], index) => ({
    at: noon - (pairs.length - 1 - index) * step,
    start: BigInt(start),
    end: big(end),
    committed: big(committed),
  }));
}

/** Ten minutes of samples, each made from its number. */
function tenMinutes(make: (tick: number) => Pair): PartitionSample[] {
  return samples(Array.from({ length: 21 }, (_, tick) => make(tick)));
}

/** When the sample of a tick of tenMinutes was taken. */
const atTick = (tick: number) => noon - (20 - tick) * step;

type Row = [sentence: string, samples: PartitionSample[], told: Partial<Progress>];

const rows: Row[] = [
  ["nothing sampled: unknown", [], { verdict: "unknown", lag: null }],
  ["nothing unread: keeps up", samples([[100, 100]]), { verdict: "keeps-up", lag: 0n }],
  ["one look at unread records tells nothing", samples([[100, 60]]), { verdict: "unknown", lag: 40n, since: null }],
  [
    "a minute of samples is too little to judge by",
    samples([
      [100, 60],
      [200, 80],
      [300, 100],
    ]),
    { verdict: "unknown", lag: 200n },
  ],
  [
    "at the end a moment ago: keeps up, whatever waits now",
    tenMinutes((tick) => [tick * 100, tick === 20 ? 1900 : tick * 100]),
    { verdict: "keeps-up", lag: 100n },
  ],
  [
    "never at the end, but less than half a minute of records behind: keeps up",
    tenMinutes((tick) => [tick * 3000 + 900, tick * 3000]),
    { verdict: "keeps-up", lag: 900n },
  ],
  [
    "as much behind as before: behind",
    tenMinutes((tick) => [tick * 3000 + 30_000, tick * 3000]),
    { verdict: "behind", lag: 30_000n, since: null },
  ],
  [
    "reads half of what is written: falls behind, since its lag was least",
    tenMinutes((tick) => [tick * 3000, tick * 1500]),
    { verdict: "falling-behind", lag: 30_000n, since: atTick(1), atLeast: false },
  ],
  [
    "a lag that grew all the time began before the first sample",
    tenMinutes((tick) => [tick * 3000 + 50_000, tick * 1500]),
    { verdict: "falling-behind", since: atTick(0), atLeast: true },
  ],
  [
    "commits in batches make a saw, and no trend",
    tenMinutes((tick) => [tick * 3000 + 9000, Math.floor(tick / 3) * 9000]),
    { verdict: "behind" },
  ],
  [
    "a saw whose teeth grow is a trend",
    tenMinutes((tick) => [tick * 3000 + 9000, Math.floor(tick / 3) * 4500]),
    { verdict: "falling-behind" },
  ],
  [
    "reads twice what is written: catches up",
    tenMinutes((tick) => [tick * 1000 + 90_000, tick * 2000]),
    { verdict: "catching-up", lag: 70_000n, since: null },
  ],
  [
    "catches up although nothing is written any more",
    tenMinutes((tick) => [90_000, tick * 2000]),
    { verdict: "catching-up", lag: 50_000n },
  ],
  [
    "records wait for two minutes, and no commit moves: stalled, since the first of them",
    tenMinutes((tick) => [tick < 12 ? 500 : 500 + tick, 500]),
    { verdict: "stalled", since: atTick(12), atLeast: false },
  ],
  [
    "a commit that stopped on the way: stalled since it moved last",
    tenMinutes((tick) => [tick * 1000 + 5000, Math.min(tick, 9) * 1000]),
    { verdict: "stalled", since: atTick(9), atLeast: false },
  ],
  [
    "stood still from the first sample on: since then at least",
    tenMinutes(() => [500, 100]),
    { verdict: "stalled", lag: 400n, since: atTick(0), atLeast: true },
  ],
  [
    "stands still for less than two minutes: not yet stalled",
    tenMinutes((tick) => [tick * 1000 + 5000, Math.min(tick, 17) * 1000]),
    { verdict: "behind" },
  ],
  [
    "who commits every three minutes is not stalled after four",
    tenMinutes((tick) => [tick * 1000 + 60_000, Math.floor(Math.min(tick, 13) / 6) * 6000]),
    { verdict: "behind" },
  ],
  [
    "records that retention took are not waited for",
    tenMinutes((tick) => [1000, 500, tick < 15 ? 0 : 1000]),
    { verdict: "keeps-up", lag: 0n },
  ],
  [
    "what came before a reset belongs to another reading",
    tenMinutes((tick) => [9000, tick < 18 ? 9000 : 1000]),
    { verdict: "unknown", lag: 8000n },
  ],
  [
    "a topic made anew counts from there",
    tenMinutes((tick) => [tick < 10 ? 9000 : (tick - 10) * 3000, tick < 10 ? 9000 : (tick - 10) * 1000]),
    { verdict: "falling-behind", since: atTick(11) },
  ],
  [
    "a newest sample that does not know its end: unknown",
    tenMinutes((tick) => [tick === 20 ? null : tick * 100, tick * 50]),
    { verdict: "unknown", lag: null },
  ],
  ["never committed: unknown", tenMinutes((tick) => [tick * 100, null]), { verdict: "unknown", lag: null }],
  [
    "samples that are missing in between do not count as standing still or moving",
    tenMinutes((tick) => [tick % 3 === 1 ? null : tick * 3000, tick * 1500]),
    { verdict: "falling-behind" },
  ],
];

describe("assessProgress", () => {
  test.each(rows)("%s", (_, given, told) => {
    expect(assessProgress(given)).toMatchObject(told);
  });
});
