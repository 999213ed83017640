import fc from "fast-check";
import { expect, test } from "vitest";
import { expressionTokens } from "./expression-tokens.ts";

const shown = (expression: string) =>
  expressionTokens(expression)
    .filter(({ text }) => text.trim() !== "")
    .map(({ kind, text }) => `${kind} ${text.trim()}`);

test.each([
  ["", []],
  [
    'value.total > 500 && value.customer.country == "DE"',
    ["path value.total", "plain >", "number 500", "plain &&", "path value.customer.country", "plain ==", 'string "DE"'],
  ],
  ["key == null", ["path key", "plain ==", "word null"]],
  ["offset in [1, 2.5e3]", ["path offset", "word in", "plain [", "number 1", "plain ,", "number 2.5e3", "plain ]"]],
  [`headers["trace-id"] != 'a\\'b'`, ["path headers", "plain [", 'string "trace-id"', "plain ] !=", "string 'a\\'b'"]],
  ["size(value.items) > 2", ["plain size", "plain (", "path value.items", "plain ) >", "number 2"]],
  ['value.status.startsWith("SH")', ["path value.status.startsWith", "plain (", 'string "SH"', "plain )"]],
  ['value.name == "half', ["path value.name", "plain ==", 'string "half']],
  ["values.x == 1", ["plain values.x", "plain ==", "number 1"]],
])("%s", (expression, tokens) => {
  expect(shown(expression)).toEqual(tokens);
});

test("together they are the expression, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        expressionTokens(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
