import { describe, expect, test } from "vitest";
import { ariaSort, nextSort } from "./data-table-types.ts";

describe("nextSort is what a click on a header asks for", () => {
  test.each([
    [{ id: "name" }, undefined, "name"],
    [{ id: "name" }, "name", "-name"],
    [{ id: "name" }, "-name", "name"],
    [{ id: "lag", align: "right" as const }, "name", "-lag"],
    [{ id: "lag", align: "right" as const }, "-lag", "lag"],
  ])("%o sorted by %s -> %s", (column, sort, next) => expect(nextSort(column, sort)).toBe(next));
});

test("ariaSort says the direction of the sorted column alone", () => {
  expect(ariaSort("lag", "-lag")).toBe("descending");
  expect(ariaSort("lag", "lag")).toBe("ascending");
  expect(ariaSort("lag", "name")).toBeUndefined();
});
