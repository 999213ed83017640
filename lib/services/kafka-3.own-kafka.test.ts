import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { KAFKA_3, type LocalKafka, startKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { readWithKcat } from "../../scripts/testing/kcat.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { toolConfigs, toolGroupOffsets, toolLogSizes, toolOffsets, toolTopics } from "../../scripts/testing/tools.ts";
import { BrokerListQuery } from "../api/brokers.ts";
import { ConfigListQuery, ConfigPatch } from "../api/configs.ts";
import { GroupListQuery, GroupPartitionListQuery } from "../api/groups.ts";
import { ScanLine } from "../api/messages.ts";
import { DeleteRecords, PartitionListQuery, TopicListQuery } from "../api/topics.ts";
import { changeTopicConfigs } from "./change-configs.ts";
import { describeCluster } from "./clusters.ts";
import { listBrokers } from "./brokers.ts";
import { createTopic } from "./create-topic.ts";
import { deleteRecords } from "./delete-records.ts";
import { deleteTopic } from "./delete-topic.ts";
import { describeGroup } from "./group-detail.ts";
import { listGroupOffsets } from "./group-offsets.ts";
import { listGroups } from "./groups.ts";
import { scanMessages } from "./messages.ts";
import { describeOverview } from "./overview.ts";
import { listPartitions } from "./partitions.ts";
import { listTopicConfigs } from "./topic-configs.ts";
import { describeTopic } from "./topic-detail.ts";
import { listTopics } from "./topics.ts";

const cluster = "kafka";
const topic = "old.orders";
const now = () => ({ notBefore: Date.now() });
let kafka: LocalKafka;
let clients: TestClients;

beforeAll(async () => {
  kafka = await startKafka({ version: KAFKA_3, brokers: 1 });
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 2, 1);
  await clients.write(topic, 0, 30);
  await clients.write(topic, 1, 12);
  await clients.deleteBelow(topic, { 0: 5n });
  // The first group of a new cluster waits until there are coordinators.
  const committed = () => clients.commit("old-readers", topic, { 0: 10n, 1: 12n });
  await vi.waitFor(committed, { timeout: 40_000, interval: 500 });
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "off" });
}, 120_000);
afterAll(async () => {
  await stopProduct();
  await clients.close();
  await kafka.stop();
});

describe(`Kafka ${KAFKA_3}`, () => {
  test("every page is whole, and names the version", async () => {
    expect(await describeCluster(cluster)).toMatchObject({ status: "online", kafkaVersion: "3.9", error: null });
    const answers = await Promise.all([
      describeOverview(cluster),
      listBrokers(cluster, BrokerListQuery.parse({})),
      listTopics(cluster, TopicListQuery.parse({ include: "readers,totals" })),
      describeTopic(cluster, topic),
      listGroups(cluster, GroupListQuery.parse({})),
      describeGroup(cluster, "old-readers"),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ errors: [] });
    expect(answers[5]).toMatchObject({ group: { type: "classic", state: "Empty" } });
  });

  test("offsets, lag, settings and sizes are those of its own tools", async () => {
    const [partitions, offsets, configs, brokers] = await Promise.all([
      listPartitions(cluster, topic, PartitionListQuery.parse({}), now()),
      listGroupOffsets(cluster, "old-readers", GroupPartitionListQuery.parse({ sort: "partition" }), now()),
      listTopicConfigs(cluster, topic, ConfigListQuery.parse({ pageSize: "500" }), now()),
      listBrokers(cluster, BrokerListQuery.parse({}), now()),
    ]);
    const [ends, starts, groups, settings, sizes, layout] = await Promise.all([
      toolOffsets(kafka, "-1"),
      toolOffsets(kafka, "-2"),
      toolGroupOffsets(kafka),
      toolConfigs(kafka, "topics", topic),
      toolLogSizes(kafka),
      toolTopics(kafka),
    ]);
    const place = (partition: number) => `${topic}-${partition}`;
    expect(partitions.items.map(({ logStartOffset, highWatermark }) => [logStartOffset, highWatermark])).toEqual(
      [0, 1].map((partition) => [starts.get(place(partition)), ends.get(place(partition))]),
    );
    expect(partitions.items.map(({ leader, replicas, isr }) => ({ leader, replicas, isr }))).toEqual(
      layout.filter((row) => row.topic === topic).map(({ leader, replicas, isr }) => ({ leader, replicas, isr })),
    );
    expect(offsets.items.map(({ partition, committedOffset, lag }) => [partition, committedOffset, lag])).toEqual(
      groups
        .toSorted((a, b) => a.partition - b.partition)
        .map(({ partition, committed, lag }) => [partition, committed, lag]),
    );
    expect(new Map(configs.items.map(({ name, value }) => [name, value]))).toEqual(
      new Map([...settings].map(([name, { value }]) => [name, value])),
    );
    expect(brokers.items[0]!.logSizeBytes).toBe(
      String([...sizes.get(1)!.values()].reduce((sum, size) => sum + size, 0)),
    );
  });

  test("its records are read as kcat reads them", async () => {
    const search = { start: "oldest", limit: "0", order: "offset" };
    const { stream } = await scanMessages(cluster, topic, search, new AbortController().signal);
    const lines = (await new Response(stream).text()).split("\n").filter((line) => line !== "");
    const records = lines.map((line) => ScanLine.parse(JSON.parse(line))).filter((line) => line.type === "record");
    const theirs = await readWithKcat(kafka.bootstrap, topic, "read_uncommitted");
    const places = (all: { partition: number; offset: string }[]) =>
      all.map(({ partition, offset }) => `${partition} ${offset}`).toSorted();
    expect(places(records)).toEqual(places(theirs));
    expect(records).toHaveLength(37);
  });

  test("topics are created, configured, cut and deleted", async () => {
    const name = "old.made";
    await createTopic(cluster, { name, partitions: 2, replicationFactor: 1, configs: {} }, false);
    await changeTopicConfigs(cluster, name, ConfigPatch.parse({ set: { "retention.ms": "60000" } }), false);
    expect((await toolConfigs(kafka, "topics", name)).get("retention.ms")).toMatchObject({ value: "60000" });
    await clients.write(name, 0, 8);
    const cut = DeleteRecords.parse({ offsets: [{ partition: 0, offset: "3" }] });
    expect(await deleteRecords(cluster, name, cut, false)).toMatchObject({ records: "3" });
    await deleteTopic(cluster, name, false);
    expect((await toolTopics(kafka)).filter((row) => row.topic === name)).toEqual([]);
  });
});
