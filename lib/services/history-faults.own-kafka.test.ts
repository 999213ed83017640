import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startKafka, type LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { toolOffsets } from "../../scripts/testing/tools.ts";
import { History, type Series, ThroughputQuery } from "../api/history.ts";
import { offsetIn } from "../history/round.ts";
import { historyOf, startHistory } from "./cluster-history.ts";
import { describeGroup } from "./group-detail.ts";
import { clusterState } from "./runtime.ts";
import { describeThroughput } from "./throughput.ts";

const cluster = "kafka";
const topic = "fault.history";
const group = "fault-history";
const partitions = [0, 1, 2, 3, 4, 5];
const second = 1000;
const minute = 60 * second;
let kafka: LocalKafka;
let clients: TestClients;
let began = 0;
let clock = 0;

const state = () => clusterState(cluster);
const newest = () => historyOf(cluster).recent.newest!;

/** Injected time passes, and a sample is taken. */
async function after(ms: number): Promise<void> {
  clock += ms;
  vi.setSystemTime(clock);
  await historyOf(cluster).sample();
}

async function writeEach(count: number): Promise<void> {
  for (const partition of partitions) await clients.write(topic, partition, count, 10, began);
}

async function throughput(by: "topic" | "partition"): Promise<History> {
  const query = ThroughputQuery.parse({ by, topic, from: new Date(began).toISOString(), step: "10s" });
  return History.parse(await describeThroughput(cluster, query, { notBefore: Date.now() }));
}

const ratesOf = ({ points }: Series) => points.map(([, rate]) => rate);
const produced = (answer: History, name: string) =>
  answer.series.find((line) => line.measure === "produced" && line.kind === "element" && line.name === name)!;
const records = (rates: (number | null)[]) => rates.reduce<number>((sum, rate) => sum + (rate ?? 0) * 10, 0);
const allKnown = () => {
  const place = newest().layout.topics.get(topic);
  return partitions.every((partition) => offsetIn(newest().end, place, partition) !== null);
};
const leadBy = (broker: number) => {
  const place = newest().layout.topics.get(topic)!;
  return partitions.filter((partition) => newest().leaders[place.at + partition] === broker);
};

beforeAll(async () => {
  kafka = await startKafka({
    properties: { "broker.session.timeout.ms": "4000", "broker.heartbeat.interval.ms": "500" },
  });
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, partitions.length, 3, { "min.insync.replicas": "2" });
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "memory", HISTORY_TIERS: "10s:2h" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 60 * minute });
  began = Math.ceil(Date.now() / minute) * minute;
  clock = began;
  vi.setSystemTime(clock);
  startHistory();
  // Its own beat is real time.
  historyOf(cluster).stop();
  await writeEach(10);
  await clients.commit(group, topic, Object.fromEntries(partitions.map((partition) => [partition, 4n])));
  await after(0);
}, 120_000);
afterAll(async () => {
  vi.useRealTimers();
  await stopProduct();
  await clients.close();
  await kafka.stop();
});

describe("a broker that stops in the middle of a round", () => {
  let led: number[] = [];

  test("leaves what it leads unknown in that round, and the others known", async () => {
    await writeEach(20);
    await after(10 * second);
    led = leadBy(2);
    expect(led.length).toBeGreaterThan(0);
    await writeEach(30);
    // It has the requests of the round, and never answers them.
    kafka.pauseBroker(2);
    const round = after(10 * second);
    await kafka.killBroker(2);
    await round;
    const place = newest().layout.topics.get(topic);
    const known = partitions.filter((partition) => offsetIn(newest().end, place, partition) !== null);
    expect(known).toEqual(partitions.filter((partition) => !led.includes(partition)));
    expect(known.map((partition) => offsetIn(newest().end, place, partition))).toEqual(known.map(() => 60n));
  }, 60_000);

  test("is no rate of the topic, neither 0 nor less: what is known of the partitions stays exact", async () => {
    const whole = ratesOf(produced(await throughput("topic"), topic));
    expect(whole.at(-1)).toBeNull();
    expect(whole.at(-2)).toBeCloseTo((20 * partitions.length) / 10, 6);
    const byPartition = await throughput("partition");
    for (const partition of partitions) {
      const rates = ratesOf(produced(byPartition, String(partition)));
      expect(rates.slice(-2)).toEqual(led.includes(partition) ? [2, null] : [2, 3]);
    }
  });

  test("once others lead, sampling goes on, and counts from there", async () => {
    await vi.waitFor(
      async () => {
        await after(10 * second);
        expect(leadBy(2)).toEqual([]);
        expect(allKnown()).toBe(true);
      },
      { timeout: 30_000, interval: 500 },
    );
    await writeEach(5);
    await after(10 * second);
    const answer = await throughput("topic");
    expect(ratesOf(produced(answer, topic)).at(-1)).toBeCloseTo((5 * partitions.length) / 10, 6);
    expect(answer.events).toEqual([]);
    await kafka.startBroker(2);
  }, 90_000);
});

