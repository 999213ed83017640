import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { GET } from "../../app/metrics/route.ts";
import { Recent } from "../history/recent.ts";
import type { Condition } from "../history/store.ts";
import { roundOf } from "../history/testing.ts";
import type { Totals } from "../history/totals.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const holder = globalThis as { highwaterRuntime?: unknown; highwaterHistories?: unknown };
const none: Omit<Totals, "at"> = { since: null, topic: new Map(), group: new Map(), broker: new Map() };

function put(recent: Recent, metrics = true, conditions: Condition[] = []): void {
  const metadata = { peek: () => ({ brokers: [{}, {}, {}] }) };
  const state = { config: { id: "kafka", name: "The cluster" }, metadata };
  const clusters = new Map([["kafka", state]]);
  holder.highwaterRuntime = { env: { metrics, clusterLabel: "cluster" }, clusters };
  holder.highwaterHistories = { clusters: new Map([["kafka", { recent, since: { conditions }, everyMs: 10_000 }]]) };
}

async function lines(): Promise<string[]> {
  const text = await (await GET()).text();
  const told = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return told.map((line) =>
    line.replace('cluster_name="The cluster",cluster="kafka"', "").replace("{,", "{").replace("{}", ""),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  delete holder.highwaterRuntime;
  delete holder.highwaterHistories;
});

const told = {
  topics: { orders: [[2, 12], null, [0, 0]] as ([number, number] | null)[] },
  leaders: { orders: [3, -1, 1] },
  groups: { 'a "b"': { orders: [6, 7, 0] }, old: { orders: [1], gone: [4] } },
};

test("every known value has a line under the names of both exporters; what is not known has none", async () => {
  const recent = new Recent();
  recent.add(roundOf(noon - 4000, { topics: { orders: [[2, 4], null, [0, 0]] } }), { ...none, at: noon - 4000 });
  recent.add(roundOf(noon, told), { ...none, at: noon });
  put(recent);
  const group = 'group="a \\"b\\"",topic="orders"';
  const consumer = 'consumergroup="a \\"b\\"",topic="orders"';
  expect((await lines()).toSorted()).toEqual(
    [
      `highwater_last_sample_timestamp_seconds ${noon / 1000}`,
      "kafka_brokers 3",
      'kafka_topic_partitions{topic="orders"} 3',
      ...["kafka_topic_partition_current_offset", "kafka_partition_latest_offset"].flatMap((name) => [
        `${name}{topic="orders",partition="0"} 12`,
        `${name}{topic="orders",partition="2"} 0`,
      ]),
      ...["kafka_topic_partition_oldest_offset", "kafka_partition_earliest_offset"].flatMap((name) => [
        `${name}{topic="orders",partition="0"} 2`,
        `${name}{topic="orders",partition="2"} 0`,
      ]),
      'kafka_topic_partition_leader{topic="orders",partition="0"} 3',
      'kafka_topic_partition_leader{topic="orders",partition="2"} 1',
      ...[
        ["kafka_consumergroup_current_offset", "consumergroup"],
        ["kafka_consumergroup_group_offset", "group"],
      ].flatMap(([name, label]) => [
        `${name}{${label}="a \\"b\\"",topic="orders",partition="0"} 6`,
        `${name}{${label}="a \\"b\\"",topic="orders",partition="1"} 7`,
        `${name}{${label}="a \\"b\\"",topic="orders",partition="2"} 0`,
        `${name}{${label}="old",topic="orders",partition="0"} 1`,
        `${name}{${label}="old",topic="gone",partition="0"} 4`,
      ]),
      ...[
        ["kafka_consumergroup_lag", "consumergroup"],
        ["kafka_consumergroup_group_lag", "group"],
      ].flatMap(([name, label]) => [
        `${name}{${label}="a \\"b\\"",topic="orders",partition="0"} 6`,
        `${name}{${label}="a \\"b\\"",topic="orders",partition="2"} 0`,
        `${name}{${label}="old",topic="orders",partition="0"} 10`,
      ]),
      // The end was 4 four seconds ago and is 12: it was 6 three seconds ago. It was 1 before anything was sampled.
      `kafka_consumergroup_group_lag_seconds{${group},partition="0"} 3`,
      `kafka_consumergroup_group_lag_seconds{${group},partition="2"} 0`,
      `highwater_consumergroup_end_offset{${consumer},partition="0"} 12`,
      `highwater_consumergroup_end_offset{${consumer},partition="2"} 0`,
      'highwater_consumergroup_end_offset{consumergroup="old",topic="orders",partition="0"} 12',
      'highwater_broker_end_offset{broker="3",topic="orders",partition="0"} 12',
      'highwater_broker_end_offset{broker="1",topic="orders",partition="2"} 0',
      `kafka_consumergroup_lag_sum{${consumer}} 6`,
      'kafka_consumergroup_lag_sum{consumergroup="old",topic="orders"} 10',
      'kafka_consumergroup_group_max_lag{group="a \\"b\\""} 6',
      'kafka_consumergroup_group_max_lag{group="old"} 10',
      'kafka_consumergroup_group_max_lag_seconds{group="a \\"b\\""} 3',
      'kafka_consumergroup_group_sum_lag{group="a \\"b\\""} 6',
      'kafka_consumergroup_group_sum_lag{group="old"} 10',
      `kafka_consumergroup_group_topic_sum_lag{${group}} 6`,
      'kafka_consumergroup_group_topic_sum_lag{group="old",topic="orders"} 10',
    ].toSorted(),
  );
});

