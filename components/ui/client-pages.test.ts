import { expect, test } from "vitest";
import { pageOf } from "./client-pages.tsx";

const rows = Array.from({ length: 250 }, (_, index) => index);

test.each([
  ["the first", 1, 1, 0, 99],
  ["the second", 2, 2, 100, 199],
  ["the last, which is shorter", 3, 3, 200, 249],
  ["beyond the last", 9, 3, 200, 249],
  ["before the first", 0, 1, 0, 99],
])("pageOf %s", (_, asked, page, first, last) => {
  const got = pageOf(rows, asked);
  expect([got.page, got.shown[0], got.shown.at(-1)]).toEqual([page, first, last]);
});

test("pageOf nothing is an empty first page", () => {
  expect(pageOf([], 3)).toEqual({ page: 1, shown: [] });
});
