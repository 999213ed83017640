import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { toolOffsets, toolTopicConfigs, toolTopics } from "../../scripts/testing/tools.ts";
import { ConfigListQuery, ConfigPatch, ConfigPatchResult, TopicSettings } from "../api/configs.ts";
import {
  AddPartitionsResult,
  CreateTopicResult,
  DeleteRecordsResult,
  DeleteTopicResult,
  PartitionListQuery,
  TopicListQuery,
} from "../api/topics.ts";
import { addPartitions } from "./add-partitions.ts";
import { changeTopicConfigs } from "./change-configs.ts";
import { createTopic } from "./create-topic.ts";
import { deleteRecords } from "./delete-records.ts";
import { deleteTopic } from "./delete-topic.ts";
import { listPartitions } from "./partitions.ts";
import { listTopicConfigs } from "./topic-configs.ts";
import { describeTopicSettings } from "./topic-settings.ts";
import { listTopics } from "./topics.ts";

const cluster = "kafka";
const dayMs = 86_400_000;
let kafka: LocalKafka;
let clients: TestClients;

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
});
afterAll(async () => {
  await clients.close();
  await stopProduct();
});

const topic = (name: string, configs: Record<string, string> = {}, partitions = 2, replicationFactor = 3) => ({
  name,
  partitions,
  replicationFactor,
  configs,
});

function patch(change: { set?: Record<string, string>; delete?: string[] }): ConfigPatch {
  return ConfigPatch.parse(change);
}

async function namesNow(search = "change.", freshness?: { notBefore: number }): Promise<string[]> {
  const { items } = await listTopics(cluster, TopicListQuery.parse({ search, pageSize: "500" }), freshness);
  return items.map(({ name }) => name);
}

async function configsNow(name: string): Promise<Record<string, string | null>> {
  const { items } = await listTopicConfigs(cluster, name, ConfigListQuery.parse({ overridden: "true" }));
  return Object.fromEntries(items.map((config) => [config.name, config.value]));
}

async function offsetsNow(name: string): Promise<[string | null, string | null][]> {
  const { items } = await listPartitions(cluster, name, PartitionListQuery.parse({}));
  return items.map(({ logStartOffset, highWatermark }) => [logStartOffset, highWatermark]);
}

// The words of a printed command line, as a shell reads them, go to the class behind the script.
async function runPrinted(command: string): Promise<string> {
  const output = execFileSync(
    "sh",
    ["-c", `tool() { printf '%s\\0' "$@"; }; ${command.replace(/^[\w-]+\.sh/, "tool")}`],
    { encoding: "utf8" },
  );
  const className = command.startsWith("kafka-topics.sh")
    ? "org.apache.kafka.tools.TopicCommand"
    : "kafka.admin.ConfigCommand";
  return kafka.tool(className, output.split("\0").slice(0, -1));
}

async function fieldsOf(promise: Promise<unknown>): Promise<{ code: string; paths: string[]; message: string }> {
  const error = await promise.then(
    () => ({ code: "", fields: [], message: "It was not refused." }),
    (refused: unknown) => refused as { code: string; fields?: { path: string }[]; message: string },
  );
  return { code: error.code, paths: (error.fields ?? []).map(({ path: field }) => field), message: error.message };
}

