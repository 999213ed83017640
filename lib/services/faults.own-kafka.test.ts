import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type LocalKafka, startKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { toolTopics } from "../../scripts/testing/tools.ts";
import { BrokerListQuery } from "../api/brokers.ts";
import { ConfigListQuery, ConfigPatch } from "../api/configs.ts";
import { GroupListQuery, GroupPartitionListQuery, TopicGroupListQuery } from "../api/groups.ts";
import { DeleteRecords, PartitionListQuery, TopicListQuery } from "../api/topics.ts";
import { listBrokerConfigs } from "./broker-configs.ts";
import { describeBroker, listBrokers } from "./brokers.ts";
import { changeTopicConfigs } from "./change-configs.ts";
import { describeCluster } from "./clusters.ts";
import { createTopic } from "./create-topic.ts";
import { deleteRecords } from "./delete-records.ts";
import { deleteTopic } from "./delete-topic.ts";
import { describeGroup } from "./group-detail.ts";
import { listGroupOffsets } from "./group-offsets.ts";
import { listGroups } from "./groups.ts";
import { describeOverview } from "./overview.ts";
import { clusterState } from "./runtime.ts";
import { listPartitions } from "./partitions.ts";
import { search } from "./search.ts";
import { listTopicConfigs } from "./topic-configs.ts";
import { describeTopic } from "./topic-detail.ts";
import { listTopicGroups } from "./topic-groups.ts";
import { describeTopicSettings } from "./topic-settings.ts";
import { listTopics } from "./topics.ts";

const cluster = "kafka";
// The same brokers under another name: nobody looks at it until all are gone.
const unseen = "unseen";
const groups = ["fault-a", "fault-b", "fault-c", "fault-d", "fault-e", "fault-f"];
const mostMs = 5000;
const now = () => ({ notBefore: Date.now() });

let kafka: LocalKafka;
let clients: TestClients;
// Where the only replica of each partition of a topic without spare replicas lies.
let homes: (number | null)[];

type Answer = { asOf?: string | null; errors?: { element: string; code: string }[] };

const pages: Record<string, () => Promise<Answer>> = {
  cluster: () => describeCluster(cluster),
  overview: () => describeOverview(cluster),
  brokers: () => listBrokers(cluster, BrokerListQuery.parse({})),
  broker: () => describeBroker(cluster, 2),
  topics: () => listTopics(cluster, TopicListQuery.parse({ include: "readers,totals", sort: "-largestLag" })),
  topic: () => describeTopic(cluster, "fault.safe"),
  partitions: () => listPartitions(cluster, "fault.single", PartitionListQuery.parse({})),
  configs: () => listTopicConfigs(cluster, "fault.safe", ConfigListQuery.parse({})),
  topicGroups: () => listTopicGroups(cluster, "fault.safe", TopicGroupListQuery.parse({})),
  groups: () => listGroups(cluster, GroupListQuery.parse({ sort: "-lag" })),
  group: () => describeGroup(cluster, "fault-a"),
  offsets: () => listGroupOffsets(cluster, "fault-a", GroupPartitionListQuery.parse({})),
  settings: () => describeTopicSettings(cluster),
  search: () => search(cluster, { q: "fault", limit: 50 }),
};

async function withinTime<T>(read: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await read();
  } finally {
    expect(performance.now() - started).toBeLessThan(mostMs);
  }
}

async function readEvery(names: string[] = Object.keys(pages)): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const name of names) answers.set(name, await withinTime(pages[name]!));
  return answers;
}

async function wholeAgain(): Promise<void> {
  const { brokersUp, underReplicatedPartitions, offlinePartitions, errors } = await describeOverview(cluster, now());
  expect({ brokersUp, underReplicatedPartitions, offlinePartitions, errors }).toEqual({
    brokersUp: 3,
    underReplicatedPartitions: 0,
    offlinePartitions: 0,
    errors: [],
  });
}

// Data that is old after a second shows a fault, and its end, soon.
async function startAnew(refreshMs = 1000): Promise<void> {
  const config = path.join(kafka.dir, "highwater.yaml");
  writeFileSync(
    config,
    `clusters:\n  - { name: ${cluster}, brokers: [${kafka.bootstrap}] }\n  - { name: ${unseen}, brokers: [${kafka.bootstrap}] }\n`,
  );
  await startProduct({ HIGHWATER_CONFIG: config, REFRESH_MS: String(refreshMs) });
}

