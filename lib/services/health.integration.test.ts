import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testClients, type TestClients, type TestMember } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { GroupDetail, GroupList, GroupListQuery, TopicGroupListQuery } from "../api/groups.ts";
import { GroupHistory, GroupHistoryQuery } from "../api/history.ts";
import { Overview } from "../api/overview.ts";
import { historyOf, startHistory } from "./cluster-history.ts";
import { describeGroup } from "./group-detail.ts";
import { describeGroupHistory } from "./group-history.ts";
import { listGroups } from "./groups.ts";
import { describeOverview } from "./overview.ts";
import { listTopicGroups } from "./topic-groups.ts";

const cluster = "kafka";
const [long, short] = ["health.week", "health.hours"];
const second = 1000;
const minute = 60 * second;
const groups = ["slow", "steady", "stuck", "chasing", "doomed", "back"].map((name) => `health-${name}`);
const written = 200;

let kafka: LocalKafka;
let clients: TestClients;
const members = new Map<string, TestMember>();
let folder = "";
let began = 0;

// Samples are taken on an injected clock: minutes pass in milliseconds. Kafka takes no record from the future.
const fresh = () => ({ notBefore: Date.now() });
const statusOf = async (groupId: string) => GroupDetail.parse(await describeGroup(cluster, groupId, fresh()));

/** Ten seconds pass: records come, groups commit what they read by then, and a sample is taken. */
async function tick(number: number): Promise<void> {
  vi.setSystemTime(began + number * 10 * second);
  await Promise.all([clients.write(long, 0, written, 10), clients.write(short, 0, written, 10)]);
  for (const [group, member] of members) {
    const offset = reads(group, number);
    if (offset !== null) await member.commit(group === "health-doomed" ? short : long, { 0: offset });
  }
  await historyOf(cluster).sample();
}

function reads(group: string, number: number): bigint | null {
  const end = number * written;
  if (group === "health-slow" || group === "health-doomed") return BigInt(end / 2);
  if (group === "health-steady") return BigInt(end - written / 20);
  if (group === "health-stuck") return number === 3 ? BigInt(end) : null;
  // Stands for two minutes, then reads a quarter more than is written.
  if (group === "health-chasing") return BigInt(number < 15 ? written : written + (number - 14) * 1.25 * written);
  if (number === 30) return BigInt(end - written - 50);
  return BigInt(end);
}

async function startServer(): Promise<void> {
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_DATA: folder, HISTORY_TIERS: "10s:2h" });
  startHistory();
  // Its own beat is real time.
  historyOf(cluster).stop();
}

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await clients.create(long, 1, 3, { "retention.ms": String(7 * 24 * 60 * minute) });
  await clients.create(short, 1, 3, { "retention.ms": String(6 * 60 * minute) });
  folder = mkdtempSync(path.join(tmpdir(), "highwater-health-"));
  // The first group of a new cluster waits until there are coordinators.
  await vi.waitFor(() => clients.commit("first-of-all", long, { 0: 0n }), { timeout: 40_000, interval: 500 });
  const joined = groups.map(async (group) => {
    const topic = group === "health-doomed" ? short : long;
    members.set(group, await clients.join(group, `${group}-1`, [topic]));
  });
  await Promise.all(joined);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 60 * minute });
  began = Math.ceil(Date.now() / minute) * minute;
  vi.setSystemTime(began);
  await startServer();
}, 90_000);
afterAll(async () => {
  vi.useRealTimers();
  await stopProduct();
  rmSync(folder, { recursive: true, force: true });
  // Other tests of this cluster look for the largest lags.
  await clients.admin.deleteTopics({ topics: [long, short] });
  await clients.close();
});

