import { describe, expect, it, test } from "vitest";
import { comparison, filterPaths, leavesOf, parsePath, pathText, valueAt } from "./json-path.ts";
import { jsonText, type JsonValue, parseJson } from "./json-value.ts";

const order = parseJson(
  '{"id":9007199254740993,"total":1184.90,"customer":{"first name":"Ann","country":"DE"},"items":[{"sku":"A"}],"note":{}}',
) as JsonValue;

describe("pathText and parsePath are each other's way back", () => {
  test.each([
    [["total"], "value.total"],
    [["customer", "first name"], 'value.customer["first name"]'],
    [["items", 0, "sku"], "value.items[0].sku"],
    [['a"b', "c"], 'value["a\\"b"].c'],
  ])("%j <-> %s", (path, text) => {
    expect(pathText(path)).toBe(text);
    expect(parsePath(text)).toEqual(path);
  });

  test.each(["key", "value", "value..x", "values.x", "value.x("])("%s is no path", (text) =>
    expect(parsePath(text)).toBeNull(),
  );
});

describe("filterPaths finds the fields that an expression names", () => {
  test.each([
    ['value.total > 500 && value.customer.country == "DE"', ["value.total", "value.customer.country"]],
    ['value.name.contains("x") || value.name == "y"', ["value.name"]],
    ["value.items[0].sku == headers.value.x", ["value.items[0].sku"]],
    ["key == 'value'", []],
    ["size(value.items) > 1", ["value.items"]],
  ])("%s", (filter, paths) => expect(filterPaths(filter).map((path) => pathText(path))).toEqual(paths));
});

describe("fields of a value", () => {
  it("are listed in their order, numbers with every digit", () => {
    expect(leavesOf(order).map(({ path, value }) => `${pathText(path)}=${jsonText(value)}`)).toEqual([
      "value.id=9007199254740993",
      "value.total=1184.90",
      'value.customer["first name"]="Ann"',
      'value.customer.country="DE"',
      'value.items=[{"sku":"A"}]',
      "value.note={}",
    ]);
  });

  it("are found by path, and what is not there is undefined", () => {
    expect(valueAt(order, ["items", 0, "sku"])).toBe("A");
    expect(valueAt(order, ["items", 1, "sku"])).toBeUndefined();
    expect(valueAt(order, ["toString"])).toBeUndefined();
  });

  it("become a comparison, unless they hold others", () => {
    expect(comparison(["id"], valueAt(order, ["id"])!)).toBe("value.id == 9007199254740993");
    expect(comparison(["customer", "country"], 'D"E')).toBe('value.customer.country == "D\\"E"');
    expect(comparison(["x"], null)).toBe("value.x == null");
    expect(comparison(["items"], valueAt(order, ["items"])!)).toBeNull();
  });
});
