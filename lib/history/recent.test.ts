import { describe, expect, test } from "vitest";
import { rateOf, Recent, trendOf } from "./recent.ts";
import type { Round } from "./round.ts";
import { roundOf, type Told } from "./testing.ts";
import { Counter } from "./totals.ts";

const [second, minute, hour] = [1000, 60_000, 3_600_000];
const noon = Date.parse("2026-11-23T12:00:00Z");

/** A memory that is fed with a round every ten seconds. */
function fed(rounds: number, told: (tick: number) => Told, start = noon): Recent {
  const recent = new Recent();
  const counter = new Counter(30 * second);
  let before: Round | null = null;
  for (let tick = 1; tick <= rounds; tick++) {
    before = roundOf(start + tick * 10 * second, told(tick), before);
    recent.add(before, counter.count(before).totals);
  }
  return recent;
}

const steady = (tick: number): Told => ({
  topics: {
    orders: [
      [0, tick * 70],
      [0, tick * 30],
    ],
    quiet: [[0, 4]],
  },
  groups: { billing: { orders: [tick * 70 - 14, null] } },
});

describe("the last minutes", () => {
  test("give a topic's rate, over the last minute", () => {
    const recent = fed(30, (tick) => ({ topics: { orders: [[0, tick <= 24 ? tick * 10 : 240 + (tick - 24) * 500]] } }));
    expect(rateOf(recent, "topic", "produced", "orders", minute)).toBeCloseTo(50);
    expect(rateOf(fed(3, steady), "topic", "produced", "quiet", minute)).toBe(0);
  });

  test("give none before two rounds, and none of what is not there", () => {
    expect(rateOf(fed(1, steady), "topic", "produced", "orders", minute)).toBeNull();
    expect(rateOf(fed(5, steady), "topic", "produced", "gone", minute)).toBeNull();
  });

  test("give the offsets of a partition and of a group on it, oldest first", () => {
    const samples = fed(100, steady).samples("orders", 0, "billing", 5 * minute);
    expect(samples).toHaveLength(31);
    expect(samples.at(-1)).toEqual({ at: noon + 1000 * second, start: 0n, end: 7000n, committed: 6986n });
    expect(samples[0]!.at).toBe(noon + 700 * second);
  });
});

describe("the trail of a partition's end", () => {
  test("is thinner the older it is, goes back two days, and keeps its order", () => {
    const trail = fed((50 * hour) / (10 * second), steady).trail("orders", 0);
    const now = noon + 50 * hour;
    expect(trail.length).toBeLessThan(420);
    expect(now - trail[0]!.at).toBeGreaterThan(47 * hour);
    expect(now - trail[0]!.at).toBeLessThanOrEqual(48 * hour);
    expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted((a, b) => a - b));
    trail.forEach(({ at, end }) => expect(end).toBe(BigInt(((at - noon) / (10 * second)) * 70)));
  });

  test("goes on from what was kept before the process started", () => {
    const recent = fed(6, steady);
    recent.remember("orders", { times: [noon - hour, noon - minute, noon + minute], end: [[1n, 2n, 3n]] });
    expect(recent.trail("orders", 0).slice(0, 3)).toEqual([
      { at: noon - hour, end: 1n },
      { at: noon - minute, end: 2n },
      { at: noon + 10 * second, end: 70n },
    ]);
  });

  test("does not know what lies after the clock was set back", () => {
    const recent = new Recent();
    const counter = new Counter(30 * second);
    for (const at of [10, 20, 30, 15]) {
      const round = roundOf(noon + at * second, { topics: { orders: [[0, at]] } });
      recent.add(round, counter.count(round).totals);
    }
    expect(recent.trail("orders", 0).map(({ end }) => end)).toEqual([10n, 15n]);
  });
});

describe("the last hour", () => {
  test("is a rate for each part of it, and a lag as it was", () => {
    const recent = fed(500, steady);
    const rates = trendOf(recent, "topic", "produced", "orders", 20);
    expect(rates.length).toBeLessThanOrEqual(20);
    expect(rates.every((rate) => Math.abs(rate! - 10) < 1e-9)).toBe(true);
    expect(trendOf(recent, "group", "lag", "billing", 20).at(-1)).toBe(14);
  });

  test("goes on from what was kept before the process started", () => {
    const recent = fed(12, steady);
    const intervals = [
      { at: noon - 2 * minute, coveredMs: minute },
      { at: noon - minute, coveredMs: minute },
    ];
    recent.rememberMinutes(
      { intervals, counts: new Map([["orders", Float64Array.of(120, 60)]]) },
      { intervals, counts: new Map([["billing", Float64Array.of(9, 8)]]) },
    );
    expect(trendOf(recent, "topic", "produced", "orders", 60).slice(0, 2)).toEqual([2, 1]);
    expect(trendOf(recent, "group", "lag", "billing", 60).slice(0, 2)).toEqual([9, 8]);
  });
});
