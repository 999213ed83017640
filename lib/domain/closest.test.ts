import { expect, test } from "vitest";
import { findClosest } from "./closest.ts";

const names = ["orders", "orders-retry", "payments", "customers", "inventory", "logs"];

const rows: [sentence: string, typed: string, closest: string | null][] = [
  ["two letters swapped", "oredrs", "orders"],
  ["one letter missing is one mistake, all that five letters allow", "ordrs", "orders"],
  ["one letter too many is one mistake", "loggs", "logs"],
  ["case is no difference", "CUSTOMRES", "customers"],
  ["a third of six letters wrong still counts", "orxxrs", "orders"],
  ["more than a third wrong is another word", "oxxxrs", null],
  ["two letters allow no mistake", "or", null],
  ["nothing typed is near nothing", "", null],
  ["nothing like it", "zookeeper", null],
];

test.each(rows)("%s", (_, typed, closest) => {
  expect(findClosest(typed, names)).toBe(closest);
});

test("the nearest wins wherever it stands, the first one on a tie", () => {
  expect(findClosest("orders-1", ["orders-222", "orders-2"])).toBe("orders-2");
  expect(findClosest("orders-1", ["orders-2", "orders-222"])).toBe("orders-2");
  expect(findClosest("orders-1", ["orders-3", "orders-2"])).toBe("orders-3");
});

test("a name that is typed right is found with its own case", () => {
  expect(findClosest("abc", ["xbc", "ABC"])).toBe("ABC");
});
