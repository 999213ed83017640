import { describe, expect, test } from "vitest";
import { hitItem, matching, pageItem, splitMatch } from "./palette-items.ts";

describe("splitMatch cuts a name around what was typed", () => {
  test.each([
    ["stock.warehouse-events", "ware", ["stock.", "ware", "house-events"]],
    ["Warehouse", "ware", ["", "Ware", "house"]],
    ["orders", "x", ["orders", "", ""]],
    ["orders", "", ["orders", "", ""]],
  ])("%s, %s", (name, text, parts) => expect(splitMatch(name, text)).toEqual(parts));
});

test("matching ignores case", () => {
  const items = [pageItem("Topics", "/t"), pageItem("Groups", "/g")];
  expect(matching(items, "TOP").map(({ name }) => name)).toEqual(["Topics"]);
  expect(matching(items, "")).toHaveLength(2);
});

test("hitItem leads to what was found", () => {
  expect(hitItem("prod", { kind: "group", name: "a/b", detail: "Stable" }, "stable")).toEqual({
    id: "group a/b",
    kind: "group",
    name: "a/b",
    detail: "stable",
    href: "/clusters/prod/groups/a%2Fb",
  });
});
