import { describe, expect, test } from "vitest";
import type { Series } from "@/lib/api/history.ts";
import type { Points } from "./rows.ts";
import { largestNames, layersOf, stackRows } from "./stack.ts";

const series = (name: string, points: Points, kind: Series["kind"] = "element"): Series => ({
  name,
  kind,
  measure: "produced",
  unit: "records/s",
  estimate: false,
  points,
});
const ten = Array.from({ length: 10 }, (_, index) => series(`t${index}`, [[1, index]]));

describe("largestNames are the eight with the largest mean", () => {
  test("the largest first", () => {
    expect(largestNames(ten)).toEqual(["t9", "t8", "t7", "t6", "t5", "t4", "t3", "t2"]);
  });
  test("about the same stay in the order of their names", () => {
    expect(largestNames([series("b", [[1, 1_001]]), series("a", [[1, 1_000]])])).toEqual(["a", "b"]);
  });
  test("sums are no elements", () => expect(largestNames([series("all", [[1, 5]], "total")])).toEqual([]));
});

test("layersOf sums everything without a colour, the service's own others too", () => {
  const all = [...ten, series("", [[1, 100]], "others"), series("", [[1, 145]], "total")];
  const layers = layersOf(all, largestNames(all));
  expect(layers).toHaveLength(9);
  expect(layers[0]).toEqual({ name: "t9", place: 0, points: [[1, 9]] });
  expect(layers[8]).toEqual({ name: "", place: null, points: [[1, 101]] });
});

test("stackRows breaks where nothing is known, and only there", () => {
  const layers = [
    {
      name: "a",
      place: 0,
      points: [
        [1, 2],
        [2, null],
        [3, null],
      ] satisfies Points,
    },
    {
      name: "b",
      place: 1,
      points: [
        [1, 3],
        [2, 4],
        [3, null],
      ] satisfies Points,
    },
  ];
  expect(stackRows(layers).map(({ bounds }) => bounds)).toEqual([
    [
      [0, 2],
      [2, 5],
    ],
    [
      [0, 0],
      [0, 4],
    ],
    [null, null],
  ]);
});
