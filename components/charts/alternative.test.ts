import { expect, test } from "vitest";
import { alternativeOf } from "./alternative.ts";
import type { Points } from "./rows.ts";

const line = (name: string, points: Points) => ({ name, points, now: "now", exact: (value: number) => `${value}/s` });

test("alternativeOf tells mean and peak of each line, and how long nothing was sampled", () => {
  const points: Points = [
    [0, 2],
    [10, 4],
    [20, 3],
    [50, 7],
    [60, null],
    [90, 4],
    [100, 4],
  ];
  expect(
    alternativeOf([line("produced", points), line("consumed", [[0, null]])], { from: 0, to: 100, step: 10 }),
  ).toEqual({
    parts: [{ name: "produced", now: "now", mean: "4/s", peak: "7/s", peakAt: 50 }],
    missing: 70,
  });
});

test("alternativeOf keeps to three lines", () => {
  const lines = ["a", "b", "c", "d"].map((name) =>
    line(name, [
      [0, 1],
      [10, 1],
    ]),
  );
  expect(alternativeOf(lines, { from: 0, to: 10, step: 10 }).parts.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});