describe("a broker that freezes", () => {
  test("is known not to answer since the round that waited for it in vain", async () => {
    const isBack = () => expect(state().brokerLogDirs.peek("2")).toHaveProperty("value");
    await vi.waitFor(async () => (await after(minute), isBack()), { timeout: 30_000, interval: 500 });
    // What is seen again within two minutes did not end.
    for (let tick = 0; tick < 3; tick++) await after(minute);
    kafka.pauseBroker(2);
    await after(minute);
    const { since } = historyOf(cluster);
    expect(since.of("BROKER_NOT_ANSWERING", "2")).toEqual({ at: newest().at, atLeast: false });
    expect(since.of("BROKER_NOT_ANSWERING", "1")).toBeNull();
    kafka.resumeBroker(2);
    await vi.waitFor(async () => (await after(minute), isBack()), { timeout: 30_000, interval: 500 });
  }, 90_000);
});

describe("a cluster that is down for minutes", () => {
  test("is not sampled, and says so each time; the last values stay", async () => {
    await after(10 * second);
    const last = newest().at;
    await kafka.killBroker(1, 2, 3);
    for (let tick = 0; tick < 4; tick++)
      await expect(after(minute)).rejects.toMatchObject({
        code: expect.stringMatching(/UNREACHABLE|TIMEOUT/) as string,
      });
    expect(newest().at).toBe(last);
    const { points } = produced(await throughput("topic"), topic);
    expect(points.at(-1)![0]).toBeGreaterThan(last + 3 * minute);
    expect(ratesOf({ points } as Series).slice(-18)).toEqual(Array.from({ length: 18 }, () => null));
  }, 90_000);

  test("is a gap in the chart afterwards: what was written in it is not made a rate, and the rest adds up", async () => {
    await kafka.startBroker(1, 2, 3);
    await vi.waitFor(
      async () => {
        await after(10 * second);
        expect(allKnown()).toBe(true);
      },
      { timeout: 40_000, interval: 500 },
    );
    const back = newest().at;
    const before = await toolOffsets(kafka, "-1");
    await vi.waitFor(() => writeEach(7), { timeout: 30_000, interval: 500 });
    for (let tick = 0; tick < 3; tick++) await after(10 * second);
    const rates = produced(await throughput("topic"), topic).points;
    const gap = rates.filter(([at]) => at > back - 4 * minute && at <= back);
    expect(gap.every(([, rate]) => rate === null)).toBe(true);
    const later = rates.filter(([at]) => at > back).map(([, rate]) => rate);
    const told = [...(await toolOffsets(kafka, "-1"))].filter(([name]) => name.startsWith(`${topic}-`));
    // A write that had to be tried again may be there twice.
    const written = told.reduce((sum, [name, offset]) => sum + Number(offset) - Number(before.get(name)), 0);
    expect(written).toBeGreaterThanOrEqual(7 * partitions.length);
    expect(records(later)).toBeCloseTo(written, 6);
    const place = newest().layout.topics.get(topic);
    expect(told.map(([name, offset]) => [name, BigInt(offset)])).toEqual(
      told.map(([name]) => [name, offsetIn(newest().end, place, Number(name.slice(topic.length + 1)))]),
    );
  }, 120_000);

  test("leaves a group's status to one look, until two minutes are sampled again", async () => {
    const before = await describeGroup(cluster, group, { notBefore: Date.now() });
    expect(before.group).toMatchObject({ status: "stopped", evidence: null });
    // The commits did not move while nobody looked.
    expect(Date.parse(before.group.statusSince!)).toBeLessThan(clock - 4 * minute);
    // Brokers that have just come back may leave a group unread in one round: it takes two minutes without that.
    await vi.waitFor(
      async () => {
        await after(10 * second);
        const { evidence } = (await describeGroup(cluster, group, { notBefore: Date.now() })).group;
        expect(evidence!.spanMs).toBeGreaterThanOrEqual(2 * minute);
        expect(evidence!.spanMs).toBeLessThan(3 * minute);
      },
      { timeout: 30_000, interval: 100 },
    );
  }, 40_000);
});
