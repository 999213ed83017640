import { describe, expect, test } from "vitest";
import {
  calculateRates,
  calculateStep,
  type CountedIncrement,
  type OffsetRates,
  type OffsetSample,
  type OffsetStep,
  toSteps,
} from "./offset-steps.ts";

const huge = 2n ** 62n;

/** sample: seconds and offset. */
function sample(seconds: number, offset: bigint | number | null): OffsetSample {
  return { at: seconds * 1000, offset: offset === null ? null : BigInt(offset) };
}

describe("calculateStep", () => {
  const rows: [sentence: string, before: bigint | null, after: bigint | null, step: OffsetStep | null][] = [
    ["an offset that grew: so many records", 5n, 12n, { records: 7 }],
    ["an offset that stood still: no records, which is known", 5n, 5n, { records: 0 }],
    ["an offset that fell is an event", 12n, 5n, { back: 7n }],
    ["unknown before: unknown", null, 5n, null],
    ["unknown after: unknown", 5n, null, null],
    ["beyond 2^53 the step is exact", huge, huge + 1n, { records: 1 }],
    ["beyond 2^53 the fall is exact", huge + 1n, 0n, { back: huge + 1n }],
  ];
  test.each(rows)("%s", (_, before, after, step) => expect(calculateStep(before, after)).toEqual(step));
});

describe("calculateRates", () => {
  const rows: [sentence: string, samples: OffsetSample[], rates: OffsetRates][] = [
    ["no sample: no point", [], { points: [], events: [], records: 0 }],
    ["one sample has no interval: no point", [sample(0, 9)], { points: [], events: [], records: 0 }],
    [
      "a rate belongs to the interval that ends at the point",
      [sample(0, 0), sample(5, 50), sample(15, 50)],
      {
        points: [
          [5000, 10],
          [15_000, 0],
        ],
        events: [],
        records: 50,
      },
    ],
    [
      "an unknown offset leaves both its intervals unknown, and nothing is counted over it",
      [sample(0, 0), sample(5, null), sample(10, 50), sample(15, 60)],
      {
        points: [
          [5000, null],
          [10_000, null],
          [15_000, 2],
        ],
        events: [],
        records: 10,
      },
    ],
    [
      "a step back breaks the line and is an event, not a rate",
      [sample(0, 100), sample(5, 30), sample(10, 40)],
      {
        points: [
          [5000, null],
          [10_000, 2],
        ],
        events: [{ at: 5000, back: 70n }],
        records: 10,
      },
    ],
    [
      "a step back behind an unknown offset is still an event",
      [sample(0, 100), sample(5, null), sample(10, 30)],
      {
        points: [
          [5000, null],
          [10_000, null],
        ],
        events: [{ at: 10_000, back: 70n }],
        records: 0,
      },
    ],
    [
      "a distance of exactly the longest gap counts",
      [sample(0, 0), sample(20, 20)],
      { points: [[20_000, 1]], events: [], records: 20 },
    ],
    [
      "a longer one neither has a rate nor counts",
      [sample(0, 0), sample(20.001, 20)],
      { points: [[20_001, null]], events: [], records: 0 },
    ],
    [
      "a step back across a gap is still an event",
      [sample(0, 100), sample(60, 0)],
      { points: [[60_000, null]], events: [{ at: 60_000, back: 100n }], records: 0 },
    ],
    [
      "two samples of one moment have no rate",
      [sample(5, 0), sample(5, 10)],
      { points: [[5000, null]], events: [], records: 0 },
    ],
    [
      "beyond 2^53 the records are exact",
      [sample(0, huge), sample(1, huge + 3n), sample(2, huge + 4n)],
      {
        points: [
          [1000, 3],
          [2000, 1],
        ],
        events: [],
        records: 4,
      },
    ],
  ];
  test.each(rows)("%s", (_, samples, rates) => expect(calculateRates(samples, 20_000)).toEqual(rates));
});

