import { expect, test } from "vitest";
import type { ErrorCode, FieldError } from "../api/problem.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { toRefusal } from "./broker-refusal.ts";
import { InputError } from "./input-error.ts";

const settings = ["retention.ms", "segment.ms", "segment.ms.max", "local.retention.ms"];

function refusal(code: ErrorCode, kafkaCode: string, brokerMessage: string | null): unknown {
  return toRefusal(
    new KafkaError(code, brokerMessage ?? kafkaCode, { kafkaCode, brokerMessage }),
    settings,
    "configs.",
  );
}

const rows: [
  sentence: string,
  code: ErrorCode,
  kafkaCode: string,
  message: string,
  fields: Pick<FieldError, "path">[],
][] = [
  ["an illegal name", "INVALID", "INVALID_TOPIC_EXCEPTION", "Topic 'a b' is illegal", [{ path: "name" }]],
  [
    "a name that exists keeps being a conflict",
    "CONFLICT",
    "TOPIC_ALREADY_EXISTS",
    "Topic 'a' already exists.",
    [{ path: "name" }],
  ],
  ["too many partitions", "INVALID", "INVALID_PARTITIONS", "Excessively large number", [{ path: "partitions" }]],
  [
    "too many replicas",
    "INVALID",
    "INVALID_REPLICATION_FACTOR",
    "Unable to replicate the partition 4 time(s)",
    [{ path: "replicationFactor" }],
  ],
  [
    "a value of a setting",
    "INVALID",
    "INVALID_CONFIG",
    "Invalid value abc for configuration retention.ms: Not a number",
    [{ path: "configs.retention.ms" }],
  ],
  [
    "the longest name that fits is meant",
    "INVALID",
    "INVALID_CONFIG",
    "Invalid value 1 for configuration segment.ms.max",
    [{ path: "configs.segment.ms.max" }],
  ],
  ["a policy that names no setting belongs to no field", "INVALID", "POLICY_VIOLATION", "Not on a Friday.", []],
  [
    "a policy that names a setting belongs to it",
    "INVALID",
    "POLICY_VIOLATION",
    "retention.ms must be at least an hour.",
    [{ path: "configs.retention.ms" }],
  ],
];

test.each(rows)("%s", (_, code, kafkaCode, message, fields) => {
  const error = refusal(code, kafkaCode, message) as InputError;
  expect(error).toBeInstanceOf(InputError);
  expect(error.code).toBe(code);
  expect(error.message).toBe(message);
  expect(error.fields).toEqual(fields.map(({ path }) => ({ path, message })));
});

test("without a sentence of the broker its word is told", () => {
  expect((refusal("INVALID", "INVALID_PARTITIONS", null) as InputError).fields).toEqual([
    { path: "partitions", message: "INVALID_PARTITIONS" },
  ]);
});

test("what is no refusal of an input stays what it is", () => {
  const silent = new KafkaError("TIMEOUT", "Broker 1 did not answer in time.", { kafkaCode: "REQUEST_TIMED_OUT" });
  const refused = new InputError("no", [{ path: "name", message: "no" }]);
  const strange = new TypeError("x");
  expect([silent, refused, strange].map((error) => toRefusal(error, settings, "configs."))).toEqual([
    silent,
    refused,
    strange,
  ]);
  expect(toRefusal(refused, settings, "configs.")).toBe(refused);
});
