import fc from "fast-check";
import { expect, test } from "vitest";
import { findAll, findText } from "./needle.ts";

test.each([
  ["abc", true, "xx abc yy", true],
  ["ABC", true, "xx abc yy", false],
  ["ABC", false, "xx abc yy", true],
  ["É!", false, "é! is folded by letters that are not ASCII", true],
  ["größe", false, "only its ASCII part is looked for: GR", true],
  ["zz", false, "xx", false],
] as const)("%s (case %s) may be in %j: %s", (text, caseSensitive, bytes, may) => {
  const buffer = Buffer.from(bytes);
  expect(findText(text, caseSensitive)!(buffer, 0, buffer.length)).toBe(may);
});

test("nothing can be told from bytes of a folded text without ASCII, or of no text", () => {
  expect(findText("äöü", false)).toBeNull();
  expect(findText("", true)).toBeNull();
  expect(findAll([null, null])).toBeNull();
});

test("whatever stretches of a buffer are asked for, in whatever order, the answer is that of the stretch", () => {
  const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.stringMatching(/^[ab]{60}$/), fc.stringMatching(/^[ab]{1,3}$/), stretches, (text, needle, asked) => {
      const buffer = Buffer.from(text);
      const find = findText(needle, true)!;
      for (const [one, other] of asked) {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        // A hit may begin in the stretch and end behind it: then the batch is read in vain, but none is left out.
        if (text.slice(start, end).includes(needle)) expect(find(buffer, start, end)).toBe(true);
        else if (!text.slice(start, end + needle.length).includes(needle)) expect(find(buffer, start, end)).toBe(false);
      }
    }),
  );
});
