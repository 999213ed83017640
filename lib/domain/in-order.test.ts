import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

test.each([
  ["none", [], []],
  ["one", [3], [3]],
  ["in order", [1, 2, 2, 5], [1, 2, 2, 5]],
  ["the last out of order", [1, 2, 5, 4], [1, 2, 4, 5]],
  ["backwards", [3, 2, 1], [1, 2, 3]],
])("%s", (_, items, sorted) => {
  expect(inOrder([...items], (item) => item)).toEqual(sorted);
});

test("what is in order is not copied", () => {
  const items = [1, 2, 3];
  expect(inOrder(items, (item) => item)).toBe(items);
});
