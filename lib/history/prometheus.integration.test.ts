import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as metricsRoute from "../../app/metrics/route.ts";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { freePorts } from "../../scripts/kafka/ports.ts";
import { type LocalPrometheus, startPrometheus } from "../../scripts/prometheus.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { historyOf, startHistory, stopHistory } from "../services/cluster-history.ts";
import { describeGroupHistory } from "../services/group-history.ts";
import { describeThroughput } from "../services/throughput.ts";
import { absentCount } from "./codec.ts";
import type { PromSeries } from "./prometheus-client.ts";
import type { CountSamples, Span } from "./store.ts";

const topic = "prom.orders";
const group = 'prom "quoted\\group"';
const own = ["METRICS", "PROMETHEUS_URL", "HISTORY_TIERS", "PROMETHEUS_BYTES_IN_QUERY"];
const bytesPerSecond = 1000;
const soon = { timeout: 15_000, interval: 200 };

let kafka: LocalKafka;
let clients: TestClients;
let prometheus: LocalPrometheus;
let server: Server;
let dir: string;
let began: number;
let written = 0;

/** brokerMetrics is what a JMX exporter of broker 1 would tell of a steady flow. */
function brokerMetrics(): string {
  const bytes = Math.round(((Date.now() - began) / 1000) * bytesPerSecond);
  const name = "kafka_server_brokertopicmetrics_bytesin_total";
  return `${name}{cluster="kafka",broker="1"} ${bytes}\n${name}{cluster="kafka",broker="1",topic="${topic}"} ${bytes}\n`;
}

