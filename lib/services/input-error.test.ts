import { expect, test } from "vitest";
import { ConfigPatch } from "../api/configs.ts";
import type { FieldError } from "../api/problem.ts";
import { CreateTopic, DeleteRecords, TopicListQuery } from "../api/topics.ts";
import { InputError, parseInput } from "./input-error.ts";

type Schema = Parameters<typeof parseInput>[0];

function fieldsOf(schema: Schema, value: unknown): FieldError[] {
  try {
    parseInput(schema, value);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toBe("INVALID");
    return (error as InputError).fields;
  }
  return [];
}

const topic = { name: "orders", partitions: 6, replicationFactor: 3, configs: {} };

const accepted: [sentence: string, schema: Schema, value: unknown, output: unknown][] = [
  [
    "a topic; its settings may be left out",
    CreateTopic,
    { name: "a", partitions: 1, replicationFactor: 1 },
    { name: "a", partitions: 1, replicationFactor: 1, configs: {} },
  ],
  ["a name of 249 letters", CreateTopic, { ...topic, name: "x".repeat(249) }, { ...topic, name: "x".repeat(249) }],
  ["a name of dots that is neither . nor ..", CreateTopic, { ...topic, name: "..." }, { ...topic, name: "..." }],
  [
    "records before a time with an offset",
    DeleteRecords,
    { before: "2026-01-01T00:00:00+09:00" },
    { before: "2026-01-01T00:00:00+09:00" },
  ],
  [
    "an empty query has the list's defaults",
    TopicListQuery,
    {},
    { page: 1, pageSize: 50, search: "", sort: "name", include: [] },
  ],
  [
    "a whole query",
    TopicListQuery,
    { page: "2", pageSize: "500", sort: "-messages", internal: "false", include: "readers,totals" },
    { page: 2, pageSize: 500, search: "", sort: "-messages", internal: false, include: ["readers", "totals"] },
  ],
];

test.each(accepted)("taken: %s", (_, schema, value, output) => {
  expect(parseInput(schema, value)).toEqual(output);
});

const refused: [sentence: string, schema: Schema, value: unknown, paths: string[]][] = [
  ["a name with a space", CreateTopic, { ...topic, name: "a b" }, ["name"]],
  ["a name of 250 letters", CreateTopic, { ...topic, name: "x".repeat(250) }, ["name"]],
  ["the name .", CreateTopic, { ...topic, name: "." }, ["name"]],
  ["the name ..", CreateTopic, { ...topic, name: ".." }, ["name"]],
  ["a name with a line break at its end", CreateTopic, { ...topic, name: "a\n" }, ["name"]],
  ["no partitions", CreateTopic, { ...topic, partitions: 0 }, ["partitions"]],
  ["half a partition", CreateTopic, { ...topic, partitions: 1.5 }, ["partitions"]],
  ["a number that is a text", CreateTopic, { ...topic, partitions: "6" }, ["partitions"]],
  ["a setting that is a number", CreateTopic, { ...topic, configs: { "retention.ms": 5 } }, ["configs.retention.ms"]],
  [
    "every wrong field is named at once",
    CreateTopic,
    { ...topic, name: "a b", replicationFactor: 0 },
    ["name", "replicationFactor"],
  ],
  ["an unknown field", CreateTopic, { ...topic, replicas: 3 }, ["replicas"]],
  ["nothing", CreateTopic, null, [""]],
  ["a patch of nothing", ConfigPatch, {}, [""]],
  ["a setting both set and deleted", ConfigPatch, { set: { a: "1" }, delete: ["a"] }, [""]],
  ["a value of null is no reset", ConfigPatch, { set: { a: null } }, ["set.a"]],
  [
    "both offsets and a time",
    DeleteRecords,
    { before: "2026-01-01T00:00:00Z", offsets: [{ partition: 0, offset: "1" }] },
    [""],
  ],
  ["neither offsets nor a time", DeleteRecords, {}, [""]],
  ["an offset that is a number", DeleteRecords, { offsets: [{ partition: 0, offset: 1 }] }, ["offsets.0.offset"]],
  ["a time without a zone", DeleteRecords, { before: "2026-01-01T00:00:00" }, ["before"]],
  ["page 0", TopicListQuery, { page: "0" }, ["page"]],
  ["a page that is no number", TopicListQuery, { page: "x" }, ["page"]],
  ["a page size above 500", TopicListQuery, { pageSize: "501" }, ["pageSize"]],
  ["a sort by what is no field", TopicListQuery, { sort: "colour" }, ["sort"]],
  ["a flag that is neither true nor false", TopicListQuery, { internal: "yes" }, ["internal"]],
  ["an include that is not offered", TopicListQuery, { include: "readers,all" }, ["include.1"]],
  ["a parameter that does not exist", TopicListQuery, { serach: "x" }, ["serach"]],
];

test.each(refused)("refused: %s", (_, schema, value, paths) => {
  const fields = fieldsOf(schema, value);
  expect(fields.map(({ path }) => path)).toEqual(paths);
  expect(fields.every(({ message }) => message !== "")).toBe(true);
});

test("the message names the first field, and the whole input where no field is to blame", () => {
  expect(() => parseInput(CreateTopic, { ...topic, name: "" })).toThrow(/^name: A topic needs a name\.$/);
  expect(() => parseInput(ConfigPatch, {})).toThrow(/^The input: Nothing to change\.$/);
});
