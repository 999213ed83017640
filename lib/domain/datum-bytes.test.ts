import { describe, expect, test } from "vitest";
import { bytesOf, type DatumInput } from "./datum-bytes.ts";

function told(datum: DatumInput): string | null {
  const result = bytesOf(datum);
  if ("error" in result) return `error: ${result.error}`;
  return result.bytes === null ? null : Buffer.from(result.bytes).toString("hex");
}

describe("the bytes of a datum", () => {
  const cases: [sentence: string, datum: DatumInput, result: string | null][] = [
    ["null is no bytes", null, null],
    ["an empty text is not null", "", ""],
    ["a plain string is text in UTF-8", "é가", "c3a9eab080"],
    [
      "JSON stays as it is written",
      { encoding: "json", data: '{ "n": 9007199254740993 }' },
      "7b20226e223a2039303037313939323534373430393933207d",
    ],
    ["a negative int32 is big-endian", { encoding: "int32", data: "-2" }, "fffffffe"],
    ["the largest int64", { encoding: "int64", data: "9223372036854775807" }, "7fffffffffffffff"],
    ["hex in either case", { encoding: "hex", data: "00fF" }, "00ff"],
    ["base64", { encoding: "base64", data: "AP8=" }, "00ff"],
    ["no bytes in base64", { encoding: "base64", data: "" }, ""],
  ];
  test.each(cases)("%s", (_, datum, result) => expect(told(datum)).toBe(result));

  const refused: [sentence: string, datum: DatumInput, words: RegExp][] = [
    ["half a surrogate pair", "\ud800", /surrogate/],
    ["JSON that is none", { encoding: "json", data: "{a}" }, /^error: Not JSON: /],
    ["one beyond int32", { encoding: "int32", data: "2147483648" }, /integer of 32 bits/],
    ["a fraction", { encoding: "int64", data: "1.5" }, /integer of 64 bits/],
    ["half a byte", { encoding: "hex", data: "abc" }, /hex/],
    ["base64 without its padding", { encoding: "base64", data: "AP8" }, /base64/],
  ];
  test.each(refused)("refused: %s", (_, datum, words) => expect(told(datum)).toMatch(words));
});