const untilWhole = () => vi.waitFor(wholeAgain, { timeout: 40_000, interval: 200 });

beforeAll(async () => {
  kafka = await startKafka({
    properties: { "broker.session.timeout.ms": "4000", "broker.heartbeat.interval.ms": "500" },
  });
  clients = testClients(kafka.bootstrap);
  await clients.create("fault.safe", 6, 3, { "min.insync.replicas": "2" });
  await clients.create("fault.single", 6, 1);
  for (const partition of [0, 1, 2, 3, 4, 5]) {
    await clients.write("fault.safe", partition, 10);
    await clients.write("fault.single", partition, 10);
  }
  for (const group of groups) {
    await clients.commit(group, "fault.safe", { 0: 1n, 1: 1n, 2: 1n, 3: 1n, 4: 1n, 5: 1n });
    await clients.commit(group, "fault.single", { 0: 4n, 1: 4n, 2: 4n, 3: 4n, 4: 4n, 5: 4n });
  }
  await startAnew();
  await untilWhole();
  const { items } = await listPartitions(cluster, "fault.single", PartitionListQuery.parse({}));
  homes = items.map(({ leader }) => leader);
});

afterAll(async () => {
  await clients.close();
  await stopProduct();
  await kafka.stop();
});

describe("topics that are deleted while they are read", () => {
  test("no read of a list fails, the topics go, and what stays is untouched", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `doomed.${index}`);
    await Promise.all(names.map((name) => clients.create(name, 2, 3)));
    await vi.waitFor(async () =>
      expect((await listTopics(cluster, TopicListQuery.parse({ search: "doomed" }), now())).total).toBe(12),
    );
    const deleting = clients.admin.deleteTopics({ topics: names });
    const deadline = Date.now() + 10_000;
    for (let total = 14; total > 2;) {
      expect(Date.now()).toBeLessThan(deadline);
      await describeOverview(cluster, now());
      const list = await listTopics(cluster, TopicListQuery.parse({ include: "readers,totals", search: "." }), now());
      expect(list.items.find(({ name }) => name === "fault.safe")).toMatchObject({ messages: "60", unknown: {} });
      total = list.total;
    }
    await deleting;
  });

  test("one that went since the metadata was read is said to be gone, and no broker is blamed", async () => {
    await startAnew(60_000);
    await clients.create("doomed.late", 2, 3);
    await listTopics(cluster, TopicListQuery.parse({}), now());
    const { offsets, sizes, answers, client } = clusterState(cluster);
    await clients.admin.deleteTopics({ topics: ["doomed.late"] });
    await vi.waitFor(async () => {
      const told = await client.eachBroker(client.brokerIds, (brokerId) =>
        client.kafkaJs(brokerId, (broker) => broker.metadata(["doomed.late"])),
      );
      expect(
        told
          .flatMap((answer) => ("value" in answer ? answer.value.topicMetadata : []))
          .flatMap(({ partitionMetadata }) => partitionMetadata),
      ).toEqual([]);
    });
    for (const kept of [offsets, sizes, answers]) kept.invalidate();
    const { items, errors } = await listTopics(cluster, TopicListQuery.parse({}));
    expect(items.find(({ name }) => name === "doomed.late")).toMatchObject({
      messages: null,
      unknown: { messages: "NOT_FOUND" },
    });
    expect(items.find(({ name }) => name === "fault.safe")).toMatchObject({ messages: "60", unknown: {} });
    expect(errors).toEqual([expect.objectContaining({ element: "doomed.late", code: "NOT_FOUND" })]);
    await startAnew();
  });

  test("a group that reads a deleted topic says that the partition is gone", async () => {
    await clients.create("doomed.read", 1, 3);
    await clients.write("doomed.read", 0, 5);
    await clients.commit("fault-orphan", "doomed.read", { 0: 2n });
    await describeGroup(cluster, "fault-orphan", now());
    await clients.admin.deleteTopics({ topics: ["doomed.read"] });
    await vi.waitFor(async () => {
      // Brokers delete the offsets of a deleted topic too, a little later: either is true.
      const { items } = await listGroupOffsets(cluster, "fault-orphan", GroupPartitionListQuery.parse({}), now()).catch(
        () => ({ items: [] }),
      );
      expect(items.every(({ lag, anomalies }) => lag === null && anomalies.includes("no-such-partition"))).toBe(true);
    });
  });
});

