import { describe, expect, test } from "vitest";
import { downsample } from "./downsample.ts";

type Points = [number, number | null][];

function line(values: (number | null)[]): Points {
  return values.map((value, index) => [index, value]);
}

const wave = line(Array.from({ length: 1000 }, (_, index) => Math.sin(index / 20)));
const peak = line(Array.from({ length: 1000 }, (_, index) => (index === 613 ? 99 : 0)));
const gaps = line(Array.from({ length: 1000 }, (_, index) => (index % 300 > 280 ? null : index % 7)));

/** runsOf writes points as a word: v for a run of values, n for one of nulls. */
function runsOf(points: Points): string {
  return points
    .map(([, value]) => (value === null ? "n" : "v"))
    .join("")
    .replaceAll(/(.)\1+/g, "$1");
}

const rows: [sentence: string, points: Points, most: number, kept: Points][] = [
  ["nothing stays nothing", [], 10, []],
  ["one point stays", line([5]), 1, line([5])],
  ["as many as may be stay as they are", line([1, null, 3]), 3, line([1, null, 3])],
  [
    "to two: the ends",
    line([1, 9, 9, 4]),
    2,
    [
      [0, 1],
      [3, 4],
    ],
  ],
  [
    "to three: the ends and the point furthest from their line",
    line([0, 1, 9, 1, 0]),
    3,
    [
      [0, 0],
      [2, 9],
      [4, 0],
    ],
  ],
  [
    "a run of nulls becomes one",
    line([1, null, null, null, 2]),
    3,
    [
      [0, 1],
      [1, null],
      [4, 2],
    ],
  ],
  [
    "nulls at the ends keep the first and the last point",
    line([null, null, 1, null, null]),
    3,
    [
      [0, null],
      [2, 1],
      [4, null],
    ],
  ],
  [
    "nothing but nulls: both ends",
    line([null, null, null]),
    2,
    [
      [0, null],
      [2, null],
    ],
  ],
  ["gaps outweigh the wish for few points", line([1, null, 2, null, 3]), 2, line([1, null, 2, null, 3])],
  [
    "each run of values keeps its ends",
    line([1, 2, 3, null, 4, 5, 6]),
    5,
    [
      [0, 1],
      [2, 3],
      [3, null],
      [4, 4],
      [6, 6],
    ],
  ],
];
test.each(rows)("%s", (_, points, most, kept) => expect(downsample(points, most)).toEqual(kept));

test("short enough input is the same array", () => {
  const points = line([1, 2, 3]);
  expect(downsample(points, 3)).toBe(points);
});

describe.each([
  ["a wave", wave],
  ["a peak", peak],
  ["gaps", gaps],
] as [string, Points][])("%s of 1000 points", (_, points) => {
  test.each([20, 50, 240, 999])("to %i: some of the points, in order, both ends, all gaps, no more", (most) => {
    const kept = downsample(points, most);
    expect(kept.length).toBeLessThanOrEqual(most);
    expect(kept.length).toBeGreaterThan(most / 2);
    expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
    expect(kept.every((point) => points.includes(point))).toBe(true);
    expect(kept).toEqual(kept.toSorted((a, b) => a[0] - b[0]));
    expect(runsOf(kept)).toBe(runsOf(points));
  });
});

test("one high point among a thousand survives", () => {
  expect(downsample(peak, 20)).toContainEqual([613, 99]);
});

test("beside what broke the line the points before and after stay", () => {
  const flat = line(Array.from({ length: 1000 }, () => 5));
  const kept = downsample(flat, 10, [300.5, 700]).map(([x]) => x);
  for (const x of [0, 300, 301, 699, 700, 999]) expect(kept).toContain(x);
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(downsample(flat, 10, [-5, 5000])).toEqual(downsample(flat, 10));
});