describe("toSteps", () => {
  /** counted: from and until in seconds, and what was counted. */
  const counted = (since: number, at: number, value: number | null): CountedIncrement => ({
    since: since * 1000,
    at: at * 1000,
    value,
  });

  type Row = [sentence: string, increments: CountedIncrement[], range: [number, number], points: (number | null)[][]];
  const rows: Row[] = [
    [
      "nothing known: a gap for every cell",
      [],
      [0, 20],
      [
        [10, null],
        [20, null],
      ],
    ],
    ["an increment of one cell is its rate", [counted(0, 10, 50)], [0, 10], [[10, 5]]],
    ["several increments in a cell add up", [counted(0, 5, 10), counted(5, 10, 40)], [0, 10], [[10, 5]]],
    [
      "an increment over several cells is split by time",
      [counted(5, 25, 40), counted(25, 30, 0), counted(0, 5, 0)],
      [0, 30],
      [
        [10, 1],
        [20, 2],
        [30, 1],
      ],
    ],
    ["a cell covered by half has the rate of that half", [counted(5, 10, 50)], [0, 10], [[10, 10]]],
    ["a cell covered by less is unknown", [counted(5.1, 10, 50)], [0, 10], [[10, null]]],
    ["an unknown increment covers nothing", [counted(0, 6, null), counted(6, 10, 8)], [0, 10], [[10, null]]],
    ["zero counted is known", [counted(0, 10, 0)], [0, 10], [[10, 0]]],
    [
      "cells are aligned to the epoch: those that end in (from, to]",
      [counted(0, 40, 40)],
      [7, 33],
      [
        [10, 1],
        [20, 1],
        [30, 1],
      ],
    ],
    ["a cell that ends at from is not in the range", [counted(0, 20, 20)], [10, 20], [[20, 1]]],
    ["what lies outside of the range is left out", [counted(-20, -10, 9), counted(30, 40, 9)], [0, 10], [[10, null]]],
    ["an increment of no time is left out", [counted(5, 5, 9), counted(0, 10, 10)], [0, 10], [[10, 1]]],
    ["an empty range has no cell", [counted(0, 10, 10)], [3, 9], []],
    ["a range that ends before it begins has no cell", [counted(0, 10, 10)], [20, 0], []],
  ];
  test.each(rows)("%s", (_, increments, [from, to], points) =>
    expect(toSteps(increments, 10_000, from * 1000, to * 1000).map(([at, rate]) => [at / 1000, rate])).toEqual(points),
  );
});

describe("random walks of offsets", () => {
  /** mulberry32: the same numbers for the same seed. */
  function randomFrom(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  function walk(seed: number): OffsetSample[] {
    const random = randomFrom(seed);
    const samples = [{ at: 1_790_000_000_000 + Math.floor(random() * 60_000), offset: BigInt(seed) * 2n ** 55n }];
    const pace = 10 ** Math.floor(random() * 7);
    for (let left = 400; left > 0; left -= 1) {
      const { at, offset } = samples.at(-1)!;
      const still = random() < 0.2;
      samples.push({
        at: at + 1 + Math.floor(random() * 19_999),
        offset: offset + (still ? 0n : BigInt(Math.floor(random() * pace))),
      });
    }
    return samples;
  }

  const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1);

  test.each(seeds)(
    "walk %i: the integral of the rates, and of the steps made of them, is the offsets' difference",
    (seed) => {
      const samples = walk(seed);
      const difference = Number(samples.at(-1)!.offset! - samples[0]!.offset!);
      const { points, records, events } = calculateRates(samples, 20_000);
      expect(events).toEqual([]);
      expect(records).toBe(difference);
      const increments = points.map(([at, rate], index) => {
        const since = samples[index]!.at;
        return { at, since, value: (rate! * (at - since)) / 1000 };
      });
      expectClose(
        increments.reduce((sum, { value }) => sum + value, 0),
        difference,
      );
      // Known zeros before and after make the outer cells whole.
      const from = samples[0]!.at;
      const to = samples.at(-1)!.at;
      const padded = [
        { since: from - 900_000, at: from, value: 0 },
        ...increments,
        { since: to, at: to + 900_000, value: 0 },
      ];
      for (const stepMs of [1000, 15_000, 300_000]) {
        const steps = toSteps(padded, stepMs, from - 600_000, to + 600_000);
        const integral = steps.reduce((sum, [, rate]) => sum + (rate! * stepMs) / 1000, 0);
        expectClose(integral, difference);
      }
    },
  );

  function expectClose(value: number, wanted: number) {
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(1, wanted));
  }
});