describe("a broker that hangs", () => {
  test("the costliest page, never read before, answers in time with what the others told", async () => {
    await startAnew();
    kafka.pauseBroker(2);
    try {
      const list = await withinTime(() =>
        listTopics(cluster, TopicListQuery.parse({ include: "readers,totals", sort: "-largestLag" })),
      );
      expect(list.items.map(({ name }) => name)).toContain("fault.safe");
      expect(list.errors).toContainEqual(expect.objectContaining({ element: "broker 2", code: "TIMEOUT" }));
      const led = homes.filter((home) => home === 2).length;
      const single = list.items.find(({ name }) => name === "fault.single")!;
      expect(single).toMatchObject({ messages: String(10 * (6 - led)), unknownPartitions: led });
    } finally {
      kafka.resumeBroker(2);
    }
    await untilWhole();
  });

  test("pages that were read before answer in time, name the broker, and keep the groups that it coordinates", async () => {
    const before = await readEvery();
    kafka.pauseBroker(2);
    try {
      await vi.waitFor(async () => expect((await describeCluster(cluster)).status).toBe("degraded"), { timeout: 8000 });
      const answers = await readEvery();
      expect(
        (answers.get("brokers") as Awaited<ReturnType<typeof listBrokers>>).items.find(
          ({ brokerId }) => brokerId === 2,
        )!.status,
      ).toMatch(/not-answering|down/);
      const names = (answer: Answer | undefined) =>
        (answer as Awaited<ReturnType<typeof listGroups>>).items.map(({ groupId }) => groupId).toSorted();
      expect(names(answers.get("groups"))).toEqual(names(before.get("groups")));
    } finally {
      kafka.resumeBroker(2);
    }
    await untilWhole();
  });

  test("partitions whose only leader is silent are not read, not missing", async () => {
    const silent = homes.indexOf(2);
    await clients.create("fault.alone", 1, 1);
    await untilWhole();
    const { items: alone } = await listPartitions(cluster, "fault.alone", PartitionListQuery.parse({}), now());
    const home = alone[0]!.leader!;
    await clients.commit("fault-alone", "fault.alone", { 0: 0n });
    const coordinators = Object.fromEntries(
      (await listGroups(cluster, GroupListQuery.parse({}), now())).items.map(({ groupId, coordinator }) => [
        groupId,
        coordinator,
      ]),
    );
    expect(silent).toBeGreaterThanOrEqual(0);
    // The group's coordinator must be another broker, or it would not be told of at all.
    const reader = coordinators["fault-alone"] === home ? undefined : "fault-alone";
    const group = reader ?? groups.find((name) => coordinators[name] !== home)!;
    await clients.commit(group, "fault.alone", { 0: 0n });
    await startAnew();
    kafka.pauseBroker(home);
    try {
      const { items } = await withinTime(() =>
        listGroupOffsets(cluster, group, GroupPartitionListQuery.parse({ topic: "fault.alone" })),
      );
      expect(items).toMatchObject([{ topic: "fault.alone", committedOffset: "0", lag: null, anomalies: ["not-read"] }]);
      const cut = { offsets: [{ partition: 0, offset: "-1" }] };
      const { partitions, records } = await deleteRecords(cluster, "fault.alone", DeleteRecords.parse(cut), true);
      expect({ partitions, records }).toMatchObject({
        partitions: [{ partition: 0, logStartOffset: null, error: expect.stringMatching(/TIMEOUT|UNREACHABLE/) }],
        records: "0",
      });
    } finally {
      kafka.resumeBroker(home);
    }
    await untilWhole();
  });
});

