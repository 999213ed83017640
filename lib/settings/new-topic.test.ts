import { describe, expect, test } from "vitest";
import type { Config } from "../api/configs.ts";
import { draftTopic, type TopicForm } from "./new-topic.ts";
import { testLanguage } from "./test-language.ts";

const config = (name: string, value: string, type: Config["type"]): Config => ({
  name,
  value,
  source: "default",
  readOnly: false,
  sensitive: false,
  type,
  defaultValue: value,
  defaultSource: "default",
  synonyms: [],
  documentation: null,
});

const cluster = {
  liveBrokers: 3,
  defaultPartitions: 1,
  defaultReplicationFactor: 1,
  items: [
    config("retention.ms", "604800000", "long"),
    config("min.insync.replicas", "1", "int"),
    config("segment.bytes", "1073741824", "int"),
  ],
};
const form: TopicForm = {
  name: "orders",
  preset: "event-stream",
  partitions: null,
  replicationFactor: null,
  edits: {},
};
const draft = (change: Partial<TopicForm>, facts: Partial<typeof cluster> = {}) =>
  draftTopic({ ...form, ...change }, { ...cluster, ...facts }, testLanguage("en"));
const errorsOf = (change: Partial<TopicForm>, facts: Partial<typeof cluster> = {}) =>
  Object.fromEntries([...draft(change, facts).errors].map(([path, { code }]) => [path, code]));

describe("a preset proposes what fits the cluster", () => {
  test.each([
    ["event-stream", 1, { partitions: 6, replicationFactor: 1 }, "1"],
    ["event-stream", 2, { partitions: 6, replicationFactor: 2 }, "1"],
    ["event-stream", 3, { partitions: 6, replicationFactor: 3 }, "2"],
    ["event-stream", 5, { partitions: 10, replicationFactor: 3 }, "2"],
    ["event-stream", 60, { partitions: 6, replicationFactor: 3 }, "2"],
    ["work-queue", 5, { partitions: 15, replicationFactor: 3 }, "2"],
    ["compacted-table", 3, { partitions: 6, replicationFactor: 3 }, "2"],
    ["blank", 3, { partitions: 1, replicationFactor: 1 }, undefined],
  ] as const)("%s on %i brokers", (preset, liveBrokers, counts, minInsync) => {
    const { body } = draft({ preset }, { liveBrokers });
    expect(body).toMatchObject(counts);
    expect(body.configs["min.insync.replicas"]).toBe(minInsync);
  });
});

test("what a person changes is theirs; what they change back is the preset's; what they reset is the cluster's", () => {
  const edits = { "retention.ms": "1000", "cleanup.policy": "delete", "min.insync.replicas": null };
  const { settings, body } = draft({ edits });
  expect([...settings]).toEqual([
    ["cleanup.policy", { value: "delete", by: "preset" }],
    ["retention.ms", { value: "1000", by: "you" }],
  ]);
  expect(body.configs).toEqual({ "cleanup.policy": "delete", "retention.ms": "1000" });
});

describe("what cannot be right is said at its field before a broker is asked", () => {
  test.each<[string, Partial<TopicForm>, Record<string, string>]>([
    ["nothing", {}, {}],
    ["no name", { name: "" }, { name: "nameMissing" }],
    ["a space", { name: "a b" }, { name: "nameCharacters" }],
    ["dots", { name: ".." }, { name: "nameDots" }],
    ["250 characters", { name: "x".repeat(250) }, { name: "nameTooLong" }],
    ["no partitions", { partitions: "0" }, { partitions: "whole" }],
    ["an empty count", { partitions: "" }, { partitions: "whole" }],
    ["too many partitions", { partitions: "10001" }, { partitions: "partitionsTooMany" }],
    ["more replicas than brokers", { replicationFactor: "4" }, { replicationFactor: "replicasAboveBrokers" }],
    [
      "min.insync.replicas above the replicas",
      { replicationFactor: "1" },
      { "configs.min.insync.replicas": "minInsyncAboveReplicas" },
    ],
    ["min.insync.replicas 0", { edits: { "min.insync.replicas": "0" } }, { "configs.min.insync.replicas": "whole" }],
    ["a value that is none", { edits: { "retention.ms": "3 x" } }, { "configs.retention.ms": "duration" }],
    [
      "a value too large for its type",
      { edits: { "segment.bytes": "4294967296" } },
      { "configs.segment.bytes": "tooLarge" },
    ],
  ])("%s", (_name, change, expected) => {
    expect(errorsOf(change)).toEqual(expected);
  });

  test("the cluster's own min.insync.replicas counts when the form sets none", () => {
    const items = cluster.items.map((item) => (item.name === "min.insync.replicas" ? { ...item, value: "2" } : item));
    expect(errorsOf({ preset: "blank" }, { items })).toEqual({
      "configs.min.insync.replicas": "minInsyncAboveReplicas",
    });
  });
});
