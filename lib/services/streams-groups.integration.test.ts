import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { joinStreams, type StreamsMember } from "../../scripts/testing/streams-member.ts";
import { toolStreamsOffsets } from "../../scripts/testing/tools.ts";
import { GroupDetail, GroupListQuery, GroupPartitionListQuery } from "../api/groups.ts";
import { describeGroup } from "./group-detail.ts";
import { listGroupOffsets } from "./group-offsets.ts";
import { listGroups } from "./groups.ts";

const cluster = "kafka";
const [topic, group, memberId] = ["streams.orders", "streams-totals", "streams-totals-1"];
const now = () => ({ notBefore: Date.now() });
let kafka: LocalKafka;
let clients: TestClients;
let member: StreamsMember;

async function untilAssigned(): Promise<GroupDetail> {
  return vi.waitFor(
    async () => {
      await member.beat();
      const told = GroupDetail.parse(await describeGroup(cluster, group, now()));
      expect(told.members?.[0]?.assignments).toEqual([{ topic, partitions: [0, 1, 2] }]);
      return told;
    },
    { timeout: 20_000, interval: 200 },
  );
}

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 3, 3);
  for (const partition of [0, 1, 2]) await clients.write(topic, partition, 10);
  // The first group of a new cluster waits until there are coordinators.
  await vi.waitFor(() => clients.commit("first-of-all", topic, { 0: 0n }), { timeout: 40_000, interval: 500 });
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "off" });
  member = await joinStreams(kafka.brokers, group, memberId, topic);
});
afterAll(async () => {
  await stopProduct();
  await member.leave();
  // Other tests of this cluster look for the largest lags.
  await clients.admin.deleteGroups({ groups: [group] });
  await clients.admin.deleteTopics({ topics: [topic] });
  await clients.close();
});

describe("a streams group (KIP-1071)", () => {
  test("has a member that owns the partitions of its tasks' source topics", async () => {
    const detail = await untilAssigned();
    expect(detail).toMatchObject({ errors: [], group: { type: "streams" }, members: [{ memberId, partitions: 3 }] });
    expect((await listGroups(cluster, GroupListQuery.parse({ search: group }), now())).items).toMatchObject([
      { groupId: group, type: "streams", members: 1 },
    ]);
  });

  test("lags by what kafka-streams-groups.sh says", async () => {
    // Only the members of a group may commit while there are any.
    await member.leave();
    await clients.commit(group, topic, { 0: 10n, 1: 4n, 2: 0n });
    expect(await describeGroup(cluster, group, now())).toMatchObject({ group: { state: "Empty" }, members: [] });
    member = await joinStreams(kafka.brokers, group, memberId, topic);
    await untilAssigned();
    const query = GroupPartitionListQuery.parse({ sort: "partition" });
    const { items } = await listGroupOffsets(cluster, group, query, now());
    expect(items.map(({ lag }) => lag)).toEqual(["0", "6", "10"]);
    const told = await toolStreamsOffsets(kafka, group);
    expect(new Map(items.map((item) => [`${item.topic}-${item.partition}`, item.lag]))).toEqual(told);
  });
});