test("states of groups, their members by client, and since when something needs attention, as far as they are known", async () => {
  const recent = new Recent();
  const round = {
    topics: {},
    states: { readers: "Stable", idle: "Empty", silent: "Unknown", hidden: "Stable" },
    members: { readers: { "a-1": "a", "a-2": "a", "b-1": "b" }, idle: {} },
  };
  recent.add(roundOf(noon, round), { ...none, at: noon });
  const stopped = { key: "GROUP_STOPPED idle", at: noon - 1500, atLeast: false, seenAt: noon, mark: "6" };
  const down = { key: "BROKER_DOWN 3", at: noon - 60_000, atLeast: true, seenAt: noon, mark: null };
  put(recent, true, [stopped, down]);
  expect((await lines()).filter((line) => !/sample_timestamp|kafka_brokers/.test(line)).toSorted()).toEqual(
    [
      'highwater_consumergroup_state{consumergroup="readers",state="Stable"} 1',
      'highwater_consumergroup_state{consumergroup="idle",state="Empty"} 1',
      'highwater_consumergroup_state{consumergroup="hidden",state="Stable"} 1',
      ...["highwater_consumergroup_members", "kafka_consumergroup_members"].flatMap((name) => [
        `${name}{consumergroup="readers"} 3`,
        `${name}{consumergroup="idle"} 0`,
      ]),
      'highwater_consumergroup_client_members{consumergroup="readers",client_id="a"} 2',
      'highwater_consumergroup_client_members{consumergroup="readers",client_id="b"} 1',
      `highwater_condition_since_timestamp_seconds{condition="GROUP_STOPPED idle",at_least="false",mark="6"} ${(noon - 1500) / 1000}`,
      `highwater_condition_since_timestamp_seconds{condition="BROKER_DOWN 3",at_least="true",mark=""} ${(noon - 60_000) / 1000}`,
    ].toSorted(),
  );
});

test("every line bears the cluster's id and name, as the text of Prometheus", async () => {
  const recent = new Recent();
  recent.add(roundOf(noon, told), { ...none, at: noon });
  put(recent);
  const response = await GET();
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await response.text()).toContain('kafka_brokers{cluster_name="The cluster",cluster="kafka"} 3\n');
});

test("a cluster that was not sampled for three rounds has only the time of its last sample, one that never was has nothing", async () => {
  const recent = new Recent();
  put(recent);
  expect(await lines()).toEqual([]);
  recent.add(roundOf(noon - 30_001, told), { ...none, at: noon - 30_001 });
  expect(await lines()).toEqual([`highwater_last_sample_timestamp_seconds ${(noon - 30_001) / 1000}`]);
});

test("404 unless METRICS is true, 503 where nothing is sampled", async () => {
  put(new Recent(), false);
  expect((await GET()).status).toBe(404);
  put(new Recent());
  holder.highwaterHistories = { clusters: new Map() };
  const response = await GET();
  expect([response.status, await response.text()]).toEqual([503, "No history is kept: HIGHWATER_HISTORY is off.\n"]);
});