describe("a broker that is gone", () => {
  const gone = 2;

  beforeAll(async () => {
    await readEvery();
    await kafka.killBroker(gone);
    await readEvery();
    await vi.waitFor(
      async () => {
        const { brokersUp, errors } = await describeOverview(cluster, now());
        expect({ brokersUp, errors }).toEqual({ brokersUp: 2, errors: [] });
        const { items } = await listGroups(cluster, GroupListQuery.parse({}));
        expect(items.filter(({ coordinator }) => coordinator === gone)).toEqual([]);
      },
      { timeout: 30_000, interval: 200 },
    );
  });

  test("what lacks a replica or a leader is what kafka-topics.sh says", async () => {
    const [under, unavailable] = await Promise.all([
      toolTopics(kafka, ["--under-replicated-partitions"]),
      toolTopics(kafka, ["--unavailable-partitions"]),
    ]);
    const overview = await describeOverview(cluster, now());
    expect(overview.underReplicatedPartitions).toBe(under.length);
    expect(overview.offlinePartitions).toBe(unavailable.length);
    expect(unavailable.length).toBeGreaterThan(0);
    const single = await listPartitions(cluster, "fault.single", PartitionListQuery.parse({}));
    expect(single.items.filter(({ leader }) => leader === null).map(({ partition }) => partition)).toEqual(
      unavailable.filter(({ topic }) => topic === "fault.single").map(({ partition }) => partition),
    );
  });

  test("a leaderless partition leaves the others of its topic readable; totals say what they leave out", async () => {
    const { items } = await listPartitions(cluster, "fault.single", PartitionListQuery.parse({}));
    const lost = items.filter(({ partition }) => homes[partition] === gone);
    const kept = items.filter(({ partition }) => homes[partition] !== gone);
    for (const partition of lost) {
      expect(partition).toMatchObject({
        leader: null,
        highWatermark: null,
        messages: null,
        status: "offline",
        unknown: { highWatermark: "NO_LEADER", logStartOffset: "NO_LEADER", sizeBytes: "NO_LEADER" },
      });
    }
    for (const partition of kept)
      expect(partition).toMatchObject({ highWatermark: "10", messages: "10", status: "healthy", unknown: {} });
    const { topic, reasons } = await describeTopic(cluster, "fault.single");
    expect(topic).toMatchObject({
      messages: String(10 * kept.length),
      unknownPartitions: lost.length,
      offlinePartitions: lost.length,
      sizeBytes: null,
      status: "offline",
    });
    expect(reasons[0]).toMatchObject({
      severity: "crit",
      code: "OFFLINE_PARTITIONS",
      values: { partitions: lost.length, of: 6 },
    });
  });

  test("the totals of the overview count what is known, and how much is not", async () => {
    const lost = homes.filter((home) => home === gone).length;
    const overview = await describeOverview(cluster, now());
    const topics = await listTopics(cluster, TopicListQuery.parse({ pageSize: "500" }));
    expect(overview.unknownPartitions).toBe(overview.offlinePartitions);
    expect(overview.unknownPartitions).toBeGreaterThanOrEqual(lost);
    expect(overview.messages).toBe(String(topics.items.reduce((sum, { messages }) => sum + BigInt(messages ?? 0), 0n)));
  });

  test("a group's lag leaves out what has no leader, and says so", async () => {
    const lost = homes.filter((home) => home === gone).length;
    const { items } = await listGroupOffsets(
      cluster,
      "fault-a",
      GroupPartitionListQuery.parse({ topic: "fault.single" }),
    );
    expect(items.map(({ lag, anomalies }) => [lag, anomalies])).toEqual(
      homes.map((home) => (home === gone ? [null, ["no-leader"]] : ["6", []])),
    );
    const { topics, group } = await describeGroup(cluster, "fault-a");
    expect(topics.find(({ topic }) => topic === "fault.single")).toMatchObject({
      lag: String(6 * (6 - lost)),
      unknownPartitions: lost,
    });
    expect(group).toMatchObject({ lag: String(54 + 6 * (6 - lost)), unknownPartitions: lost });
  });

  test("every group is still there: its coordinator has moved", async () => {
    const { items } = await listGroups(cluster, GroupListQuery.parse({ search: "fault-" }), now());
    expect(items.map(({ groupId }) => groupId)).toEqual(expect.arrayContaining(groups));
    expect(items.every(({ coordinator }) => coordinator !== gone)).toBe(true);
  });

  test("the broker is known to be down, with what it held; only it could tell its settings", async () => {
    const { broker, reasons, kafkaVersion, logDirs } = await describeBroker(cluster, gone);
    expect(broker).toMatchObject({
      status: "down",
      leaders: 0,
      host: "127.0.0.1",
      logSizeBytes: null,
      unknown: { logSizeBytes: "UNREACHABLE" },
    });
    expect(broker.replicas).toBeGreaterThan(6);
    expect({ kafkaVersion, logDirs }).toEqual({ kafkaVersion: null, logDirs: null });
    expect(reasons).toMatchObject([{ code: "BROKER_DOWN", values: { replicas: broker.replicas } }]);
    await expect(listBrokerConfigs(cluster, gone, ConfigListQuery.parse({}))).rejects.toMatchObject({
      code: "UNREACHABLE",
    });
  });

  test("the cluster is degraded; what asks for attention begins with the broker", async () => {
    expect(await describeCluster(cluster)).toMatchObject({
      status: "degraded",
      brokers: 2,
      brokersMissing: [gone],
      kafkaVersion: "4.3",
    });
    const { attention } = await describeOverview(cluster);
    expect(attention[0]).toMatchObject({ severity: "crit", code: "BROKER_DOWN", name: String(gone) });
    expect(attention.filter(({ code }) => code === "UNDER_REPLICATED")).toHaveLength(1);
  });

  test("changes are judged by the brokers that are up, and work", async () => {
    const made = { name: "fault.made", partitions: 2, configs: {} };
    await expect(createTopic(cluster, { ...made, replicationFactor: 3 }, true)).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "replicationFactor" }],
    });
    await createTopic(cluster, { ...made, replicationFactor: 2 }, false);
    const patched = await changeTopicConfigs(
      cluster,
      made.name,
      ConfigPatch.parse({ set: { "retention.ms": "60000" } }),
      false,
    );
    expect(patched.durationMs).toBeLessThan(mostMs);
    await deleteTopic(cluster, made.name, false);
    expect((await listTopics(cluster, TopicListQuery.parse({ search: made.name }))).total).toBe(0);
  });

  test("records of the partitions that have a leader are deleted, the others say why not", async () => {
    const offsets = homes.map((_, partition) => ({ partition, offset: "1" }));
    const { partitions } = await deleteRecords(cluster, "fault.single", { offsets }, false);
    expect(partitions.map(({ after, error }) => [after, error])).toEqual(
      homes.map((home) => (home === gone ? [null, "NO_LEADER"] : ["1", null])),
    );
  });
});