describe("creating a topic", () => {
  const wanted = topic(
    "change.created",
    { "cleanup.policy": "compact", "retention.ms": "7200000", "min.insync.replicas": "2" },
    5,
  );

  test("a dry run tells what would be, and makes nothing", async () => {
    await namesNow();
    const result = await createTopic(cluster, wanted, true);
    expect(CreateTopicResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({
      name: wanted.name,
      validateOnly: true,
      partitions: 5,
      replicationFactor: 3,
      warnings: [],
    });
    expect(await namesNow()).not.toContain(wanted.name);
    expect(await clients.admin.listTopics()).not.toContain(wanted.name);
  });

  test("a created topic is in the list that follows, as Kafka's tools describe it", async () => {
    await namesNow();
    const result = await createTopic(cluster, wanted, false);
    expect(await namesNow()).toContain(wanted.name);
    expect(
      Object.fromEntries(
        result.configs.filter(({ source }) => source === "topic").map(({ name, value }) => [name, value]),
      ),
    ).toEqual(wanted.configs);
    const [printed, configs] = await Promise.all([
      toolTopics(kafka, ["--topic", wanted.name]),
      toolTopicConfigs(kafka, wanted.name),
    ]);
    expect(printed).toHaveLength(5);
    expect(
      printed.every(({ leader, replicas, isr }) => leader !== null && replicas.length === 3 && isr.length === 3),
    ).toBe(true);
    expect(configs).toMatchObject(wanted.configs);
  });

  test("the command line that it prints makes the same topic", async () => {
    const configs = { "cleanup.policy": "compact,delete", "retention.ms": "7200000" };
    const { command } = await createTopic(cluster, topic("change.by-command", configs, 3), true);
    await runPrinted(command);
    const { items } = await listPartitions(cluster, "change.by-command", PartitionListQuery.parse({}), {
      notBefore: Date.now(),
    });
    expect(items.map(({ replicas }) => replicas.length)).toEqual([3, 3, 3]);
    expect(await configsNow("change.by-command")).toEqual(configs);
  });

  const refused: [sentence: string, given: ReturnType<typeof topic>, code: string, field: string][] = [
    ["a name that Kafka does not allow", topic("change created"), "INVALID", "name"],
    ["a name that collides, '.' against '_'", topic("change_created"), "INVALID", "name"],
    ["a name that exists", topic("change.created"), "CONFLICT", "name"],
    ["more replicas than brokers", topic("change.replicas", {}, 1, 4), "INVALID", "replicationFactor"],
    [
      "a value that is no number",
      topic("change.value", { "retention.ms": "soon", "segment.ms": "60000" }),
      "INVALID",
      "configs.retention.ms",
    ],
    [
      "a value out of range",
      topic("change.value", { "min.insync.replicas": "0" }),
      "INVALID",
      "configs.min.insync.replicas",
    ],
    [
      "a setting that does not exist",
      topic("change.value", { "retention.sm": "5" }),
      "INVALID",
      "configs.retention.sm",
    ],
    ["an unknown policy", topic("change.value", { "cleanup.policy": "shred" }), "INVALID", "configs.cleanup.policy"],
  ];

  test.each(refused)("refused at its field, dry or not: %s", async (_, given, code, field) => {
    const before = await namesNow("change", { notBefore: Date.now() });
    expect(await fieldsOf(createTopic(cluster, given, true))).toMatchObject({ code, paths: [field] });
    expect(await fieldsOf(createTopic(cluster, given, false))).toMatchObject({ code, paths: [field] });
    expect(await namesNow("change")).toEqual(before);
  });

  test("what others did since our last look counts: a topic they made exists, one they deleted does not", async () => {
    await clients.create("change.theirs", 1, 3);
    await listTopics(cluster, TopicListQuery.parse({}), { notBefore: Date.now() });
    await clients.admin.deleteTopics({ topics: ["change.theirs"] });
    // Well within the age at which data counts as fresh; brokers need some milliseconds to hear of a change.
    await vi.waitFor(() => createTopic(cluster, topic("change.theirs"), true), { timeout: 2500, interval: 50 });
    await clients.create("change.theirs-too", 1, 3);
    expect(await fieldsOf(createTopic(cluster, topic("change.theirs-too"), false))).toMatchObject({
      code: "CONFLICT",
      paths: ["name"],
    });
  });

  test("warnings say what will not survive a broker's failure", async () => {
    const warnings = async (given: ReturnType<typeof topic>) =>
      (await createTopic(cluster, given, true)).warnings.map(({ severity, code }) => [severity, code]);
    expect(await warnings(topic("change.w", { "min.insync.replicas": "3" }))).toEqual([
      ["warn", "MIN_ISR_NO_REDUNDANCY"],
    ]);
    expect(await warnings(topic("change.w", { "min.insync.replicas": "3" }, 1, 2))).toEqual([
      ["crit", "MIN_ISR_ABOVE_REPLICATION"],
    ]);
    expect(await warnings(topic("change.w", {}, 1, 1))).toEqual([["warn", "SINGLE_REPLICA"]]);
  });

  test("the form is told what a topic without settings runs with: that is what one created so has", async () => {
    const settings = await describeTopicSettings(cluster);
    expect(TopicSettings.parse(settings)).toEqual(settings);
    expect(settings).toMatchObject({ defaultPartitions: 1, defaultReplicationFactor: 3, errors: [] });
    expect(settings.liveBrokers).toEqual(
      [1, 2, 3].map((brokerId) => ({ brokerId, rack: `zone-${"abc"[brokerId - 1]}` })),
    );
    await createTopic(cluster, topic("change.plain"), false);
    const { items } = await listTopicConfigs(cluster, "change.plain", ConfigListQuery.parse({}));
    expect(settings.items.map(({ name, value }) => [name, value])).toEqual(
      items.map(({ name, value }) => [name, value]),
    );
    expect(settings.items.filter(({ type, documentation }) => type === "unknown" || documentation === null)).toEqual(
      [],
    );
  });
});

describe("changing settings", () => {
  const name = "change.settings";
  const configs = {
    "cleanup.policy": "delete",
    "retention.ms": "7200000",
    "max.message.bytes": "2000000",
    "segment.bytes": "1048576",
  };
  beforeAll(async () => {
    await createTopic(cluster, topic(name, configs), false);
  });

  test("a dry run tells before and after, and changes nothing", async () => {
    const result = await changeTopicConfigs(
      cluster,
      name,
      patch({ set: { "retention.ms": "3600000", "segment.ms": "60000" }, delete: ["max.message.bytes"] }),
      true,
    );
    expect(ConfigPatchResult.parse(result)).toEqual(result);
    expect(result.changes).toEqual([
      { name: "retention.ms", before: "7200000", beforeSource: "topic", after: "3600000", afterSource: "topic" },
      { name: "segment.ms", before: "604800000", beforeSource: "default", after: "60000", afterSource: "topic" },
      { name: "max.message.bytes", before: "2000000", beforeSource: "topic", after: "1048588", afterSource: "default" },
    ]);
    expect(await configsNow(name)).toEqual(configs);
  });

  test("set and reset are incremental: the others stay, Kafka's tool agrees, and the next read has it", async () => {
    await configsNow(name);
    const result = await changeTopicConfigs(
      cluster,
      name,
      patch({ set: { "segment.ms": "60000", "cleanup.policy": "compact,delete" }, delete: ["retention.ms"] }),
      false,
    );
    const expected = {
      "cleanup.policy": "compact,delete",
      "max.message.bytes": "2000000",
      "segment.bytes": "1048576",
      "segment.ms": "60000",
    };
    expect(await configsNow(name)).toEqual(expected);
    expect(result.durationMs).toBeLessThan(2900);
    const printed = await toolTopicConfigs(kafka, name);
    expect(printed).toMatchObject(expected);
    expect(printed).not.toHaveProperty("retention.ms");
  });

  test("a reset falls back to the default that was announced, also where brokers derive it from hours", async () => {
    await changeTopicConfigs(cluster, name, patch({ set: { "retention.ms": "7200000" } }), false);
    const dry = await changeTopicConfigs(cluster, name, patch({ delete: ["retention.ms"] }), true);
    expect(dry.changes).toEqual([
      { name: "retention.ms", before: "7200000", beforeSource: "topic", after: "604800000", afterSource: "default" },
    ]);
    await changeTopicConfigs(cluster, name, patch({ delete: ["retention.ms"] }), false);
    const { items } = await listTopicConfigs(cluster, name, ConfigListQuery.parse({ search: "retention.ms" }));
    expect(items.find((config) => config.name === "retention.ms")).toMatchObject({
      value: "604800000",
      source: "default",
    });
  });

  test("the command line that it prints does the same", async () => {
    const { command } = await changeTopicConfigs(
      cluster,
      name,
      patch({ set: { "cleanup.policy": "delete", "retention.ms": "5000000" }, delete: ["segment.ms"] }),
      true,
    );
    await runPrinted(command.replace("cleanup.policy=delete", "cleanup.policy=[compact,delete]"));
    const { items } = await listTopicConfigs(cluster, name, ConfigListQuery.parse({ overridden: "true" }), {
      notBefore: Date.now(),
    });
    expect(Object.fromEntries(items.map((config) => [config.name, config.value]))).toEqual({
      "cleanup.policy": "compact,delete",
      "max.message.bytes": "2000000",
      "retention.ms": "5000000",
      "segment.bytes": "1048576",
    });
  });

  const refused: [sentence: string, change: Parameters<typeof patch>[0], fields: string[]][] = [
    ["a value that is no number", { set: { "retention.ms": "soon" } }, ["set.retention.ms"]],
    ["the wrong one of two", { set: { "segment.ms": "60000", "segment.bytes": "1" } }, ["set.segment.bytes"]],
    [
      "settings that do not exist, all at once",
      { set: { "retention.sm": "5" }, delete: ["nothing"] },
      ["set.retention.sm", "delete.nothing"],
    ],
  ];

  test.each(refused)("refused at its field, dry or not, and nothing is changed: %s", async (_, change, fields) => {
    const before = await configsNow(name);
    for (const dry of [true, false]) {
      expect(await fieldsOf(changeTopicConfigs(cluster, name, patch(change), dry))).toMatchObject({
        code: "INVALID",
        paths: fields,
      });
    }
    expect(await configsNow(name)).toEqual(before);
  });

  test("of a topic that does not exist: not found", async () => {
    await expect(
      changeTopicConfigs(cluster, "change.nowhere", patch({ delete: ["retention.ms"] }), false),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what a change of settings does to records", () => {
  const name = "change.effects";
  const change = async (set: Record<string, string>, reset: string[] = []) =>
    (await changeTopicConfigs(cluster, name, ConfigPatch.parse({ set, delete: reset }), true)).effects;

  beforeAll(async () => {
    await createTopic(cluster, topic(name, { "retention.ms": "-1", "min.insync.replicas": "2" }), false);
    await clients.write(name, 0, 30, 100, Date.now() - 30 * dayMs);
    await clients.write(name, 0, 10, 100, Date.now() - 2 * dayMs);
    await clients.write(name, 1, 5);
    await clients.commit("change-reader", name, { 0: 12n, 1: 5n });
    await clients.commit("change-done", name, { 0: 40n, 1: 5n });
  });

  test("a shorter time deletes what is older, and a group loses what it has not read of it", async () => {
    expect(await change({ "retention.ms": String(7 * dayMs) })).toEqual([
      {
        severity: "crit",
        code: "DELETES_OLDER_THAN",
        loss: true,
        values: expect.objectContaining({ limit: String(7 * dayMs), records: "30", keptRecords: "15" }),
      },
      { severity: "crit", code: "GROUP_LOSES_UNREAD", loss: true, values: { group: "change-reader", records: "18" } },
    ]);
  });

  test("a time that keeps everything loses nothing", async () => {
    expect(await change({ "retention.ms": String(60 * dayMs) })).toEqual([]);
  });

  test("the longest time that Kafka knows loses nothing either", async () => {
    expect(await change({ "retention.ms": "9223372036854775807" })).toEqual([]);
  });

  test("a reset to the default deletes what is older than that: it is said", async () => {
    expect((await change({}, ["retention.ms"]))[0]).toMatchObject({
      code: "DELETES_OLDER_THAN",
      values: { limit: "604800000", records: "30" },
    });
  });

  test("a size deletes what is over it", async () => {
    const [effect] = await change({ "retention.bytes": "0" });
    expect(effect).toMatchObject({
      code: "DELETES_OVER_SIZE",
      values: { records: "45", keptRecords: "0", keptBytes: "0" },
    });
    expect(await change({ "retention.bytes": "1000000000" })).toEqual([]);
  });

  test("replication is judged by what is in sync now", async () => {
    expect((await change({ "min.insync.replicas": "3" })).map(({ code }) => code)).toEqual(["MIN_ISR_NO_REDUNDANCY"]);
    expect((await change({ "min.insync.replicas": "4" })).map(({ code }) => code)).toEqual(["MIN_ISR_ABOVE_LIVE"]);
  });
});

describe("adding partitions", () => {
  const name = "change.grows";

  beforeAll(async () => {
    await createTopic(cluster, topic(name, {}, 4), false);
  });

  test("a dry run tells the share of keys that move, and adds none", async () => {
    const result = await addPartitions(cluster, name, { count: 6 }, true);
    expect(AddPartitionsResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({ before: 4, after: 6, remappedKeyShare: expect.closeTo(2 / 3, 12) });
    expect(await offsetsNow(name)).toHaveLength(4);
  });

  test("added partitions have leaders in the read that follows", async () => {
    await offsetsNow(name);
    await addPartitions(cluster, name, { count: 6 }, false);
    const { items, errors } = await listPartitions(cluster, name, PartitionListQuery.parse({}));
    expect(items.map(({ leader, highWatermark }) => [leader === null, highWatermark])).toEqual(
      Array.from({ length: 6 }, () => [false, "0"]),
    );
    expect(errors).toEqual([]);
  });

  test.each([
    ["fewer", 5],
    ["as many", 6],
  ])("%s is refused at its field", async (_, count) => {
    expect(await fieldsOf(addPartitions(cluster, name, { count }, false))).toMatchObject({
      code: "INVALID",
      paths: ["count"],
    });
  });

  test("to a topic that does not exist: not found", async () => {
    await expect(addPartitions(cluster, "change.nowhere", { count: 3 }, false)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("deleting records", () => {
  const name = "change.records";
  const middle = new Date(Date.now() - 2 * dayMs).toISOString();

  beforeAll(async () => {
    await createTopic(cluster, topic(name, { "retention.ms": "-1" }, 4), false);
    for (const partition of [0, 1, 2, 3]) await clients.write(name, partition, 20, 100, Date.now() - 3 * dayMs);
    for (const partition of [0, 1, 2]) await clients.write(name, partition, 10, 100, Date.now() - dayMs);
    await clients.commit("change-record-reader", name, { 0: 2n, 1: 30n });
  });

  test("a dry run tells what would go and who has not read it, and deletes nothing", async () => {
    const result = await deleteRecords(
      cluster,
      name,
      {
        offsets: [
          { partition: 0, offset: "5" },
          { partition: 1, offset: "-1" },
        ],
      },
      true,
    );
    expect(DeleteRecordsResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({ records: "35", unread: [{ groupId: "change-record-reader", records: "3" }] });
    expect(result.partitions).toEqual([
      { partition: 0, logStartOffset: "0", after: "5", records: "5", error: null },
      { partition: 1, logStartOffset: "0", after: "30", records: "30", error: null },
    ]);
    expect(await offsetsNow(name)).toEqual([
      ["0", "30"],
      ["0", "30"],
      ["0", "30"],
      ["0", "20"],
    ]);
  });

  test("a time before everything, also before 1970, deletes nothing", async () => {
    for (const before of ["2001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.998Z"]) {
      expect(await deleteRecords(cluster, name, { before }, false), before).toMatchObject({
        records: "0",
        partitions: [0, 1, 2, 3].map(() => ({ after: "0", error: null })),
      });
    }
    expect(await offsetsNow(name)).toEqual([
      ["0", "30"],
      ["0", "30"],
      ["0", "30"],
      ["0", "20"],
    ]);
  });

  test("below an offset, up to the end, and before a time: the read that follows and Kafka's tool agree", async () => {
    await offsetsNow(name);
    await deleteRecords(
      cluster,
      name,
      {
        offsets: [
          { partition: 0, offset: "5" },
          { partition: 1, offset: "-1" },
        ],
      },
      false,
    );
    expect(await offsetsNow(name)).toEqual([
      ["5", "30"],
      ["30", "30"],
      ["0", "30"],
      ["0", "20"],
    ]);
    const byTime = await deleteRecords(cluster, name, { before: middle }, false);
    expect(byTime.partitions.map(({ after, records }) => [after, records])).toEqual([
      ["20", "15"],
      ["30", "0"],
      ["20", "20"],
      ["20", "20"],
    ]);
    expect(await offsetsNow(name)).toEqual([
      ["20", "30"],
      ["30", "30"],
      ["20", "30"],
      ["20", "20"],
    ]);
    const printed = await toolOffsets(kafka, "-2");
    expect([0, 1, 2, 3].map((partition) => printed.get(`${name}-${partition}`))).toEqual(["20", "30", "20", "20"]);
  });

  test("a cut below the log start moves nothing back", async () => {
    const result = await deleteRecords(cluster, name, { offsets: [{ partition: 0, offset: "1" }] }, false);
    expect(result.partitions).toEqual([{ partition: 0, logStartOffset: "20", after: "20", records: "0", error: null }]);
  });

  test("past the end, or of a partition that is not there: refused at its field, and nothing is deleted", async () => {
    const before = await offsetsNow(name);
    const offsets = [
      { partition: 0, offset: "25" },
      { partition: 2, offset: "31" },
      { partition: 9, offset: "1" },
    ];
    for (const dry of [true, false]) {
      expect(await fieldsOf(deleteRecords(cluster, name, { offsets }, dry))).toMatchObject({
        code: "INVALID",
        paths: ["offsets.1.offset", "offsets.2.partition"],
      });
    }
    expect(await offsetsNow(name)).toEqual(before);
  });
});

describe("deleting a topic", () => {
  const name = "change.doomed";

  beforeAll(async () => {
    await createTopic(cluster, topic(name), false);
    await clients.write(name, 1, 10);
    await clients.commit("change-doomed-reader", name, { 1: 4n });
  });

  test("a dry run tells what would go, and deletes nothing", async () => {
    const result = await deleteTopic(cluster, name, true);
    expect(DeleteTopicResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({
      partitions: 2,
      records: "10",
      unread: [{ groupId: "change-doomed-reader", records: "6" }],
    });
    expect(await namesNow()).toContain(name);
  });

  test("a deleted topic is gone from the list that follows, and from Kafka", async () => {
    await namesNow();
    await deleteTopic(cluster, name, false);
    expect(await namesNow()).not.toContain(name);
    expect(await clients.admin.listTopics()).not.toContain(name);
    await expect(listPartitions(cluster, name, PartitionListQuery.parse({}))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a second time it is not found", async () => {
    await expect(deleteTopic(cluster, name, false)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("Kafka's own topics are refused", async () => {
    await expect(deleteTopic(cluster, "__consumer_offsets", false)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await namesNow("__consumer")).toEqual(["__consumer_offsets"]);
  });
});

describe("read-only", () => {
  const name = "change.kept";
  const every: [change: string, make: (id: string, dry: boolean) => Promise<unknown>][] = [
    ["create", (id, dry) => createTopic(id, topic("change.never"), dry)],
    ["settings", (id, dry) => changeTopicConfigs(id, name, ConfigPatch.parse({ set: { "retention.ms": "5" } }), dry)],
    ["partitions", (id, dry) => addPartitions(id, name, { count: 9 }, dry)],
    ["records", (id, dry) => deleteRecords(id, name, { offsets: [{ partition: 0, offset: "-1" }] }, dry)],
    ["delete", (id, dry) => deleteTopic(id, name, dry)],
  ];
  let dir: string;

  beforeAll(async () => {
    await createTopic(cluster, topic(name), false);
    await clients.write(name, 0, 3);
    dir = mkdtempSync(path.join(tmpdir(), "highwater-read-only-"));
    writeFileSync(
      path.join(dir, "highwater.yaml"),
      `clusters:\n  - { id: kept, name: Kept, readOnly: true, brokers: [${kafka.bootstrap}] }\n  - { id: open, name: Open, brokers: [${kafka.bootstrap}] }\n`,
    );
  });
  afterAll(async () => {
    rmSync(dir, { recursive: true });
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
  });

  test.each(every)("READ_ONLY=true refuses %s, dry or not", async (_, make) => {
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap, READ_ONLY: "true" });
    for (const dry of [true, false]) await expect(make(cluster, dry)).rejects.toMatchObject({ code: "READ_ONLY" });
  });

  test.each(every)("a cluster that its file calls readOnly refuses %s, the one beside it does not", async (_, make) => {
    await startProduct({ HIGHWATER_CONFIG: path.join(dir, "highwater.yaml") });
    for (const dry of [true, false]) await expect(make("kept", dry)).rejects.toMatchObject({ code: "READ_ONLY" });
    await make("open", true);
  });

  test("all of it changed nothing", async () => {
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
    expect(await namesNow()).not.toContain("change.never");
    expect(await offsetsNow(name)).toEqual([
      ["0", "3"],
      ["0", "0"],
    ]);
    expect(await configsNow(name)).toEqual({});
  });
});
