import { describe, expect, test } from "vitest";
import { nearest, rowsOf } from "./rows.ts";

test("rowsOf puts lines beside each other by their moments", () => {
  expect(
    rowsOf([
      [[20, 2]],
      [
        [10, 5],
        [20, null],
        [30, 7],
      ],
    ]),
  ).toEqual([
    { at: 10, values: [null, 5] },
    { at: 20, values: [2, null] },
    { at: 30, values: [null, 7] },
  ]);
});

describe("nearest is the closest moment", () => {
  test.each([
    [[], 5, -1],
    [[10, 20, 30], 0, 0],
    [[10, 20, 30], 24, 1],
    [[10, 20, 30], 26, 2],
    [[10, 20, 30], 99, 2],
  ])("%j, %d -> %d", (times, at, index) => expect(nearest(times, at)).toBe(index));
});
