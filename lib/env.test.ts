import path from "node:path";
import { expect, test } from "vitest";
import { type Env, readEnv } from "./env.ts";
import { parseTiers } from "./history/tiers.ts";

test("nothing set: everything has its default", () => {
  expect(readEnv({})).toEqual({
    kafkaBrokers: undefined,
    kafkaClusterName: undefined,
    configPath: path.resolve("highwater.yaml"),
    configPathGiven: false,
    readOnly: false,
    refreshMs: 5000,
    logLevel: "info",
    dataPath: path.resolve(".highwater"),
    history: "sqlite",
    tiers: parseTiers("10s:2h,1m:2d,15m:30d"),
    metrics: false,
    clusterLabel: "cluster",
    prometheus: null,
  });
});

const prometheus = {
  url: "http://prometheus:9090",
  bytesInQuery: 'sum by ($by) (rate(kafka_server_brokertopicmetrics_bytesin_total{$cluster,topic!=""}[$window]))',
  bytesOutQuery: 'sum by ($by) (rate(kafka_server_brokertopicmetrics_bytesout_total{$cluster,topic!=""}[$window]))',
};

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
  ["METRICS=true", { METRICS: "true" }, { metrics: true }],
  [
    "a Prometheus, with credentials and below a path",
    { PROMETHEUS_URL: "https://a:b@prometheus.example/p/", PROMETHEUS_CLUSTER_LABEL: "kafka_cluster" },
    { prometheus: { ...prometheus, url: "https://a:b@prometheus.example/p/" }, clusterLabel: "kafka_cluster" },
  ],
  ["an empty PROMETHEUS_URL is none", { PROMETHEUS_URL: "" }, { prometheus: null }],
  ["a Prometheus", { PROMETHEUS_URL: prometheus.url }, { prometheus }],
  [
    "the queries for bytes",
    { PROMETHEUS_URL: prometheus.url, PROMETHEUS_BYTES_IN_QUERY: "in", PROMETHEUS_BYTES_OUT_QUERY: "out" },
    { prometheus: { ...prometheus, bytesInQuery: "in", bytesOutQuery: "out" } },
  ],
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
  ["a METRICS that is not understood", { METRICS: "on" }, "METRICS"],
  ["an address that is no URL", { PROMETHEUS_URL: "prometheus:9090" }, "PROMETHEUS_URL"],
  ["a URL of another protocol", { PROMETHEUS_URL: "file:///etc" }, "PROMETHEUS_URL"],
  ["a label that would break a query", { PROMETHEUS_CLUSTER_LABEL: 'a="b"' }, "PROMETHEUS_CLUSTER_LABEL"],
  ["an empty query", { PROMETHEUS_BYTES_IN_QUERY: "" }, "PROMETHEUS_BYTES_IN_QUERY"],
  ["an empty path", { HIGHWATER_CONFIG: "" }, "HIGHWATER_CONFIG"],
  ["an empty name", { KAFKA_CLUSTER_NAME: "" }, "KAFKA_CLUSTER_NAME"],
];

test("a refused URL does not show its password", () => {
  expect(() => readEnv({ PROMETHEUS_URL: "ftp://a:secret@b" })).toThrow(/^(?!.*secret)/);
});

test.each(refused)("refused, with the variable named: %s", (_, source, variable) => {
  expect(() => readEnv(source)).toThrow(new RegExp(`^Environment variable ${variable}: `));
});
