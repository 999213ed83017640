import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { toolGroupOffsets, toolOffsets } from "../../scripts/testing/tools.ts";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { GroupHistory, GroupHistoryQuery, History, type Series, ThroughputQuery } from "../api/history.ts";
import { GroupListQuery } from "../api/groups.ts";
import { TopicDetail, TopicListQuery } from "../api/topics.ts";
import { historyOf, startHistory } from "./cluster-history.ts";
import { describeGroupHistory } from "./group-history.ts";
import { listGroups } from "./groups.ts";
import { describeThroughput } from "./throughput.ts";
import { describeTopic } from "./topic-detail.ts";
import { listTopics } from "./topics.ts";

const cluster = "kafka";
const topic = "history.orders";
const group = "history-billing";
const everyMs = 1000;
let kafka: LocalKafka;
let clients: TestClients;
let began = 0;

const newest = () => historyOf(cluster).recent.newest;

/** Waits until a round was taken after this moment: what was done until now is in it. */
async function nextRound(): Promise<void> {
  const since = Date.now();
  await vi.waitFor(() => expect(newest()?.at ?? 0).toBeGreaterThan(since), { timeout: 10_000, interval: 50 });
}

async function throughput(query: Record<string, string>): Promise<History> {
  const answer = await describeThroughput(
    cluster,
    ThroughputQuery.parse({ from: new Date(began).toISOString(), step: "1s", ...query }),
    { notBefore: Date.now() },
  );
  return History.parse(answer);
}

async function groupHistory(query: Record<string, string> = {}): Promise<GroupHistory> {
  const answer = await describeGroupHistory(
    cluster,
    group,
    GroupHistoryQuery.parse({ from: new Date(began).toISOString(), step: "1s", ...query }),
    { notBefore: Date.now() },
  );
  return GroupHistory.parse(answer);
}

function seriesOf({ series }: Pick<History, "series">, measure: string, name = ""): Series {
  return series.find((line) => line.measure === measure && line.name === name && line.kind !== "others")!;
}

/** What a rate adds up to, in records. */
function integral({ points }: Series, stepMs: number): number {
  return points.reduce((sum, [, rate]) => sum + ((rate ?? 0) * stepMs) / 1000, 0);
}

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 3, 3, { "retention.ms": "3600000" });
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "memory", HISTORY_TIERS: "1s:10m" });
  began = Date.now();
  startHistory();
  // Of the step in which sampling begins a chart knows only a part.
  for (let round = 0; round < 3; round++) await nextRound();
}, 60_000);
afterAll(async () => {
  await stopProduct();
  // Other tests of this cluster look for the largest lags.
  await clients.admin.deleteTopics({ topics: [topic] });
  await clients.close();
});

