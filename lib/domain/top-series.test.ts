import { expect, test } from "vitest";
import { splitTop } from "./top-series.ts";

const rows: [sentence: string, elements: string[], most: number, top: string[], others: string[]][] = [
  ["nothing: nothing", [], 3, [], []],
  ["fewer than may be: all on top, largest first", ["a", "ccc", "bb"], 5, ["ccc", "bb", "a"], []],
  ["the largest on top, the others also largest first", ["a", "ccc", "bb", "dddd"], 2, ["dddd", "ccc"], ["bb", "a"]],
  ["equal ones keep their order", ["b1", "a1", "c1", "d"], 2, ["b1", "a1"], ["c1", "d"]],
  ["none on top: all are others", ["a", "bb"], 0, [], ["bb", "a"]],
];

test.each(rows)("%s", (_, elements, most, top, others) => {
  const given = [...elements];
  expect(splitTop(given, ({ length }) => length, most)).toEqual({ top, others });
  expect(given).toEqual(elements);
});
