import { describe, expect, test } from "vitest";
import type { Points } from "./rows.ts";
import { sparkShape } from "./spark-path.ts";

describe("sparkShape fits points into a box", () => {
  test.each<[string, Points, string, [number, number] | null]>([
    ["nothing", [], "", null],
    ["only nulls", [[0, null]], "", null],
    ["one value", [[5, 3]], "M63 3", [63, 3]],
    [
      "a rise",
      [
        [0, 0],
        [10, 10],
      ],
      "M3 21L63 3",
      [63, 3],
    ],
    [
      "zeros lie on the floor",
      [
        [0, 0],
        [10, 0],
      ],
      "M3 21L63 21",
      [63, 21],
    ],
    [
      "a null breaks the line",
      [
        [0, 10],
        [5, null],
        [10, 5],
      ],
      "M3 3M63 12",
      [63, 12],
    ],
  ])("%s", (_, points, line, dot) => {
    const shape = sparkShape(points, 66, 24);
    expect([shape.line, shape.dot]).toEqual([line, dot]);
  });

  test("the area closes under each part of the line", () => {
    expect(
      sparkShape(
        [
          [0, 0],
          [10, 10],
        ],
        66,
        24,
      ).area,
    ).toBe("M3 21L63 3L63 21L3 21Z");
  });
});