describe("throughput", () => {
  test("adds up to what kafka-get-offsets counts, for a topic and for each partition", async () => {
    for (const [partition, count] of [400, 150, 50].entries()) await clients.write(topic, partition, count);
    await nextRound();
    await clients.write(topic, 0, 100);
    await nextRound();
    await nextRound();
    const told = [...(await toolOffsets(kafka, "-1"))].filter(([name]) => name.startsWith(`${topic}-`));
    const total = told.reduce((sum, [, offset]) => sum + Number(offset), 0);
    expect(total).toBe(700);
    const ofTopic = await throughput({ by: "topic", topic });
    expect(integral(seriesOf(ofTopic, "produced", topic), ofTopic.step)).toBeCloseTo(total, 3);
    const ofPartitions = await throughput({ by: "partition", topic });
    const sums = [0, 1, 2].map((partition) =>
      Math.round(integral(seriesOf(ofPartitions, "produced", String(partition)), ofPartitions.step)),
    );
    expect(sums).toEqual([500, 150, 50]);
  });

  test("tells of each partition what it took, also of those that have no line", async () => {
    const wide = "history.wide";
    await clients.create(wide, 12, 3);
    await nextRound();
    const written = Array.from({ length: 12 }, (_, partition) => partition + 1);
    for (const [partition, count] of written.entries()) await clients.write(wide, partition, count);
    await nextRound();
    const { series, partitions } = await throughput({ by: "partition", topic: wide });
    expect(series.filter(({ kind }) => kind === "element")).toHaveLength(8);
    const told = await toolOffsets(kafka, "-1");
    const rates = partitions!.map(({ producedPerSecond }) => producedPerSecond!);
    const perRecord = rates[0]!;
    partitions!.forEach(({ partition }, index) =>
      expect(rates[index]! / perRecord).toBeCloseTo(Number(told.get(`${wide}-${partition}`)), 6),
    );
  });

  test("of the brokers is that of the topics: every partition has one leader", async () => {
    const [topics, brokers] = await Promise.all([throughput({ by: "topic" }), throughput({ by: "broker" })]);
    const sumOf = (answer: History) =>
      integral(
        answer.series.find((line) => line.measure === "produced" && line.kind === "total")!,
        answer.step,
      );
    expect(sumOf(brokers)).toBeCloseTo(sumOf(topics), 3);
    expect(sumOf(brokers)).toBeGreaterThan(0);
  });

  test("tells a recreated topic as an event, and no rate below nothing", async () => {
    await clients.create("history.anew", 1, 3);
    await clients.write("history.anew", 0, 90);
    await nextRound();
    await clients.admin.deleteTopics({ topics: ["history.anew"] });
    await vi.waitFor(() => clients.create("history.anew", 1, 3), { timeout: 10_000 });
    await clients.write("history.anew", 0, 5);
    await nextRound();
    await nextRound();
    const answer = await throughput({ by: "topic", topic: "history.anew" });
    const rates = seriesOf(answer, "produced", "history.anew").points.map(([, rate]) => rate);
    expect(rates.every((rate) => rate === null || rate >= 0)).toBe(true);
  });

  test("is refused for a range or a step that cannot be, with the field", async () => {
    const refused = (query: Record<string, string>) =>
      throughput(query).then(
        () => null,
        (error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path),
      );
    expect(await refused({ from: new Date(began + 60_000).toISOString(), to: new Date(began).toISOString() })).toEqual([
      "from",
    ]);
    expect(await refused({ step: "100ms" })).toEqual(["step"]);
    expect(await refused({ from: "2020-01-01T00:00:00Z", step: "1s" })).toEqual(["step"]);
  });
});

