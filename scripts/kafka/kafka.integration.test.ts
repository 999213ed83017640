import { afterAll, afterEach, describe, expect, test } from "vitest";
import { testKafka } from "../testing/kafka.ts";
import { settled } from "../testing/settled.ts";
import { attachKafka, startKafka } from "./index.ts";
import { seenBy } from "./probe.ts";
import { isAlive, waitUntil } from "./processes.ts";

const TOPICS = "org.apache.kafka.tools.TopicCommand";
const CONFIGS = "kafka.admin.ConfigCommand";

describe("a local cluster, operated by a process that attached to it", () => {
  afterEach(async () => {
    const kafka = await testKafka();
    await kafka.startBroker(...kafka.brokers.map(({ id }) => id));
  });

  afterAll(async () => settled(await testKafka()));

  test("every broker answers, sees all others and stands in its rack", async () => {
    const kafka = await testKafka();
    const seen = await Promise.all(kafka.brokers.map(({ port }) => seenBy(port)));
    const all = new Set([1, 2, 3]);
    expect(seen.map((ids) => new Set(ids))).toEqual([all, all, all]);
    expect(kafka.brokers.map(({ rack }) => rack)).toEqual(["zone-a", "zone-b", "zone-c"]);
  });

  test("Kafka's own tools run against it, and say why when they fail", async () => {
    const kafka = await testKafka();
    await kafka.tool(TOPICS, ["--create", "--topic", "tool-check", "--partitions", "3"]);
    expect(await kafka.tool(TOPICS, ["--describe", "--topic", "tool-check"])).toMatch(
      /PartitionCount: 3\s+ReplicationFactor: 3/,
    );
    await expect(kafka.tool(TOPICS, ["--create", "--topic", "tool-check"])).rejects.toThrow(/already exists/);
  });

  test("a stopped broker is gone, and comes back under its old address", async () => {
    const kafka = await testKafka();
    const [, second] = kafka.brokers;
    await kafka.stopBroker(2);
    expect(isAlive(second!.pid!)).toBe(false);
    expect((await testKafka()).brokers.map(({ pid }) => pid !== null)).toEqual([true, false, true]);
    await kafka.startBroker(2);
    expect(new Set(await seenBy(second!.port))).toEqual(new Set([1, 2, 3]));
  });

  test("a frozen broker does not answer until it goes on", async () => {
    const kafka = await testKafka();
    const { port } = kafka.brokers[2]!;
    kafka.pauseBroker(3);
    expect(await seenBy(port)).toEqual([]);
    kafka.resumeBroker(3);
    expect(await waitUntil(async () => (await seenBy(port)).length === 3, 30_000)).toBe(true);
  });
});

test("a secured single broker offers TLS, mTLS and SASL listeners, and its properties can be set", async () => {
  const kafka = await startKafka({ brokers: 1, security: true, properties: { "log.retention.hours": "7" } });
  try {
    expect(Object.keys(kafka.security!.bootstrap)).toEqual(["TLS", "MTLS", "SASL_SSL", "SASL_PLAINTEXT"]);
    const described = await kafka.tool(CONFIGS, [
      "--describe",
      "--entity-type",
      "brokers",
      "--entity-name",
      "1",
      "--all",
    ]);
    expect(described).toMatch(/log\.retention\.hours=7 /);
    const users = await kafka.tool(CONFIGS, ["--describe", "--entity-type", "users"]);
    expect(users).toMatch(/alice.*SCRAM-SHA-256.*SCRAM-SHA-512|alice.*SCRAM-SHA-512.*SCRAM-SHA-256/);
  } finally {
    await kafka.stop();
  }
  expect(kafka.brokers.map(({ pid }) => pid)).toEqual([null]);
  await expect(attachKafka(kafka.dir)).rejects.toThrow(/ENOENT/);
});

test("a broker that cannot start is told with the end of its log, and nothing is left running", async () => {
  const starting = startKafka({ brokers: 1, properties: { "num.io.threads": "none" } });
  await expect(starting).rejects.toThrow(/num\.io\.threads/);
});
