import { expect, test } from "vitest";
import type { CreateTopicResult } from "../../lib/api/topics.ts";
import { estimateTopic, sharesOf } from "./estimate.ts";

const result = (values: Record<string, string>): CreateTopicResult => ({
  name: "orders",
  validateOnly: true,
  partitions: 12,
  replicationFactor: 3,
  configs: Object.entries(values).map(([name, value]) => ({
    name,
    value,
    source: "default",
    readOnly: false,
    sensitive: false,
    type: "unknown",
    defaultValue: value,
    defaultSource: "default",
    synonyms: [],
    documentation: null,
  })),
  warnings: [],
  command: "",
  durationMs: 1,
});

test.each([
  ["delete", "-1", { bounded: true, mostBytes: null }],
  ["delete", "1073741824", { bounded: true, mostBytes: 38_654_705_664n }],
  ["delete", "9223372036854775807", { bounded: true, mostBytes: 9_223_372_036_854_775_807n * 36n }],
  ["compact,delete", "1000", { bounded: true, mostBytes: 36_000n }],
  ["compact", "1000", { bounded: false, mostBytes: null }],
])("cleanup.policy %s, retention.bytes %s", (policy, bytes, expected) => {
  expect(estimateTopic(result({ "cleanup.policy": policy, "retention.bytes": bytes }))).toEqual(expected);
});

test("new replicas are spread evenly", () => {
  const settings = {
    liveBrokers: [
      { brokerId: 1, rack: "a" },
      { brokerId: 2, rack: null },
    ],
    replicasByBroker: [
      { brokerId: 1, replicas: 10 },
      { brokerId: 2, replicas: 12 },
    ],
  };
  expect(sharesOf(result({}), settings)).toEqual([
    { brokerId: 1, rack: "a", now: 10, added: 18 },
    { brokerId: 2, rack: null, now: 12, added: 18 },
  ]);
});
