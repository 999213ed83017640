import { describe, expect, test } from "vitest";
import { type JsonValue, parseJson } from "./json-value.ts";
import { noNeedle, previewFields, splitMatches, textPreview } from "./preview.ts";

const order = parseJson('{"id":"o-1","total":1184.90,"customer":{"country":"DE"},"status":"paid"}') as JsonValue;
const shown = (fields: ReturnType<typeof previewFields>) => fields.map(({ name, text }) => `${name} ${text}`);
const needle = (text: string, caseSensitive = false) => ({ text, caseSensitive });

describe("previewFields shows what the filter is about first", () => {
  test("without a filter in their order", () =>
    expect(shown(previewFields(order, [], noNeedle))).toEqual([
      "id o-1",
      "total 1184.90",
      "country DE",
      "status paid",
    ]));

  test("fields of the filter, then those that hold the text", () =>
    expect(shown(previewFields(order, [["total"], ["none"]], needle("PAID"), 3))).toEqual([
      "total 1184.90",
      "status paid",
      "id o-1",
    ]));
});

describe("splitMatches marks every place", () => {
  test.each([
    ["aXbxa", needle("x"), "a|[X]|b|[x]|a"],
    ["aXbxa", needle("x", true), "aXb|[x]|a"],
    ["abc", noNeedle, "abc"],
    ["xx", needle("x"), "[x]|[x]"],
  ])("%s", (text, sought, marked) =>
    expect(
      splitMatches(text, sought)
        .map((part) => (part.match ? `[${part.text}]` : part.text))
        .join("|"),
    ).toBe(marked),
  );
});

describe("textPreview begins near what was found", () => {
  test("far on", () => {
    const preview = textPreview(`${"a".repeat(500)}needle`, needle("needle"), 100);
    expect(preview).toBe(`…${"a".repeat(40)}needle`);
  });

  test("at the beginning, on one line", () => expect(textPreview("a\n b", noNeedle)).toBe("a b"));
});