describe("a group's health", () => {
  test("is from one look until two minutes are sampled", async () => {
    for (let number = 1; number <= 3; number++) await tick(number);
    expect(await statusOf("health-slow")).toMatchObject({ group: { status: "behind", evidence: null } });
    expect(await statusOf("health-back")).toMatchObject({ group: { status: "caught-up" } });
  });

  test("is told by how its lag and its commits moved", async () => {
    for (let number = 4; number <= 36; number++) await tick(number);
    const { items } = GroupList.parse(
      await listGroups(cluster, GroupListQuery.parse({ search: "health-", sort: "status" }), fresh()),
    );
    expect(items.map(({ groupId, status }) => [groupId, status])).toEqual([
      ["health-doomed", "at-risk"],
      ["health-stuck", "stalled"],
      ["health-slow", "falling-behind"],
      ["health-back", "went-back"],
      ["health-chasing", "catching-up"],
      ["health-steady", "healthy"],
    ]);
    expect(items[0]!.evidence).toEqual({ partitions: 1, judged: 1, spanMs: 350 * second });
  });

  test("carries its reasons: what is lost when, since when commits stand still, by how much they went back", async () => {
    const [doomed, stuck, back] = await Promise.all(
      ["doomed", "stuck", "back"].map((name) => statusOf(`health-${name}`)),
    );
    expect(doomed!.reasons.map(({ code }) => code)).toEqual(["AT_RISK", "FALLING_BEHIND"]);
    // Half of what is written is read, so what is unread ages by half a second a second.
    const lossMs = Number(doomed!.reasons[0]!.values["ms"]);
    expect(lossMs).toBeGreaterThan(11 * 60 * minute);
    expect(lossMs).toBeLessThan(12 * 60 * minute);
    expect(stuck!.reasons[0]).toMatchObject({
      code: "STALLED",
      values: { partitions: 1, topic: long, sinceAtLeast: 0 },
    });
    // Everything was read with the third sample; from the fourth on records wait.
    expect(Date.parse(stuck!.group.statusSince!) - began).toBeGreaterThanOrEqual(40 * second);
    expect(Date.parse(stuck!.group.statusSince!) - began).toBeLessThanOrEqual(70 * second);
    expect(back!.reasons[0]).toMatchObject({ code: "WENT_BACK", values: { partitions: 1, records: "50" } });
  });

  test("asks for attention on the overview, with since when", async () => {
    const { attention } = Overview.parse(await describeOverview(cluster, fresh()));
    const ours = attention.filter(({ name }) => name.startsWith("health-"));
    expect(ours.map(({ code, name, severity }) => [code, name, severity])).toEqual([
      ["GROUP_AT_RISK", "health-doomed", "crit"],
      ["GROUP_STALLED", "health-stuck", "warn"],
      ["GROUP_FALLING_BEHIND", "health-slow", "warn"],
      ["GROUP_WENT_BACK", "health-back", "warn"],
    ]);
    expect(ours.every(({ since }) => since !== null && Date.parse(since) >= began)).toBe(true);
  });

  test("on one topic's page is what it is there", async () => {
    const { items } = await listTopicGroups(cluster, short, TopicGroupListQuery.parse({}), fresh());
    expect(items.map(({ groupId, status }) => [groupId, status])).toEqual([["health-doomed", "at-risk"]]);
  });

  test("tells when a member left: as an event of the group, and as stopped", async () => {
    await members.get("health-doomed")!.leave();
    members.delete("health-doomed");
    await tick(37);
    const { events } = GroupHistory.parse(
      await describeGroupHistory(
        cluster,
        "health-doomed",
        GroupHistoryQuery.parse({ from: new Date(began).toISOString() }),
        fresh(),
      ),
    );
    expect(events).toContainEqual({
      at: expect.any(Number) as number,
      code: "members",
      kind: "group",
      name: "health-doomed",
      values: { left: 1, joined: 0, before: 1, now: 0, leftClients: "health-doomed-1", joinedClients: "" },
    });
    const { reasons } = await statusOf("health-doomed");
    expect(reasons.map(({ code }) => code)).toContain("STOPPED");
  });

  test("knows since when also after the server was started anew", async () => {
    const [stuck, doomed] = [await statusOf("health-stuck"), await statusOf("health-doomed")];
    await startServer();
    await tick(40);
    const stopped = await statusOf("health-doomed");
    expect(stopped.group).toMatchObject({ status: "stopped", evidence: null, statusSinceAtLeast: false });
    expect(Date.parse(stopped.group.statusSince!)).toBe(began + 37 * 10 * second);
    expect(Date.parse(doomed.group.statusSince!)).toBeLessThan(Date.parse(stopped.group.statusSince!));
    for (let number = 41; number <= 56; number++) await tick(number);
    const { group } = await statusOf("health-stuck");
    expect(group).toMatchObject({ status: "stalled", statusSince: stuck.group.statusSince });
    expect(group.evidence!.spanMs).toBeLessThan(3 * minute);
  });

  test("has an empty past when the group came since the last sample; one that nobody knows is not found", async () => {
    await clients.commit("health-newcomer", long, { 0: 1n });
    vi.setSystemTime(Date.now() + second);
    const historyOfGroup = (groupId: string) =>
      describeGroupHistory(cluster, groupId, GroupHistoryQuery.parse({}), fresh());
    expect(GroupHistory.parse(await historyOfGroup("health-newcomer"))).toMatchObject({ partitions: [], events: [] });
    await expect(historyOfGroup("health-nobody")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
