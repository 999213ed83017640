import {
  AuthenticationError,
  MultipleErrors,
  NetworkError,
  ProtocolError,
  ResponseError,
  TimeoutError,
} from "@platformatic/kafka";
import kafkajsErrors from "kafkajs/src/errors.js";
import { createErrorFromCode } from "kafkajs/src/protocol/error.js";
import { expect, test } from "vitest";
import type { ErrorCode } from "../api/problem.ts";
import { KafkaError } from "./kafka-error.ts";
import { toKafkaError } from "./to-kafka-error.ts";

const {
  KafkaJSConnectionError,
  KafkaJSConnectionClosedError,
  KafkaJSLockTimeout,
  KafkaJSNumberOfRetriesExceeded,
  KafkaJSRequestTimeoutError,
  KafkaJSSASLAuthenticationError,
} = kafkajsErrors;

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9092"), { code: "ECONNREFUSED" });
const retried = (error: Error) => new KafkaJSNumberOfRetriesExceeded(error, { retryCount: 1, retryTime: 100 });
const deep = (error: Error) =>
  new MultipleErrors("Cannot connect to any broker.", [
    new NetworkError("Connection to 127.0.0.1:9092 failed.", { cause: error }),
  ]);
const response = (errorCode: number, message: string | null) =>
  new ResponseError(19, 7, { "/topics/0": [errorCode, message] }, {});

const rows: [sentence: string, error: unknown, code: ErrorCode, message: string | RegExp][] = [
  [
    "kafkajs: connection refused",
    new KafkaJSConnectionError("Connection error: connect ECONNREFUSED 127.0.0.1:9092", {
      broker: "127.0.0.1:9092",
      code: "ECONNREFUSED",
    }),
    "UNREACHABLE",
    "broker 2 cannot be reached: Connection error: connect ECONNREFUSED 127.0.0.1:9092",
  ],
  [
    "kafkajs: the reason lies under the retries",
    retried(new KafkaJSConnectionError("Connection error: x")),
    "UNREACHABLE",
    "broker 2 cannot be reached: Connection error: x",
  ],
  [
    "kafkajs: connection closed",
    new KafkaJSConnectionClosedError("Closed connection", { host: "a", port: 1 }),
    "UNREACHABLE",
    "broker 2 cannot be reached: Closed connection",
  ],
  [
    "kafkajs: no answer in time",
    new KafkaJSRequestTimeoutError("Request Metadata(key: 3, version: 6) timed out"),
    "TIMEOUT",
    "broker 2 did not answer in time.",
  ],
  [
    "kafkajs: no answer in time, under the retries",
    retried(new KafkaJSRequestTimeoutError("timed out")),
    "TIMEOUT",
    "broker 2 did not answer in time.",
  ],
  [
    "kafkajs: waiting for a connection that another call cannot make",
    new KafkaJSLockTimeout("Timeout while acquiring lock"),
    "TIMEOUT",
    "broker 2 did not answer in time.",
  ],
  [
    "kafkajs: wrong password",
    new KafkaJSSASLAuthenticationError("SASL SCRAM SHA512 authentication failed: Authentication failed"),
    "UNAUTHENTICATED",
    /^broker 2 refused the credentials: .*Authentication failed/,
  ],
  ["kafkajs: a protocol error", createErrorFromCode(3), "NOT_FOUND", "broker 2: UNKNOWN_TOPIC_OR_PARTITION"],
  [
    "kafkajs: a protocol error under the retries",
    retried(createErrorFromCode(29)),
    "UNAUTHORIZED",
    "broker 2: TOPIC_AUTHORIZATION_FAILED",
  ],
  [
    "kafkajs: an unknown certificate",
    new KafkaJSConnectionError("Connection error: self-signed certificate in certificate chain", {
      code: "SELF_SIGNED_CERT_IN_CHAIN",
    }),
    "UNREACHABLE",
    "broker 2: Connection error: self-signed certificate in certificate chain",
  ],
  [
    "plt: connection refused, two levels down",
    deep(refused),
    "UNREACHABLE",
    "broker 2 cannot be reached: connect ECONNREFUSED 127.0.0.1:9092",
  ],
  [
    "plt: wrong password, two levels down",
    deep(new AuthenticationError("SASL authentication failed.")),
    "UNAUTHENTICATED",
    "broker 2 refused the credentials: SASL authentication failed.",
  ],
  ["plt: no answer in time", new TimeoutError("Request timed out"), "TIMEOUT", "broker 2 did not answer in time."],
  [
    "plt: no answer in time, two levels down",
    deep(new TimeoutError("Request timed out")),
    "TIMEOUT",
    "broker 2 did not answer in time.",
  ],
  [
    "plt: the broker's sentence is told as it is",
    response(40, "Invalid value abc for configuration retention.ms"),
    "INVALID",
    "Invalid value abc for configuration retention.ms",
  ],
  ["plt: without a sentence its word is told", response(36, null), "CONFLICT", "broker 2: TOPIC_ALREADY_EXISTS"],
  ["plt: a protocol error alone", new ProtocolError("GROUP_ID_NOT_FOUND"), "NOT_FOUND", "broker 2: GROUP_ID_NOT_FOUND"],
  [
    "plt: a protocol error that has no better place",
    new ProtocolError("UNKNOWN_SERVER_ERROR"),
    "INTERNAL",
    "broker 2: UNKNOWN_SERVER_ERROR",
  ],
  [
    "both addresses of a name refused",
    new NetworkError("failed", { cause: new AggregateError([new Error("connect ECONNREFUSED ::1:9092"), refused]) }),
    "UNREACHABLE",
    "broker 2 cannot be reached: connect ECONNREFUSED 127.0.0.1:9092",
  ],
  [
    "a bug of ours is no fault of Kafka",
    new TypeError("x is not a function"),
    "INTERNAL",
    "broker 2: x is not a function",
  ],
  ["something thrown that is no error", "boom", "INTERNAL", "broker 2: boom"],
];

test.each(rows)("%s", (_, error, code, message) => {
  const told = toKafkaError(error, "broker 2");
  expect(told).toBeInstanceOf(KafkaError);
  expect(told.code).toBe(code);
  expect(told.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  expect(told.cause).toBe(error);
});

test("the word and the sentence of the broker are kept apart", () => {
  expect(toKafkaError(response(40, "Invalid value abc"), "x")).toMatchObject({
    kafkaCode: "INVALID_CONFIG",
    brokerMessage: "Invalid value abc",
  });
  expect(toKafkaError(createErrorFromCode(3), "x")).toMatchObject({
    kafkaCode: "UNKNOWN_TOPIC_OR_PARTITION",
    brokerMessage: null,
  });
});

test("a KafkaError stays itself", () => {
  const error = new KafkaError("READ_ONLY", "no");
  expect(toKafkaError(error, "x")).toBe(error);
});

test("errors that cause each other in a circle end", () => {
  const [a, b] = [new NetworkError("a"), new Error("b")];
  Object.assign(a, { cause: b });
  b.cause = a;
  expect(toKafkaError(a, "x").code).toBe("UNREACHABLE");
});