describe("a group that stands still", () => {
  test("is as far behind as kafka-consumer-groups counts, and as long as since its commit was the end", async () => {
    await clients.commit(group, topic, { 0: 500n, 1: 150n, 2: 50n });
    await nextRound();
    const writing = Date.now();
    await clients.write(topic, 0, 20);
    const written = Date.now();
    for (let tick = 0; tick < 5; tick++) {
      await clients.write(topic, 0, 20);
      await nextRound();
    }
    await nextRound();
    const [answer, told] = await Promise.all([groupHistory(), toolGroupOffsets(kafka)]);
    const lag = told.filter((row) => row.group === group).reduce((sum, row) => sum + Number(row.lag ?? 0), 0);
    expect(answer.outlook.lag).toBe(String(lag));
    expect(seriesOf(answer, "lag").points.at(-1)![1]).toBe(lag);
    // The commit was the end until the first record after it came: as near as samples tell.
    const times = historyOf(cluster)
      .recent.samples(topic, 0, group, 60_000)
      .map(({ at }) => at);
    const interval = Math.max(...times.slice(1).map((at, index) => at - times[index]!));
    const until = Date.parse(answer.asOf) - answer.outlook.lagMs!;
    expect(until).toBeGreaterThanOrEqual(writing - interval);
    expect(until).toBeLessThanOrEqual(written + interval);
    expect(answer.outlook.lagMsAtLeast).toBe(false);
    expect(answer.partitions[0]).toMatchObject({ topic, partition: 0, lag: String(lag) });
    expect(integral(seriesOf(answer, "due"), answer.step)).toBeGreaterThanOrEqual(lag);
  });

  test("of one partition shows its offsets as they are", async () => {
    const answer = await groupHistory({ topic, partition: "0" });
    expect(seriesOf(answer, "committed", "0").points.at(-1)![1]).toBe(500);
    expect(seriesOf(answer, "end", "0").points.at(-1)![1]).toBe(620);
    expect(seriesOf(answer, "start", "0").points.at(-1)![1]).toBe(0);
  });

  test("that was set back is an event of the group", async () => {
    await clients.commit(group, topic, { 1: 10n });
    await nextRound();
    const { events } = await groupHistory();
    expect(events).toContainEqual(
      expect.objectContaining({
        code: "commit-back",
        kind: "group",
        name: group,
        values: expect.objectContaining({ topic, records: "140" }),
      }),
    );
  });

  test("is in the lists with its time behind, a topic with its rate", async () => {
    const [groups, topics] = await Promise.all([
      listGroups(cluster, GroupListQuery.parse({ search: group, sort: "-lagMs" }), { notBefore: Date.now() }),
      listTopics(cluster, TopicListQuery.parse({ search: "history.", sort: "-producedPerSecond" }), {
        notBefore: Date.now(),
      }),
    ]);
    expect(groups.items[0]!.lagMs).toBeGreaterThan(everyMs);
    expect(topics.items[0]!.name).toBe(topic);
    expect(topics.items[0]!.producedPerSecond).toBeGreaterThan(0);
  });

  test("that nobody knows is not found", async () => {
    await expect(
      describeGroupHistory(cluster, "history-nobody", GroupHistoryQuery.parse({}), { notBefore: Date.now() }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("how far back a topic reaches", () => {
  // What the console consumer reads first, and Kafka's own answer to "from when on".
  async function firstByTool(name: string, partition: number): Promise<{ timestamp: string; offset: string }> {
    const args = ["--topic", name, "--partition", String(partition), "--offset", "earliest", "--max-messages", "1"];
    const shown = ["--property", "print.timestamp=true", "--property", "print.offset=true", "--timeout-ms", "10000"];
    const text = await kafka.tool("org.apache.kafka.tools.consumer.ConsoleConsumer", [...args, ...shown]);
    const [, timestamp, offset] = /(?:Create|LogAppend)Time:(\d+)\s+Offset:(\d+)/.exec(text)!;
    return { timestamp: timestamp!, offset: offset! };
  }

  test("is told from the first record that is left of each partition, as Kafka's console consumer reads it", async () => {
    const name = "history.kept";
    await clients.create(name, 4, 3, { "retention.ms": "604800000" });
    const old = Date.now() - 6 * 86_400_000;
    await clients.write(name, 0, 3, 100, old);
    await clients.write(name, 0, 2, 100, old + 3_600_000);
    await clients.write(name, 1, 5, 100, old + 1000);
    await clients.write(name, 1, 5, 100, old + 86_400_000);
    await clients.write(name, 2, 1);
    await clients.deleteBelow(name, { 1: 5n });
    const { kept, topic: row } = TopicDetail.parse(await describeTopic(cluster, name, { notBefore: Date.now() }));
    const told = await Promise.all(
      [0, 1, 2].map(async (partition) => ({ partition, ...(await firstByTool(name, partition)) })),
    );
    expect(kept.partitions).toEqual(told);
    expect(kept.oldest).toEqual({ partition: 0, offset: "0", timestamp: String(old) });
    expect(kept.least).toEqual({ partition: 1, offset: "5", timestamp: String(old + 86_400_000) });
    expect(kept).toMatchObject({ emptyPartitions: 1, unknownPartitions: 0, unknown: null });
    expect(row.retentionMs).toBe("604800000");
  });
});
