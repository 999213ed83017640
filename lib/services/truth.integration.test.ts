import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import {
  type GroupRow,
  type GroupStateRow,
  toolConfigs,
  toolController,
  toolGroupIds,
  toolGroupOffsets,
  toolGroupStates,
  toolLogSizes,
  toolOffsets,
  toolShareOffsets,
  toolTopics,
  type TopicRow,
} from "../../scripts/testing/tools.ts";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { BrokerDetail, BrokerList, BrokerListQuery } from "../api/brokers.ts";
import { ConfigList, ConfigListQuery, type ConfigSource } from "../api/configs.ts";
import {
  GroupDetail,
  GroupList,
  GroupListQuery,
  type GroupPartition,
  GroupPartitionList,
  GroupPartitionListQuery,
  TopicGroupList,
  TopicGroupListQuery,
} from "../api/groups.ts";
import { Overview } from "../api/overview.ts";
import {
  type Partition,
  PartitionList,
  PartitionListQuery,
  TopicDetail,
  TopicList,
  TopicListQuery,
} from "../api/topics.ts";
import { listBrokerConfigs } from "./broker-configs.ts";
import { describeBroker, listBrokers } from "./brokers.ts";
import { describeCluster } from "./clusters.ts";
import { describeGroup } from "./group-detail.ts";
import { listGroupOffsets } from "./group-offsets.ts";
import { listGroups } from "./groups.ts";
import { describeOverview } from "./overview.ts";
import { listPartitions } from "./partitions.ts";
import { search } from "./search.ts";
import { listTopicConfigs } from "./topic-configs.ts";
import { describeTopic } from "./topic-detail.ts";
import { listTopicGroups } from "./topic-groups.ts";
import { listTopics } from "./topics.ts";

const cluster = "kafka";
const now = () => ({ notBefore: Date.now() });

// Each topic stands for one situation; "truth.pair" and "truth_pair" could not both exist.
const partitionsOf = {
  "truth.plain": 6,
  "truth.deleted": 3,
  "truth.beyond": 2,
  "truth.open": 2,
  "truth.compact": 2,
  "truth.empty": 3,
  "truth.hot": 4,
  "truth.shared": 2,
};
type TopicName = keyof typeof partitionsOf;
const topics = Object.keys(partitionsOf) as TopicName[];

let kafka: LocalKafka;
let clients: TestClients;
let endTransaction: () => Promise<void>;
let tool: {
  groups: GroupRow[];
  groupIds: string[];
  states: GroupStateRow[];
  topics: TopicRow[];
  ends: Map<string, string>;
  starts: Map<string, string>;
  sizes: Map<number, Map<string, number>>;
  shared: Map<string, { start: string; lag: string }>;
  controller: number;
  topicConfigs: Awaited<ReturnType<typeof toolConfigs>>;
  brokerConfigs: Awaited<ReturnType<typeof toolConfigs>>;
};
let sizesBefore: Map<number, bigint>;

async function writeScene(): Promise<void> {
  const { create, write, deleteBelow, commit } = clients;
  await Promise.all(
    topics.map((name) =>
      create(
        name,
        partitionsOf[name],
        3,
        name === "truth.compact"
          ? { "cleanup.policy": "compact,delete", "retention.ms": "3600000", "segment.bytes": "1048576" }
          : {},
      ),
    ),
  );
  await Promise.all([
    ...[0, 1, 2, 3, 4, 5].map((partition) =>
      write("truth.plain", partition, 20 * (partition + 1), 100 * (partition + 1)),
    ),
    ...[0, 1, 2].map((partition) => write("truth.deleted", partition, 100)),
    ...[0, 1].map((partition) => write("truth.beyond", partition, 10)),
    ...[0, 1].map((partition) => write("truth.open", partition, 10)),
    ...[0, 1].map((partition) => write("truth.compact", partition, 30)),
    ...[0, 1].map((partition) => write("truth.shared", partition, 25)),
    ...[0, 1, 2, 3].map((partition) => write("truth.hot", partition, partition === 2 ? 1000 : 10)),
  ]);
  endTransaction = await clients.writeOpen("truth.open", 0, 5);
  await deleteBelow("truth.deleted", { 0: 60n, 1: 60n, 2: 100n });
  await Promise.all([
    commit("truth-classic", "truth.plain", { 0: 20n, 1: 35n, 2: 0n, 3: 1n, 4: 99n }),
    commit("truth-new", "truth.plain", { 0: 7n, 5: 119n }),
    commit("truth-partial", "truth.plain", { 0: 5n, 1: 40n }),
    commit("truth-lost", "truth.deleted", { 0: 25n, 1: 60n, 2: 75n }),
    commit("truth-beyond", "truth.beyond", { 0: 15n, 1: 4n }),
    commit("truth-open", "truth.open", { 0: 8n, 1: 10n }),
    commit("truth-compact", "truth.compact", { 0: 12n, 1: 30n }),
  ]);
  await commit("truth-many", "truth.plain", { 1: 1n });
  await commit("truth-many", "truth.beyond", { 0: 9n });
}

