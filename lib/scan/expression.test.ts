import { describe, expect, test } from "vitest";
import { compileExpression, ExpressionError } from "./expression.ts";
import type { LogRecord } from "./record.ts";

function record(value: string | null, rest: Partial<LogRecord> = {}): LogRecord {
  return {
    partition: 3,
    offset: 2n ** 53n + 1n,
    timestamp: 1_700_000_000_000n,
    key: Buffer.from("order-1"),
    value: value === null ? null : Buffer.from(value),
    headers: [[Buffer.from("source"), Buffer.from("shop")]],
    sizeBytes: 1,
    control: null,
    aborted: false,
    batch: {} as LogRecord["batch"],
    ...rest,
  };
}

const order = record('{"status":"PAID","total":500.5,"id":9007199254740993,"items":[{"qty":3}],"none":null}');

describe("an expression is worked out over a record", () => {
  test.each([
    ['value.status == "PAID"', true],
    ["value.total > 500", true],
    ["value.total > 501", false],
    ["value.id == 9007199254740993", true],
    ["value.id == 9007199254740992", false],
    ["value.items.exists(item, item.qty == 3)", true],
    ["value.none == null", true],
    ["has(value.missing)", false],
    ['headers["source"] == "shop"', true],
    ["partition == 3 && offset == 9007199254740993", true],
    ['timestamp < timestamp("2024-01-01T00:00:00Z")', true],
    ['key.startsWith("order-")', true],
    ['value.status.matches("^PA")', true],
  ])("%s: %s", (text, matches) => {
    expect(compileExpression(text).matches(order)).toBe(matches);
  });

  test("a value that is no JSON is text, one that is no text is bytes, none is null", () => {
    expect(compileExpression('value.contains("{broken")').matches(record("{broken"))).toBe(true);
    const bytes = record(null, { value: Buffer.from([0xff, 0xfe]) });
    expect(compileExpression("size(value) == 2").matches(bytes)).toBe(true);
    expect(compileExpression("value == null").matches(record(null))).toBe(true);
  });

  test("a field that is not there cannot be worked out", () => {
    expect(() => compileExpression("value.missing == 1").matches(order)).toThrow(/No such key/);
  });
});

describe("text that a match must hold is looked for in raw batches", () => {
  const may = (text: string, bytes: string) => {
    const buffer = Buffer.from(bytes);
    return compileExpression(text).test?.(buffer, 0, buffer.length) ?? null;
  };

  test.each([
    ['value.status == "PAID"', false],
    ['value.a == "none" && value.total > 1', false],
    ['"PAID" == value["status"]', false],
    ['key.startsWith("order-")', false],
    ['value.a == "PAID" || value.b == 1', null],
    ['value.status != "PAID"', null],
    ['!(value.status == "PAID")', null],
    ['value.status == "a/b"', null],
    ['value.status == "größe"', null],
    ["value.total > 500", null],
    ['value.items.exists(item, item.sku == "PAID")', null],
  ])("%s in bytes without it: %s", (text, expected) => {
    expect(may(text, "xyz")).toBe(expected);
  });

  test("the longest of several", () => {
    expect(may('value.a == "abc" && value.b == "longer"', "abc")).toBe(false);
    expect(may('value.a == "abc" && value.b == "longer"', "longer")).toBe(true);
  });
});

test.each([
  ["value = 3", /character 7/],
  ["value.status ==", /./],
  ["foo == 1", /Unknown variable: foo/],
  ["1 + 1", /gives int/],
  ["a".repeat(10) + "(", /./],
])("%s is refused with what is wrong", (text, message) => {
  expect(() => compileExpression(text)).toThrow(ExpressionError);
  expect(() => compileExpression(text)).toThrow(message);
});
