import { expect, test } from "vitest";
import { leafText, parseJson, type JsonValue } from "@/components/messages/json-value.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { compareValues, diffJson } from "./value-diff.ts";

const diff = (before: string, after: string) =>
  diffJson(parseJson(before) as JsonValue, parseJson(after) as JsonValue).map(({ path, before: was, after: now }) => [
    path,
    was === undefined ? null : leafText(was),
    now === undefined ? null : leafText(now),
  ]);

test.each<[string, string, string, (string | null)[][]]>([
  ["a field that changed", '{"a":1,"b":2}', '{"a":1,"b":3}', [["b", "2", "3"]]],
  [
    "a field that came and one that went",
    '{"a":1}',
    '{"b":2}',
    [
      ["b", null, "2"],
      ["a", "1", null],
    ],
  ],
  ["a field within an object", '{"c":{"d":"x"}}', '{"c":{"d":"y"}}', [["c.d", "x", "y"]]],
  [
    "a number beyond 2^53",
    '{"id":9007199254740992}',
    '{"id":9007199254740993}',
    [["id", "9007199254740992", "9007199254740993"]],
  ],
  ["fields in another order are the same", '{"a":1,"b":2}', '{"b":2,"a":1}', []],
  ["an array is compared whole", '{"a":[1,2]}', '{"a":[1,2]}', []],
])("%s", (_, before, after, expected) => expect(diff(before, after)).toEqual(expected));

const record = (data: string | null, encoding: "json" | "text" = "json") =>
  ({ value: data === null ? null : { encoding, data, size: data.length } }) as MessageRecord;

test.each<[string, MessageRecord | undefined, MessageRecord, string]>([
  ["the first", undefined, record("{}"), "first"],
  ["a tombstone", record("{}"), record(null), "deleted"],
  ["a value after a tombstone", record(null), record("{}"), "again"],
  ["the same", record('{"a":1}'), record('{"a":1}'), "same"],
  ["other fields", record('{"a":1}'), record('{"a":2}'), "fields"],
  ["the same fields written otherwise", record('{"a":1}'), record('{ "a": 1 }'), "other"],
  ["another text", record("a", "text"), record("b", "text"), "other"],
  ["text instead of JSON", record("{}"), record("b", "text"), "other"],
])("%s", (_, before, after, kind) => expect(compareValues(before, after).kind).toBe(kind));
