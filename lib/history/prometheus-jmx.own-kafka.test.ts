import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as metricsRoute from "../../app/metrics/route.ts";
import { jmxAgent } from "../../scripts/jmx/exporter.ts";
import { type LocalKafka, startKafka } from "../../scripts/kafka/index.ts";
import { freePorts } from "../../scripts/kafka/ports.ts";
import { type LocalPrometheus, startPrometheus } from "../../scripts/prometheus.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { History, type Series, ThroughputQuery } from "../api/history.ts";
import { historyOf, startHistory, stopHistory } from "../services/cluster-history.ts";
import { describeThroughput } from "../services/throughput.ts";

const topic = "jmx.orders";
const recordBytes = 1000;
const recordsPerSecond = 100;
const windowSeconds = 8;
const own = ["METRICS", "PROMETHEUS_URL", "HISTORY_TIERS", "PROMETHEUS_BYTES_IN_QUERY", "PROMETHEUS_BYTES_OUT_QUERY"];
const query = (counter: string) =>
  `sum by ($by) (rate(kafka_server_brokertopicmetrics_${counter}_total{$cluster,topic!=""}[${windowSeconds}s]))`;

let kafka: LocalKafka;
let clients: TestClients;
let prometheus: LocalPrometheus;
let server: Server;
let dir: string;
let agent: number;
let began: number;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the broker itself counts, read from the agent beside Prometheus. */
async function counted(counter: "bytesin" | "bytesout"): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${agent}/metrics`)).text();
  const line = text
    .split("\n")
    .find((one) => one.startsWith(`kafka_server_brokertopicmetrics_${counter}_total{topic="${topic}"`));
  return line === undefined ? 0 : Number(line.split(" ").at(-1));
}

async function throughput(by: "topic" | "broker"): Promise<History> {
  const from = new Date(began).toISOString();
  return History.parse(await describeThroughput("kafka", ThroughputQuery.parse({ by, from, step: "1s" })));
}

function lineOf({ series }: History, measure: string, name: string): Series | undefined {
  return series.find((line) => line.measure === measure && line.kind === "element" && line.name === name);
}

const newest = (line: Series | undefined) => line?.points.findLast(([, value]) => value !== null)?.[1] ?? 0;

async function serve(): Promise<number> {
  server = createServer((_, response) => {
    const answer = metricsRoute.GET();
    void answer.then(async (told) => response.writeHead(told.status, [...told.headers].flat()).end(await told.text()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as { port: number }).port;
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "highwater-jmx-"));
  const [jmx, port] = await freePorts(2);
  agent = jmx!;
  const javaAgent = await jmxAgent(agent);
  kafka = await startKafka({ brokers: 1, provider: "java", javaArgs: () => [javaAgent] });
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 1, 1);
  await startProduct({
    KAFKA_BROKERS: kafka.bootstrap,
    METRICS: "true",
    PROMETHEUS_URL: `http://127.0.0.1:${port}`,
    PROMETHEUS_BYTES_IN_QUERY: query("bytesin"),
    PROMETHEUS_BYTES_OUT_QUERY: query("bytesout"),
    HISTORY_TIERS: "1s:10m",
  });
  began = Date.now();
  startHistory();
  prometheus = await startPrometheus({
    dir,
    port: port!,
    target: `127.0.0.1:${await serve()}`,
    paths: ["/metrics"],
    labelled: [{ target: `127.0.0.1:${agent}`, labels: { cluster: "kafka", broker: "1" } }],
  });
}, 180_000);

afterAll(async () => {
  stopHistory();
  server?.close();
  await prometheus?.stop();
  await clients?.close();
  await stopProduct();
  await kafka?.stop();
  for (const name of own) delete process.env[name];
  if (dir) rmSync(dir, { recursive: true, force: true });
});

test("bytes in and out are those that the broker counts, by topic and by broker, and no estimate", async () => {
  const args = ["--topic", topic, "--from-beginning", "--timeout-ms", "8000"];
  const reading = kafka.tool("org.apache.kafka.tools.consumer.ConsoleConsumer", args);
  const writeASecond = async () => {
    const due = sleep(1000);
    await clients.write(topic, 0, recordsPerSecond, recordBytes);
    await due;
  };
  await vi.waitFor(
    async () => {
      await writeASecond();
      expect(await counted("bytesout")).toBeGreaterThan((await counted("bytesin")) * 0.8);
    },
    { timeout: 60_000, interval: 0 },
  );
  // What the reader fetched to catch up must have left the time that the rates are taken over.
  for (let second = 0; second < windowSeconds + 2; second++) await writeASecond();
  const before = { at: Date.now(), in: await counted("bytesin"), out: await counted("bytesout") };
  for (let second = 0; second < windowSeconds; second++) await writeASecond();
  const after = { at: Date.now(), in: await counted("bytesin"), out: await counted("bytesout") };
  const perSecond = (bytes: number) => (bytes * 1000) / (after.at - before.at);
  const [real, realOut] = [perSecond(after.in - before.in), perSecond(after.out - before.out)];
  expect(real).toBeGreaterThan(recordsPerSecond * recordBytes * 0.8);
  const answer = await throughput("topic");
  const [bytes, out] = [lineOf(answer, "bytes", topic), lineOf(answer, "bytesOut", topic)];
  expect([bytes?.unit, bytes?.estimate, out?.unit, out?.estimate]).toEqual(["bytes/s", false, "bytes/s", false]);
  expect(newest(bytes)).toBeGreaterThan(real * 0.85);
  expect(newest(bytes)).toBeLessThan(real * 1.15);
  expect(newest(out)).toBeGreaterThan(realOut * 0.8);
  expect(newest(out)).toBeLessThan(realOut * 1.2);
  const brokers = await throughput("broker");
  expect(newest(lineOf(brokers, "bytes", "1"))).toBeGreaterThanOrEqual(newest(bytes) * 0.8);
  expect(newest(lineOf(brokers, "bytesOut", "1"))).toBeGreaterThan(realOut * 0.7);
  await reading;
}, 120_000);

test("a group has no bytes of its own, and the total is the sum of the topics", async () => {
  await vi.waitFor(async () => expect(await historyOf("kafka").store.since()).not.toBeNull());
  const groups = History.parse(
    await describeThroughput(
      "kafka",
      ThroughputQuery.parse({ by: "group", from: new Date(began).toISOString(), step: "1s" }),
    ),
  );
  expect(groups.series.filter(({ measure }) => measure.startsWith("bytes"))).toEqual([]);
  const { series } = await throughput("topic");
  const total = series.find(({ measure, kind }) => measure === "bytesOut" && kind === "total")!;
  const parts = series.filter(({ measure, kind }) => measure === "bytesOut" && kind === "element");
  for (const [index, [, value]] of total.points.entries()) {
    if (value === null) continue;
    const sum = parts.reduce((all, { points }) => all + (points[index]![1] ?? 0), 0);
    expect(value).toBeCloseTo(sum, 3);
  }
});
