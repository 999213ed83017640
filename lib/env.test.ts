import path from "node:path";
import { expect, test } from "vitest";
import { type Env, readEnv } from "./env.ts";

test("nothing set: everything has its default", () => {
  expect(readEnv({})).toEqual({
    kafkaBrokers: undefined,
    kafkaClusterName: undefined,
    configPath: path.resolve("highwater.yaml"),
    configPathGiven: false,
    readOnly: false,
    refreshMs: 5000,
    logLevel: "info",
  });
});

const rows: [sentence: string, source: Record<string, string>, expected: Partial<Env>][] = [
  ["READ_ONLY=true", { READ_ONLY: "true" }, { readOnly: true }],
  ["READ_ONLY=1", { READ_ONLY: "1" }, { readOnly: true }],
  ["READ_ONLY=false", { READ_ONLY: "false" }, { readOnly: false }],
  ["READ_ONLY=0", { READ_ONLY: "0" }, { readOnly: false }],
  ["an empty READ_ONLY is none", { READ_ONLY: "" }, { readOnly: false }],
  ["the quickest refresh rate", { REFRESH_MS: "500" }, { refreshMs: 500 }],
  ["the slowest refresh rate", { REFRESH_MS: "300000" }, { refreshMs: 300_000 }],
  ["the log level", { LOG_LEVEL: "debug" }, { logLevel: "debug" }],
  [
    "a configuration file becomes an absolute path",
    { HIGHWATER_CONFIG: "conf/h.yaml" },
    { configPath: path.resolve("conf/h.yaml"), configPathGiven: true },
  ],
  ["KAFKA_BROKERS is taken as it is", { KAFKA_BROKERS: "a:1" }, { kafkaBrokers: "a:1" }],
  ["an empty KAFKA_BROKERS is none", { KAFKA_BROKERS: "  " }, { kafkaBrokers: undefined }],
  ["what is not ours does not matter", { PATH: "/bin", PORT: "x" }, {}],
];

test.each(rows)("%s", (_, source, expected) => {
  expect(readEnv(source)).toMatchObject(expected);
});

const refused: [sentence: string, source: Record<string, string>, variable: string][] = [
  ["a READ_ONLY that is not understood must not mean false", { READ_ONLY: "yes" }, "READ_ONLY"],
  ["a refresh rate that is no number", { REFRESH_MS: "5s" }, "REFRESH_MS"],
  ["an empty refresh rate", { REFRESH_MS: "" }, "REFRESH_MS"],
  ["a refresh rate that would flood the brokers", { REFRESH_MS: "499" }, "REFRESH_MS"],
  ["a refresh rate of hours", { REFRESH_MS: "300001" }, "REFRESH_MS"],
  ["a fraction of a millisecond", { REFRESH_MS: "1000.5" }, "REFRESH_MS"],
  ["an unknown log level", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ["an empty path", { HIGHWATER_CONFIG: "" }, "HIGHWATER_CONFIG"],
  ["an empty name", { KAFKA_CLUSTER_NAME: "" }, "KAFKA_CLUSTER_NAME"],
];

test.each(refused)("refused, with the variable named: %s", (_, source, variable) => {
  expect(() => readEnv(source)).toThrow(new RegExp(`^Environment variable ${variable}: `));
});