describe("all brokers gone", () => {
  const itemsOf = (answers: Map<string, Answer>, name: string) => (answers.get(name) as { items: unknown[] }).items;
  const overviewOf = (answers: Map<string, Answer>) => {
    const {
      topics,
      partitions,
      messages,
      groups: count,
      totalLag,
      kafkaVersion,
      brokersUp,
    } = answers.get("overview") as Awaited<ReturnType<typeof describeOverview>>;
    return { topics, partitions, messages, count, totalLag, kafkaVersion, brokersUp };
  };
  let before: Map<string, Answer>;
  let lastRead: number;

  beforeAll(async () => {
    before = await readEvery();
    lastRead = Date.now();
    await kafka.killBroker(1, 3);
  });

  test("pages show the last values, say how old they are, and that the cluster does not answer", async () => {
    const after = await vi.waitFor(
      async () => {
        const answers = await readEvery();
        for (const { asOf } of answers.values()) expect(Date.parse(asOf!)).toBeLessThanOrEqual(lastRead);
        for (const [name, { errors }] of answers)
          expect(errors ?? [{ element: cluster }], name).toContainEqual(expect.objectContaining({ element: cluster }));
        return answers;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(overviewOf(after)).toEqual(overviewOf(before));
    for (const name of ["topics", "groups", "offsets", "partitions"])
      expect(itemsOf(after, name), name).toEqual(itemsOf(before, name));
    expect(await describeCluster(cluster)).toMatchObject({
      status: "offline",
      topics: expect.any(Number),
      kafkaVersion: "4.3",
      error: { element: cluster, code: "UNREACHABLE" },
    });
  });

  test("a page that was never read, a change, and a cluster that was never seen say why in time", async () => {
    await expect(
      withinTime(() => listTopicConfigs(cluster, "fault.alone", ConfigListQuery.parse({}))),
    ).rejects.toMatchObject({ code: "UNREACHABLE" });
    await expect(
      withinTime(() =>
        createTopic(cluster, { name: "fault.never", partitions: 1, replicationFactor: 1, configs: {} }, false),
      ),
    ).rejects.toMatchObject({ code: "UNREACHABLE" });
    await expect(withinTime(() => describeOverview(unseen))).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(await withinTime(() => describeCluster(unseen))).toMatchObject({
      status: "offline",
      asOf: null,
      topics: null,
      error: { code: "UNREACHABLE" },
    });
  });

  test("all of it recovers by itself", async () => {
    await kafka.startBroker(1, 2, 3);
    await untilWhole();
    for (const [name, { errors }] of await readEvery()) expect(errors ?? [], name).toEqual([]);
    expect(await describeCluster(unseen, now())).toMatchObject({ status: "online", brokers: 3 });
  });
});
