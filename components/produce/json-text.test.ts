import { describe, expect, test } from "vitest";
import { findJsonFault, formatJson } from "./json-text.ts";

describe("finding where a text stops being JSON", () => {
  const cases: [sentence: string, text: string, place: [line: number, column: number] | null][] = [
    ["JSON has no fault", '{"a": [1, "x", null]}', null],
    ["a key that comes twice is no fault", '{"a":1,"a":2}', null],
    ["a comma too many", '{"a":1,}', [1, 8]],
    ["on a later line", '{\n  "a": 1\n  "b": 2\n}', [3, 3]],
    ["an end too early", "[1,2", [1, 5]],
    ["nothing at all", "", [1, 1]],
    ["plain text", "abc", [1, 1]],
  ];
  test.each(cases)("%s", (_, text, place) => {
    const fault = findJsonFault(text);
    expect(fault && [fault.line, fault.column]).toEqual(place);
  });
});

describe("laying JSON out", () => {
  const cases: [sentence: string, text: string, laid: string][] = [
    [
      "numbers stay as they are written",
      '{"n":9007199254740993,"m":1.10}',
      '{\n  "n": 9007199254740993,\n  "m": 1.10\n}',
    ],
    ["strings keep their braces and escapes", '["{\\"a\\":1}","é\\u00e9"]', '[\n  "{\\"a\\":1}",\n  "é\\u00e9"\n]'],
    ["empty ones stay on their line", '{"a":{},"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
    ["what is laid out stays so", '{\n  "a": [\n    1\n  ]\n}', '{\n  "a": [\n    1\n  ]\n}'],
    ["a bare value", " true ", "true"],
  ];
  test.each(cases)("%s", (_, text, laid) => expect(formatJson(text)).toBe(laid));
});
