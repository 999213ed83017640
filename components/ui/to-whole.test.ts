import { describe, expect, test } from "vitest";
import { toWhole } from "./to-whole.ts";

describe("toWhole reads a whole number from what was typed", () => {
  test.each([
    ["12", 12],
    [" 1,200 ", 1200],
    ["", null],
    ["abc", null],
    ["99999999999", 999_999_999],
  ])("%s -> %s", (text, value) => expect(toWhole(text)).toBe(value));
});