async function joinGroups(): Promise<void> {
  await Promise.all([
    clients.join("truth-classic", "classic-1", ["truth.plain"]),
    clients.join("truth-new", "new-1", ["truth.plain"], "consumer"),
    clients.join("truth-new", "new-2", ["truth.plain"], "consumer"),
  ]);
  await clients.join("truth-classic", "classic-2", ["truth.plain"]);
}

// A share group is made by Kafka's own consumer: it acknowledges 30 of the 50 records and leaves.
async function shareRecords(): Promise<void> {
  const configs = [{ name: "share.auto.offset.reset", configOperation: 0 as const, value: "earliest" }];
  await clients.admin.incrementalAlterConfigs({
    resources: [{ resourceType: 32, resourceName: "truth-share", configs }],
    validateOnly: false,
  });
  await kafka.tool("org.apache.kafka.tools.consumer.ConsoleShareConsumer", [
    "--topic",
    "truth.shared",
    "--group",
    "truth-share",
    "--max-messages",
    "30",
    "--timeout-ms",
    "20000",
  ]);
}

async function brokerSizes(): Promise<Map<number, bigint>> {
  const { items } = await listBrokers(cluster, BrokerListQuery.parse({}), now());
  return new Map(items.map(({ brokerId, logSizeBytes }) => [brokerId, BigInt(logSizeBytes!)]));
}

async function ownersSettled(): Promise<void> {
  for (const group of ["truth-classic", "truth-new"]) {
    const { members, group: row } = await describeGroup(cluster, group, now());
    expect(row.state).toBe("Stable");
    expect(members!.map(({ partitions }) => partitions).toSorted()).toEqual([3, 3]);
  }
}

beforeAll(async () => {
  kafka = await testKafka();
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  clients = testClients(kafka.bootstrap);
  await writeScene();
  await Promise.all([joinGroups(), shareRecords()]);
  await vi.waitFor(ownersSettled, { timeout: 20_000, interval: 100 });
  sizesBefore = await brokerSizes();
  const [groups, groupIds, states, described, ends, starts, sizes, shared, controller, topicConfigs, brokerConfigs] =
    await Promise.all([
      toolGroupOffsets(kafka),
      toolGroupIds(kafka),
      toolGroupStates(kafka),
      toolTopics(kafka),
      toolOffsets(kafka, "-1"),
      toolOffsets(kafka, "-2"),
      toolLogSizes(kafka),
      toolShareOffsets(kafka, "truth-share"),
      toolController(kafka),
      toolConfigs(kafka, "topics", "truth.compact"),
      toolConfigs(kafka, "brokers", "2"),
    ]);
  tool = {
    groups,
    groupIds,
    states,
    topics: described,
    ends,
    starts,
    sizes,
    shared,
    controller,
    topicConfigs,
    brokerConfigs,
  };
});

afterAll(async () => {
  await endTransaction();
  await clients.close();
  await clients.admin.close();
  await stopProduct();
});

async function offsetsOf(group: string): Promise<GroupPartition[]> {
  const list = await listGroupOffsets(cluster, group, GroupPartitionListQuery.parse({ pageSize: 500 }));
  expect(GroupPartitionList.parse(list)).toEqual(list);
  expect(list.errors).toEqual([]);
  return list.items;
}

async function rowsOf(topic: TopicName): Promise<Partition[]> {
  const list = await listPartitions(cluster, topic, PartitionListQuery.parse({}));
  expect(PartitionList.parse(list)).toEqual(list);
  expect(list.errors).toEqual([]);
  return list.items;
}