async function serve(): Promise<number> {
  server = createServer((request, response) => {
    const answer = request.url === "/jmx" ? Promise.resolve(new Response(brokerMetrics())) : metricsRoute.GET();
    void answer.then(async (told) => response.writeHead(told.status, [...told.headers].flat()).end(await told.text()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as { port: number }).port;
}

const store = () => historyOf("kafka").store;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const lastMinute = (): Span => ({ from: Date.now() - 60_000, to: Date.now(), stepMs: 1000 });

function counted({ intervals, counts }: CountSamples, name: string): number {
  const values = counts.get(name) ?? new Float64Array();
  return values.reduce(
    (sum, count, at) => (intervals[at]!.coveredMs > 0 && count !== absentCount ? sum + count : sum),
    0,
  );
}

/** inKafka gives what the brokers tell: the ends for -1, the starts for -2. */
async function inKafka(timestamp: bigint): Promise<bigint[]> {
  const partitions = [0, 1, 2].map((partitionIndex) => ({ partitionIndex, timestamp }));
  const [found] = await clients.admin.listOffsets({ topics: [{ name: topic, partitions }] });
  return found!.partitions.toSorted((a, b) => a.partitionIndex - b.partitionIndex).map(({ offset }) => offset);
}

/** newest gives each column's last known value. */
function newest(columns: (bigint | null)[][]): (bigint | null)[] {
  return columns.map((column) => column.findLast((offset) => offset !== null) ?? null);
}

beforeAll(async () => {
  began = Date.now();
  dir = mkdtempSync(path.join(tmpdir(), "highwater-prometheus-"));
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 3, 3);
  for (const partition of [0, 1, 2]) await clients.write(topic, partition, 10);
  await clients.commit(group, topic, { 0: 1n, 1: 2n });
  const [port] = await freePorts(1);
  await startProduct({
    KAFKA_BROKERS: kafka.bootstrap,
    METRICS: "true",
    PROMETHEUS_URL: `http://127.0.0.1:${port}`,
    PROMETHEUS_BYTES_IN_QUERY:
      'sum by ($by) (rate(kafka_server_brokertopicmetrics_bytesin_total{$cluster,topic!=""}[4s]))',
    HISTORY_TIERS: "1s:10m",
  });
  startHistory();
  const target = `127.0.0.1:${await serve()}`;
  prometheus = await startPrometheus({ dir, port: port!, target, paths: ["/metrics", "/jmx"] });
  const sampled = async () => expect((await store().readTopic(topic, lastMinute())).end).toHaveLength(3);
  await vi.waitFor(sampled, soon);
});

afterAll(async () => {
  stopHistory();
  server?.close();
  await prometheus?.stop();
  await clients?.close();
  await stopProduct();
  for (const name of own) delete process.env[name];
  if (dir) rmSync(dir, { recursive: true, force: true });
});

test("offsets, commits, counts, lag and bytes read back from Prometheus are those of Kafka", async () => {
  for (let second = 0; second < 6; second++) {
    await clients.write(topic, second % 3, 20);
    written += 20;
    await clients.commit(group, topic, { 0: BigInt(1 + second * 2) });
    await sleep(1000);
  }
  await clients.deleteBelow(topic, { 1: 7n });
  const ends = await inKafka(-1n);
  const starts = await inKafka(-2n);
  const read = async () => {
    const { start, end } = await store().readTopic(topic, lastMinute());
    return { starts: newest(start), ends: newest(end) };
  };
  await expect.poll(read, soon).toEqual({ starts, ends });
  expect(starts).toEqual([0n, 7n, 0n]);

  const commits = await store().readCommits(group, lastMinute());
  expect([...commits.keys()]).toEqual([topic]);
  expect(newest(commits.get(topic)!.committed)).toEqual([11n, 2n]);

  const counts = (by: "topic" | "group" | "broker", measure: string) => store().readCounts(by, measure, lastMinute());
  expect(counted(await counts("topic", "produced"), topic)).toBe(written);
  expect(counted(await counts("group", "consumed"), group)).toBe(10);
  expect(counted(await counts("topic", "consumed"), topic)).toBe(10);
  // Partition 2 has no commit.
  expect(counted(await counts("group", "due"), group)).toBe(80);
  expect(counted(await counts("topic", "due"), topic)).toBe(80);
  const brokers = await counts("broker", "produced");
  expect([...brokers.counts.keys()].every((name) => ["1", "2", "3"].includes(name))).toBe(true);
  const total = [...brokers.counts.keys()].reduce((sum, name) => sum + counted(brokers, name), 0);
  const topics = await counts("topic", "produced");
  expect(total).toBe([...topics.counts.keys()].reduce((sum, name) => sum + counted(topics, name), 0));
  // Up to the log start of partition 1 nothing is left to read.
  const behind = Number(ends[0]! - 11n + ends[1]! - 7n);
  const lag = async () => (await counts("group", "lag")).counts.get(group)!.at(-1);
  await expect.poll(lag, soon).toBe(behind);
});

test("Kafka's own counters of bytes are charted by topic and by broker, without the sum of all topics", async () => {
  for (const [by, name] of [
    ["topic", topic],
    ["broker", "1"],
  ] as const) {
    const { intervals, counts } = await store().readCounts(by, "bytes", lastMinute());
    expect([...counts.keys()]).toEqual([name]);
    const rates = [...counts.get(name)!].map((bytes, at) => (bytes * 1000) / intervals[at]!.coveredMs);
    expect(rates.at(-1)).toBeGreaterThan(bytesPerSecond * 0.9);
    expect(rates.at(-1)).toBeLessThan(bytesPerSecond * 1.1);
  }
  expect((await store().readCounts("topic", "bytesOut", lastMinute())).counts.size).toBe(0);
});

test("the pages' answers come from Prometheus: the same totals as rates, and an end", async () => {
  const from = new Date(began - 5000).toISOString();
  const throughput = await describeThroughput("kafka", { by: "topic", topic, from, step: 1000 });
  expect(throughput.store).toBe("prometheus");
  expect(Math.abs(Date.parse(throughput.since!) - began)).toBeLessThan(30_000);
  const produced = throughput.series.find(({ kind, measure }) => kind === "total" && measure === "produced")!;
  const rates = produced.points.map(([, rate]) => rate ?? 0);
  expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(written, -1);
  const partitions = await describeThroughput("kafka", { by: "partition", topic, from, step: 1000 });
  expect(partitions.series.filter(({ kind }) => kind === "element").map(({ name }) => name)).toEqual(["0", "1", "2"]);
  const { series, outlook } = await describeGroupHistory("kafka", group, { from, step: 1000 });
  expect(outlook.lag).toBe(
    String(series.find(({ measure }) => measure === "lag")!.points.findLast(([, lag]) => lag)![1]),
  );
});

test("members that left and a state that changed are events, and since when a group is stopped is known after a restart", async () => {
  const readers = "prom-readers";
  const member = await clients.join(readers, "reader-1", [topic]);
  await member.commit(topic, { 0: 1n });
  const scraped = async (query: string) => {
    const answer = await fetch(`${prometheus.url}/api/v1/query?${new URLSearchParams({ query })}`);
    return ((await answer.json()) as { data: { result: PromSeries[] } }).data.result.length;
  };
  const itsMembers = `highwater_consumergroup_client_members{consumergroup="${readers}"}`;
  await expect.poll(async () => scraped(itsMembers), soon).toBe(1);
  await member.leave();
  // At points of half a minute nothing is to be seen of it, unless one group is asked for.
  const coarse = (): Span => ({ ...lastMinute(), stepMs: 30_000 });
  const events = async () => (await store().readEvents(coarse(), readers)).filter(({ kind }) => kind === "group");
  const left = { left: 1, joined: 0, before: 1, now: 0, leftClients: "reader-1", joinedClients: "" };
  await expect.poll(events, soon).toMatchObject([
    { code: "members", kind: "group", values: left },
    { code: "state", kind: "group", values: { from: "Stable", to: "Empty" } },
  ]);
  const stopped = `highwater_condition_since_timestamp_seconds{condition="GROUP_STOPPED ${readers}"}`;
  await expect.poll(async () => scraped(stopped), soon).toBe(1);
  const sinceWhen = () => historyOf("kafka").since.of("GROUP_STOPPED", readers);
  const before = sinceWhen();
  expect(before?.atLeast).toBe(false);
  stopHistory();
  startHistory();
  await expect.poll(sinceWhen, soon).toEqual(before);
});

test("a commit that went back is an event and no count, and a time without scrapes is a gap", async () => {
  // Over a time without samples, as the restart was, nothing is compared.
  const restarted = Date.now();
  const sampledTill = async () => (await store().readCommits(group, lastMinute())).get(topic)?.times.at(-1) ?? 0;
  await expect.poll(sampledTill, soon).toBeGreaterThan(restarted + 1000);
  await clients.commit(group, topic, { 0: 4n });
  const back = async () => (await store().readEvents(lastMinute())).filter(({ name }) => name === group);
  await expect
    .poll(back, soon)
    .toMatchObject([
      { code: "commit-back", kind: "group", values: { topic, partition: 0, partitions: 1, records: "7" } },
    ]);
  const { counts } = await store().readCounts("group", "consumed", lastMinute());
  expect(counts.get(group)!.filter(Number.isNaN)).toHaveLength(1);
  server.close();
  server.closeAllConnections();
  await sleep(3500);
  const span = lastMinute();
  expect((await store().readTopic(topic, span)).times.at(-1)).toBeLessThan(span.to - 1500);
  await prometheus.stop();
  await expect(store().readTopic(topic, lastMinute())).rejects.toMatchObject({
    code: "UNREACHABLE",
    message: expect.stringContaining(`Prometheus at ${prometheus.url} does not answer`) as string,
  });
});
