import { expect, test } from "vitest";
import { gapPoints } from "./rate-gap.ts";

test("gapPoints is the difference, unknown where one of the two is", () => {
  expect(
    gapPoints(
      [
        [1, 10],
        [2, 10],
        [3, null],
      ],
      [
        [1, 4],
        [2, 12],
        [3, 1],
        [4, 1],
      ],
    ),
  ).toEqual([
    [1, 6],
    [2, -2],
    [3, null],
    [4, null],
  ]);
});