async function idsOf(query: Record<string, string>): Promise<string[]> {
  const { items } = await listGroups(cluster, GroupListQuery.parse({ search: "truth-", ...query }));
  return items.map(({ groupId }) => groupId);
}

async function topicNames(query: Record<string, string>): Promise<string[]> {
  const { items } = await listTopics(cluster, TopicListQuery.parse({ search: "truth.", ...query }));
  return items.map(({ name }) => name);
}

const groups = [
  "truth-classic",
  "truth-new",
  "truth-partial",
  "truth-lost",
  "truth-beyond",
  "truth-open",
  "truth-compact",
  "truth-many",
];

describe("a group's partitions, against kafka-consumer-groups.sh --describe", () => {
  const exact = ["truth-classic", "truth-new", "truth-compact", "truth-many"];

  test.each(groups)(
    "%s: committed, end, owner, host and client of every partition that the tool prints",
    async (group) => {
      const ours = new Map((await offsetsOf(group)).map((row) => [`${row.topic}-${row.partition}`, row]));
      const printed = tool.groups.filter((row) => row.group === group);
      expect(printed.length).toBeGreaterThan(0);
      for (const row of printed) {
        expect(ours.get(`${row.topic}-${row.partition}`)).toMatchObject({
          committedOffset: row.committed,
          endOffset: row.end,
          memberId: row.memberId,
          host: row.host,
          clientId: row.clientId,
        });
      }
    },
  );

  test.each(exact)("%s: the lag is the tool's", async (group) => {
    const ours = new Map((await offsetsOf(group)).map(({ topic, partition, lag }) => [`${topic}-${partition}`, lag]));
    const printed = tool.groups.filter((row) => row.group === group);
    expect(printed.map(({ topic, partition }) => ours.get(`${topic}-${partition}`))).toEqual(
      printed.map(({ lag }) => lag),
    );
  });

  test("live members: both protocols tell every partition, those without a commit too, as the tool does", async () => {
    for (const group of ["truth-classic", "truth-new"]) {
      const ours = await offsetsOf(group);
      expect(ours.map(({ partition }) => partition)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(tool.groups.filter((row) => row.group === group)).toHaveLength(6);
    }
    const withoutCommit = (await offsetsOf("truth-classic"))[5]!;
    expect(withoutCommit).toMatchObject({
      committedOffset: null,
      lag: null,
      lost: null,
      anomalies: ["no-commit"],
      endOffset: "120",
    });
    expect(tool.groups.find((row) => row.group === "truth-classic" && row.partition === 5)).toMatchObject({
      committed: null,
      lag: null,
    });
  });

  test("a group without members: the tool leaves out what was never committed, we tell it", async () => {
    const ours = await offsetsOf("truth-partial");
    expect(tool.groups.filter((row) => row.group === "truth-partial").map(({ partition }) => partition)).toEqual([
      0, 1,
    ]);
    expect(ours.map(({ partition, lag, anomalies }) => ({ partition, lag, anomalies }))).toEqual([
      { partition: 0, lag: "15", anomalies: [] },
      { partition: 1, lag: "0", anomalies: [] },
      ...[2, 3, 4, 5].map((partition) => ({ partition, lag: null, anomalies: ["no-commit"] })),
    ]);
  });

  test("a commit below the log start: the tool counts deleted records as lag, we as lost", async () => {
    const ours = await offsetsOf("truth-lost");
    expect(ours.map(({ logStartOffset, lag, lost, anomalies }) => ({ logStartOffset, lag, lost, anomalies }))).toEqual([
      { logStartOffset: "60", lag: "40", lost: "35", anomalies: ["below-log-start"] },
      { logStartOffset: "60", lag: "40", lost: "0", anomalies: [] },
      { logStartOffset: "100", lag: "0", lost: "25", anomalies: ["below-log-start"] },
    ]);
    const printed = tool.groups.filter((row) => row.group === "truth-lost");
    expect(printed.map(({ lag }) => lag)).toEqual(["75", "40", "25"]);
    expect(printed.map(({ lag }) => BigInt(lag!))).toEqual(ours.map(({ lag, lost }) => BigInt(lag!) + BigInt(lost!)));
  });

  test("a commit beyond the end: the tool prints a negative lag, we 0 and why", async () => {
    const ours = await offsetsOf("truth-beyond");
    expect(ours.map(({ lag, lost, anomalies }) => ({ lag, lost, anomalies }))).toEqual([
      { lag: "0", lost: "0", anomalies: ["beyond-end"] },
      { lag: "6", lost: "0", anomalies: [] },
    ]);
    expect(tool.groups.filter((row) => row.group === "truth-beyond").map(({ lag }) => lag)).toEqual(["-5", "6"]);
  });

  test("an open transaction: the lag is the tool's, to the high watermark; the last stable offset stands beside it", async () => {
    const ours = await offsetsOf("truth-open");
    expect(
      ours.map(({ lastStableOffset, endOffset, lag, lagAtMost, anomalies }) => ({
        lastStableOffset,
        endOffset,
        lag,
        lagAtMost,
        anomalies,
      })),
    ).toEqual([
      { lastStableOffset: "10", endOffset: "15", lag: "7", lagAtMost: true, anomalies: ["open-transaction"] },
      { lastStableOffset: "10", endOffset: "10", lag: "0", lagAtMost: false, anomalies: [] },
    ]);
    expect(tool.groups.filter((row) => row.group === "truth-open").map(({ lag }) => lag)).toEqual(["7", "0"]);
  });

  test("on a compacted topic the lag is at most what it says", async () => {
    expect((await offsetsOf("truth-compact")).map(({ lag, lagAtMost }) => ({ lag, lagAtMost }))).toEqual([
      { lag: "18", lagAtMost: true },
      { lag: "0", lagAtMost: true },
    ]);
  });

  test("a share group: start offset and lag are those of kafka-share-groups.sh", async () => {
    const ours = await offsetsOf("truth-share");
    expect(
      new Map(
        ours.map(({ topic, partition, committedOffset, lag }) => [
          `${topic}-${partition}`,
          { start: committedOffset, lag },
        ]),
      ),
    ).toEqual(tool.shared);
    expect(ours.reduce((sum, { lag }) => sum + Number(lag), 0)).toBe(20);
  });
});

describe("groups, against kafka-consumer-groups.sh --describe --state", () => {
  test.each(groups)("%s: state, coordinator, members, assignor", async (group) => {
    const detail = await describeGroup(cluster, group);
    expect(GroupDetail.parse(detail)).toEqual(detail);
    const { state, coordinator, members, assignor } = tool.states.find((row) => row.group === group)!;
    expect(detail.group).toMatchObject({ state, coordinator, members });
    expect(detail.protocol).toBe(assignor);
    expect(detail.errors).toEqual([]);
  });

  test("the list holds every group that the tool lists, with types, lags that are the sums of its partitions, and the share group", async () => {
    const list = await listGroups(cluster, GroupListQuery.parse({ search: "truth-", pageSize: 500 }));
    expect(GroupList.parse(list)).toEqual(list);
    expect(list.items.map(({ groupId }) => groupId)).toEqual([...groups, "truth-share"].toSorted());
    expect(list.totals.groups).toBe(tool.groupIds.length + 1);
    const shown = Object.fromEntries(
      list.items.map(({ groupId, type, status, lag, lost, partitionsWithoutCommit, partitions }) => [
        groupId,
        { type, status, lag, lost, partitionsWithoutCommit, partitions },
      ]),
    );
    expect(shown).toEqual({
      "truth-beyond": {
        type: "classic",
        status: "stopped",
        lag: "6",
        lost: "0",
        partitionsWithoutCommit: 0,
        partitions: 2,
      },
      "truth-classic": {
        type: "classic",
        status: "behind",
        lag: "145",
        lost: "0",
        partitionsWithoutCommit: 1,
        partitions: 6,
      },
      "truth-compact": {
        type: "classic",
        status: "stopped",
        lag: "18",
        lost: "0",
        partitionsWithoutCommit: 0,
        partitions: 2,
      },
      "truth-lost": {
        type: "classic",
        status: "losing-records",
        lag: "80",
        lost: "60",
        partitionsWithoutCommit: 0,
        partitions: 3,
      },
      "truth-many": {
        type: "classic",
        status: "stopped",
        lag: "40",
        lost: "0",
        partitionsWithoutCommit: 6,
        partitions: 8,
      },
      "truth-new": {
        type: "consumer",
        status: "behind",
        lag: "14",
        lost: "0",
        partitionsWithoutCommit: 4,
        partitions: 6,
      },
      "truth-open": {
        type: "classic",
        status: "stopped",
        lag: "7",
        lost: "0",
        partitionsWithoutCommit: 0,
        partitions: 2,
      },
      "truth-partial": {
        type: "classic",
        status: "stopped",
        lag: "15",
        lost: "0",
        partitionsWithoutCommit: 4,
        partitions: 6,
      },
      "truth-share": {
        type: "share",
        status: "stopped",
        lag: "20",
        lost: "0",
        partitionsWithoutCommit: 0,
        partitions: 2,
      },
    });
  });

  test("a group's page sums what its partitions say, by topic and by member", async () => {
    const many = await describeGroup(cluster, "truth-many");
    expect(
      many.topics.map(({ topic, lag, partitions, partitionsWithoutCommit }) => ({
        topic,
        lag,
        partitions,
        partitionsWithoutCommit,
      })),
    ).toEqual([
      { topic: "truth.beyond", lag: "1", partitions: 2, partitionsWithoutCommit: 1 },
      { topic: "truth.plain", lag: "39", partitions: 6, partitionsWithoutCommit: 5 },
    ]);
    const rows = await offsetsOf("truth-classic");
    const { members } = await describeGroup(cluster, "truth-classic");
    for (const member of members!) {
      const owned = rows.filter(({ memberId }) => memberId === member.memberId);
      expect(member.assignments).toEqual([
        { topic: "truth.plain", partitions: owned.map(({ partition }) => partition) },
      ]);
      expect(member.lag).toBe(String(owned.reduce((sum, { lag }) => sum + BigInt(lag ?? 0), 0n)));
    }
  });

  test("a topic's groups are those that read it, with their figures on that topic alone", async () => {
    const list = await listTopicGroups(cluster, "truth.plain", TopicGroupListQuery.parse({}));
    expect(TopicGroupList.parse(list)).toEqual(list);
    expect(list.items.map(({ groupId, lag }) => [groupId, lag])).toEqual([
      ["truth-classic", "145"],
      ["truth-many", "39"],
      ["truth-partial", "15"],
      ["truth-new", "14"],
    ]);
  });

  test("filters and orders are worked out over all groups", async () => {
    expect(await idsOf({ type: "consumer" })).toEqual(["truth-new"]);
    expect(await idsOf({ state: "Stable" })).toEqual(["truth-classic", "truth-new"]);
    expect(await idsOf({ topic: "truth.beyond" })).toEqual(["truth-beyond", "truth-many"]);
    expect(await idsOf({ sort: "-lag", pageSize: "3" })).toEqual(["truth-classic", "truth-lost", "truth-many"]);
    expect(await idsOf({ sort: "-lag", pageSize: "3", page: "2" })).toEqual([
      "truth-share",
      "truth-compact",
      "truth-partial",
    ]);
    expect((await idsOf({ sort: "status" })).at(0)).toBe("truth-lost");
    expect(await idsOf({ attention: "false" })).toEqual(["truth-classic", "truth-new"]);
    expect(await idsOf({ search: "TRUTH-C" })).toEqual(["truth-classic", "truth-compact"]);
  });

  test("an unknown group is not found, and a mistyped one has a closest name", async () => {
    await expect(describeGroup(cluster, "nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listGroups(cluster, GroupListQuery.parse({ search: "truth-clasic" }))).toMatchObject({
      total: 0,
      closest: "truth-classic",
    });
  });
});

describe("topics, against kafka-topics.sh, kafka-get-offsets.sh and kafka-log-dirs.sh", () => {
  test.each(topics)("%s: leader, replicas, in-sync replicas, offsets and the size of every replica", async (topic) => {
    const ours = await rowsOf(topic);
    const printed = tool.topics.filter((row) => row.topic === topic);
    expect(ours).toHaveLength(partitionsOf[topic]);
    for (const row of printed) {
      const partition = ours[row.partition]!;
      const id = `${topic}-${row.partition}`;
      expect(partition).toMatchObject({
        leader: row.leader,
        replicas: row.replicas,
        preferredLeader: row.replicas[0],
        logStartOffset: tool.starts.get(id),
        highWatermark: tool.ends.get(id),
      });
      expect(partition.isr.toSorted()).toEqual(row.isr.toSorted());
      const sizes = [...tool.sizes].map(([brokerId, logs]) => [brokerId, String(logs.get(id))]);
      expect(partition.replicaSizes.map(({ brokerId, sizeBytes }) => [brokerId, sizeBytes]).toSorted()).toEqual(
        sizes.toSorted(),
      );
      expect(partition.sizeBytes).toBe(String(tool.sizes.get(row.leader!)!.get(id)));
    }
  });

  test("the last stable offset stays behind the high watermark while a transaction is open", async () => {
    expect(
      (await rowsOf("truth.open")).map(({ lastStableOffset, highWatermark, messages }) => [
        lastStableOffset,
        highWatermark,
        messages,
      ]),
    ).toEqual([
      ["10", "15", "15"],
      ["10", "10", "10"],
    ]);
  });

  test.each(topics)("%s: the row adds up its partitions", async (topic) => {
    const { topic: row, ...detail } = await describeTopic(cluster, topic);
    expect(TopicDetail.parse({ topic: row, ...detail })).toEqual({ topic: row, ...detail });
    const ids = Array.from({ length: partitionsOf[topic] }, (_, partition) => `${topic}-${partition}`);
    const messages = ids.reduce((sum, id) => sum + Number(tool.ends.get(id)) - Number(tool.starts.get(id)), 0);
    const replicas = [...tool.sizes.values()].reduce(
      (sum, logs) => sum + ids.reduce((all, id) => all + logs.get(id)!, 0),
      0,
    );
    const leaders = tool.topics
      .filter((printed) => printed.topic === topic)
      .reduce((sum, { leader, partition }) => sum + tool.sizes.get(leader!)!.get(`${topic}-${partition}`)!, 0);
    expect(row).toMatchObject({
      partitions: partitionsOf[topic],
      replicationFactor: 3,
      messages: String(messages),
      sizeBytes: String(leaders),
      sizeWithReplicasBytes: String(replicas),
      underReplicatedPartitions: 0,
      offlinePartitions: 0,
      unknown: {},
    });
    expect(detail.errors).toEqual([]);
    expect(detail.replicas).toEqual({ total: partitionsOf[topic] * 3, inSync: partitionsOf[topic] * 3 });
    expect(detail.racks).toEqual({ used: 3, known: 3 });
  });

  test("a hot partition is found, and no other topic is called hot", async () => {
    const { items } = await listTopics(cluster, TopicListQuery.parse({ search: "truth." }));
    expect(items.filter(({ hotPartition }) => hotPartition !== null).map(({ name }) => name)).toEqual(["truth.hot"]);
    const hot = items.find(({ name }) => name === "truth.hot")!;
    expect(hot.status).toBe("hot-partition");
    expect(hot.hotPartition).toMatchObject({ partition: 2, timesMean: expect.closeTo((1000 / 1030) * 4, 3) });
  });

  test("the list holds exactly the topics of the tool, and its totals count them", async () => {
    const list = await listTopics(cluster, TopicListQuery.parse({ pageSize: "500", include: "totals" }));
    expect(TopicList.parse(list)).toEqual(list);
    expect(list.items.map(({ name }) => name)).toEqual([...new Set(tool.topics.map(({ topic }) => topic))].toSorted());
    expect(list.totals).toMatchObject({ topics: list.total, partitions: tool.topics.length, underReplicated: 0 });
    expect(list.totals.empty).toBe(list.items.filter(({ messages }) => messages === "0").length);
    expect(list.totals.compacted).toBe(
      list.items.filter(({ cleanupPolicy }) => cleanupPolicy.includes("compact")).length,
    );
    expect(list.items.filter(({ internal }) => internal).map(({ name }) => name)).toContain("__consumer_offsets");
  });

  test("searches, filters, orders and pages are worked out over all topics", async () => {
    expect(await topicNames({ search: "truth. cleanup.policy=compact" })).toEqual(["truth.compact"]);
    expect(await topicNames({ search: "truth. retention.ms=3600000" })).toEqual(["truth.compact"]);
    expect(await topicNames({ compacted: "true" })).toEqual(["truth.compact"]);
    expect(await topicNames({ empty: "true" })).toEqual(["truth.empty"]);
    expect(await topicNames({ attention: "true" })).toEqual(["truth.hot"]);
    expect(await topicNames({ sort: "-messages", pageSize: "2" })).toEqual(["truth.hot", "truth.plain"]);
    expect(await topicNames({ sort: "-messages", pageSize: "2", page: "2" })).toEqual([
      "truth.deleted",
      "truth.compact",
    ]);
    expect(await topicNames({ sort: "-largestLag", pageSize: "1" })).toEqual(["truth.plain"]);
    expect(await topicNames({ search: "", internal: "true", sort: "-name", pageSize: "500" })).toContain(
      "__transaction_state",
    );
    expect(await topicNames({ page: "99", pageSize: "3" })).toEqual(["truth.plain", "truth.shared"]);
  });

  test("readers of a topic are counted, with the largest lag among them", async () => {
    const { items } = await listTopics(cluster, TopicListQuery.parse({ search: "truth.", include: "readers" }));
    const readers = Object.fromEntries(items.map(({ name, groups: count, largestLag }) => [name, [count, largestLag]]));
    expect(readers).toMatchObject({
      "truth.plain": [4, "145"],
      "truth.beyond": [2, "6"],
      "truth.empty": [0, null],
      "truth.hot": [0, null],
    });
  });
});

const sourceWords: Record<string, ConfigSource> = {
  DYNAMIC_TOPIC_CONFIG: "topic",
  DYNAMIC_BROKER_CONFIG: "dynamic-broker",
  DYNAMIC_DEFAULT_BROKER_CONFIG: "dynamic-cluster",
  STATIC_BROKER_CONFIG: "static-broker",
  DEFAULT_CONFIG: "default",
};

describe("settings, against kafka-configs.sh --describe --all", () => {
  test("a topic's: every setting, its value and where it comes from", async () => {
    const list = await listTopicConfigs(cluster, "truth.compact", ConfigListQuery.parse({}));
    expect(ConfigList.parse(list)).toEqual(list);
    expect(list.items.map(({ name, value }) => [name, value])).toEqual(
      [...tool.topicConfigs].map(([name, { value }]) => [name, value]).toSorted(),
    );
    for (const { name, source } of list.items)
      expect(source, name).toBe(sourceWords[tool.topicConfigs.get(name)!.source ?? "DEFAULT_CONFIG"]);
    const own = await listTopicConfigs(cluster, "truth.compact", ConfigListQuery.parse({ overridden: "true" }));
    expect(own.items.map(({ name, defaultValue }) => [name, defaultValue])).toEqual([
      ["cleanup.policy", "delete"],
      ["retention.ms", "604800000"],
      ["segment.bytes", "1073741824"],
    ]);
  });

  test("a broker's: every setting, its value and where it comes from; a sensitive one has no value", async () => {
    const list = await listBrokerConfigs(cluster, 2, ConfigListQuery.parse({}));
    expect(list.items.map(({ name }) => name)).toEqual([...tool.brokerConfigs.keys()].toSorted());
    for (const { name, value, source, sensitive } of list.items) {
      const printed = tool.brokerConfigs.get(name)!;
      expect({ name, sensitive, value: sensitive ? null : value }).toEqual({
        name,
        sensitive: printed.sensitive,
        value: printed.sensitive ? null : printed.value,
      });
      expect(value === null || !sensitive, name).toBe(true);
      if (printed.source !== null) expect(source, name).toBe(sourceWords[printed.source]);
    }
  });

  test("each setting of a topic has a type and an explanation without markup", async () => {
    const { items } = await listTopicConfigs(cluster, "truth.plain", ConfigListQuery.parse({}));
    expect(items.filter(({ type }) => type === "unknown")).toEqual([]);
    expect(items.filter(({ documentation }) => documentation === null || /<\w|&\w+;/.test(documentation))).toEqual([]);
  });
});

describe("brokers and the cluster, against kafka-metadata-quorum.sh, kafka-log-dirs.sh and kafka-topics.sh", () => {
  test("the controller is the quorum's leader, everywhere it is named", async () => {
    const { controllerId, items } = await listBrokers(cluster, BrokerListQuery.parse({}));
    expect(controllerId).toBe(tool.controller);
    expect(items.filter(({ controller }) => controller).map(({ brokerId }) => brokerId)).toEqual([tool.controller]);
    expect((await describeOverview(cluster)).controllerId).toBe(tool.controller);
  });

  test("leaders, replicas and racks of each broker are the tool's", async () => {
    const list = await listBrokers(cluster, BrokerListQuery.parse({}));
    expect(BrokerList.parse(list)).toEqual(list);
    for (const { brokerId, ...broker } of list.items) {
      expect(broker).toMatchObject({
        rack: `zone-${"abc"[brokerId - 1]}`,
        host: "127.0.0.1",
        port: kafka.brokers[brokerId - 1]!.port,
        status: "up",
        leaders: tool.topics.filter(({ leader }) => leader === brokerId).length,
        replicas: tool.topics.filter(({ replicas }) => replicas.includes(brokerId)).length,
        inSyncReplicas: tool.topics.filter(({ isr }) => isr.includes(brokerId)).length,
        preferredLeaders: tool.topics.filter(({ replicas }) => replicas[0] === brokerId).length,
      });
    }
  });

  test("each broker's log size lies between two of our readings around the tool's", async () => {
    const after = await brokerSizes();
    for (const [brokerId, logs] of tool.sizes) {
      const printed = BigInt([...logs.values()].reduce((sum, size) => sum + size, 0));
      expect(printed).toBeGreaterThanOrEqual(sizesBefore.get(brokerId)!);
      expect(printed).toBeLessThanOrEqual(after.get(brokerId)!);
    }
  });

  test("a broker's page: its version, its log directory, its largest replica", async () => {
    const detail = await describeBroker(cluster, 1);
    expect(BrokerDetail.parse(detail)).toEqual(detail);
    expect(detail.kafkaVersion).toBe("4.3");
    expect(detail.logDirs).toMatchObject([{ error: null, replicas: tool.sizes.get(1)!.size }]);
    const largest = [...tool.sizes.get(1)!]
      .filter(([name]) => name.startsWith("truth."))
      .toSorted((a, b) => b[1] - a[1])[0]!;
    const shown = detail.largestReplicas.find(({ topic }) => topic.startsWith("truth."))!;
    expect([`${shown.topic}-${shown.partition}`, shown.sizeBytes]).toEqual([largest[0], String(largest[1])]);
  });

  test("the overview counts what the tools count, and lists what asks for attention", async () => {
    const overview = await describeOverview(cluster);
    expect(Overview.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject({
      kafkaVersion: "4.3",
      brokersUp: 3,
      brokersKnown: 3,
      topics: new Set(tool.topics.map(({ topic }) => topic)).size,
      partitions: tool.topics.length,
      underReplicatedPartitions: 0,
      offlinePartitions: 0,
      unknownPartitions: 0,
      groups: tool.groupIds.length + 1,
      quorum: { voters: 3, votersInStep: 3, observers: 0 },
      errors: [],
    });
    const found = overview.attention
      .filter(({ name }) => name.startsWith("truth"))
      .map(({ code, name, values }) => [code, name, values]);
    expect(found).toEqual([
      ["GROUP_LOST_RECORDS", "truth-lost", { records: "60" }],
      ["GROUP_STOPPED", "truth-many", { records: "40" }],
      ["GROUP_STOPPED", "truth-share", { records: "20" }],
      ["GROUP_STOPPED", "truth-compact", { records: "18" }],
      ["GROUP_STOPPED", "truth-partial", { records: "15" }],
      ["GROUP_STOPPED", "truth-open", { records: "7" }],
      ["GROUP_STOPPED", "truth-beyond", { records: "6" }],
      ["HOT_PARTITION", "truth.hot", expect.anything()],
    ]);
    expect(overview.largestLags[0]).toMatchObject({ groupId: "truth-classic", lag: "145" });
  });

  test("the cluster's summary says the same", async () => {
    expect(await describeCluster(cluster)).toMatchObject({
      status: "online",
      kafkaVersion: "4.3",
      kafkaClusterId: kafka.clusterId,
      brokers: 3,
      brokersMissing: [],
      partitions: tool.topics.length,
      groups: tool.groupIds.length + 1,
      error: null,
    });
  });

  test("a search finds topics, groups and brokers by a part of their names", async () => {
    const { items } = await search(cluster, { q: "TRUTH", limit: 50 });
    expect(items.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual(
      [
        ...topics.map((name) => `topic ${name}`),
        ...[...groups, "truth-share"].map((name) => `group ${name}`),
      ].toSorted(),
    );
    expect((await search(cluster, { q: String(kafka.brokers[1]!.port), limit: 5 })).items).toMatchObject([
      { kind: "broker", name: "2" },
    ]);
  });
});
