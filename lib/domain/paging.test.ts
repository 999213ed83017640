import { expect, test } from "vitest";
import { paginate, sortBy, type SortKey } from "./paging.ts";

type Item = { name: string; key: SortKey };

function namesBy(items: Item[], descending: boolean): string[] {
  return sortBy(
    items,
    ({ key }) => key,
    descending,
    ({ name }) => name,
  ).map(({ name }) => name);
}

const item = (name: string, key: SortKey): Item => ({ name, key });

const rows: [sentence: string, items: Item[], ascending: string[], descending: string[]][] = [
  ["numbers are ordered as numbers", [item("a", 10), item("b", 9), item("c", -1)], ["c", "b", "a"], ["a", "b", "c"]],
  ["64-bit numbers are ordered exactly", [item("a", 2n ** 60n + 1n), item("b", 2n ** 60n)], ["b", "a"], ["a", "b"]],
  ["words are ordered as words", [item("a", "y"), item("b", "x")], ["b", "a"], ["a", "b"]],
  ["unknown comes last both ways", [item("a", null), item("b", 0), item("c", 1)], ["b", "c", "a"], ["c", "b", "a"]],
  ["ties go by name, upwards both ways", [item("c", 1), item("a", 1), item("b", 1)], ["a", "b", "c"], ["a", "b", "c"]],
  ["several unknown go by name", [item("b", null), item("a", null)], ["a", "b"], ["a", "b"]],
];

test.each(rows)("%s", (_, items, ascending, descending) => {
  expect(namesBy(items, false)).toEqual(ascending);
  expect(namesBy(items, true)).toEqual(descending);
});

test("sorting leaves the given list alone", () => {
  const items = [item("b", 2), item("a", 1)];
  namesBy(items, false);
  expect(items.map(({ name }) => name)).toEqual(["b", "a"]);
});

const letters = ["a", "b", "c", "d", "e"];

const pages: [sentence: string, page: number, pageSize: number, expected: { page: number; items: string[] }][] = [
  ["the first page", 1, 2, { page: 1, items: ["a", "b"] }],
  ["a page in the middle", 2, 2, { page: 2, items: ["c", "d"] }],
  ["the last page is short", 3, 2, { page: 3, items: ["e"] }],
  ["a page past the end is the last one", 99, 2, { page: 3, items: ["e"] }],
  ["a page that just holds all leaves no second one", 2, 5, { page: 1, items: letters }],
];

test.each(pages)("%s", (_, page, pageSize, expected) => {
  expect(paginate(letters, page, pageSize)).toEqual({ ...expected, pageSize, total: 5 });
});

test("no elements are one empty page", () => {
  expect(paginate([], 7, 50)).toEqual({ page: 1, pageSize: 50, total: 0, items: [] });
});
