import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureKcat } from "../../scripts/kcat.mjs";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { readWithKcat } from "../../scripts/testing/kcat.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { type OutRecord, recordWriter, type RecordWriter } from "../../scripts/testing/records.ts";
import { KeyAnswer, KeyHistoryLine, KeyQuery, LatestLine, type LatestRow } from "../api/keys.ts";
import type { MessageRecord } from "../api/messages.ts";
import { streamKeyHistory } from "./key-history.ts";
import { streamLatest } from "./latest.ts";
import { findKey } from "./message-key.ts";
import type { Streamed } from "./stream-answer.ts";

const cluster = "kafka";
// The records here bear times long past.
const forEver = { "retention.ms": "-1" };
let kafka: LocalKafka;
let clients: TestClients;
let writer: RecordWriter;

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  writer = recordWriter(kafka.bootstrap);
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
});
afterAll(async () => {
  await writer.close();
  await clients.close();
  await stopProduct();
});

async function linesOf<T>(answer: Promise<Streamed>, schema: { parse: (line: unknown) => T }): Promise<T[]> {
  const text = await new Response((await answer).stream).text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));
}

const history = (topic: string, search: Record<string, string>) =>
  linesOf(streamKeyHistory(cluster, topic, search, new AbortController().signal), KeyHistoryLine);
const latest = (topic: string, search: Record<string, string> = {}) =>
  linesOf(streamLatest(cluster, topic, search, new AbortController().signal), LatestLine);

const start = Date.parse("2026-03-01T00:00:00Z");
const out = (partition: number, key: string | Buffer | null, value: string | null, at = 0): OutRecord => ({
  partition,
  key: key === null ? null : Buffer.from(key as string),
  value: value === null ? null : Buffer.from(value),
  headers: [],
  timestamp: BigInt(start + at),
});

const placesOf = (lines: KeyHistoryLine[]) =>
  lines
    .filter((line): line is MessageRecord => line.type === "record")
    .map(({ partition, offset }) => `${partition}:${offset}`);
const anomaliesOf = (lines: KeyHistoryLine[]) => lines.filter((line) => line.type === "anomaly");
const rowsOf = (lines: LatestLine[]) => lines.filter((line): line is LatestRow => line.type === "latest");

describe("where a key goes", () => {
  const keys = Array.from({ length: 50 }, (_, index) => `order-${index * 7919}`);

  test.each([
    ["murmur2_random", "murmur2"],
    ["consistent_random", "consistent_random"],
    ["fnv1a", "fnv1a"],
  ] as const)("records that librdkafka placed by %s lie where %s is told to send them", async (name, partitioner) => {
    const topic = `keys.placed-${name}`;
    await clients.create(topic, 7, 1);
    const input = keys.map((key) => `${key}:v`).join("\n");
    execFileSync(
      await ensureKcat(),
      ["-P", "-b", kafka.bootstrap, "-t", topic, "-K", ":", "-X", `partitioner=${name}`],
      {
        input,
      },
    );
    const records = await readWithKcat(kafka.bootstrap, topic, "read_uncommitted");
    expect(records.length).toBeGreaterThanOrEqual(keys.length);
    for (const { key: hex, partition } of records) {
      const answer = await findKey(cluster, topic, KeyQuery.parse({ key: Buffer.from(hex!, "hex").toString() }));
      expect(KeyAnswer.parse(answer)).toEqual(answer);
      expect(answer.targets.find((target) => target.partitioner === partitioner)?.partition).toBe(partition);
    }
    const { key, partition, offset } = records[0]!;
    const search = { key: Buffer.from(key!, "hex").toString(), where: "partition", partitioner };
    expect(placesOf(await history(topic, search))).toContain(`${partition}:${offset}`);
  });

  test("a key that is no integer is refused at its field", async () => {
    await expect(
      findKey(cluster, "keys.placed-fnv1a", KeyQuery.parse({ key: "x", keyAs: "integer" })),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "key" }],
    });
  });
});

describe("the history of a key", () => {
  const uuid = "0192f0c1-7a3b-7cde-8f01-23456789abcd";
  const int32 = Buffer.from("0000002a", "hex");

  beforeAll(async () => {
    await clients.create("keys.history", 3, 1, forEver);
    await writer.write("keys.history", [
      out(0, "a", "1", 1000),
      out(0, "b", "1", 1500),
      out(0, "a", "2", 3000),
      out(0, "a", "2", 2000),
      out(0, "a", null, 4000),
      out(1, "a", "3", 2500),
      out(2, int32, "i", 1),
      out(1, "42", "t", 2),
      out(2, Buffer.from(uuid.replaceAll("-", ""), "hex"), "bytes", 3),
      out(1, uuid, "text", 4),
      out(2, null, "a", 5),
    ]);
  });

  test("holds every record of the key and none of another, newest first, with what is odd", async () => {
    const lines = await history("keys.history", { key: "a" });
    expect(placesOf(lines)).toEqual(["0:4", "1:0", "0:3", "0:2", "0:0"]);
    expect(anomaliesOf(lines)).toMatchObject([
      { code: "SEVERAL_PARTITIONS", severity: "crit", moved: false, stays: [{ partition: 0 }, { partition: 1 }] },
      { code: "TIME_BACKWARDS", partition: 0, offset: "3", previous: "2", backMs: 1000 },
      { code: "SAME_VALUE", partition: 0, offset: "3" },
      { code: "TOMBSTONE", partition: 0, offset: "4", last: true },
    ]);
    expect(lines.at(-1)).toMatchObject({ type: "done", reason: "end", matched: 5 });
  });

  test("a number as text and as an integer are two keys, and not each other's order", async () => {
    const lines = await history("keys.history", { key: "42" });
    expect(anomaliesOf(lines)).toEqual([]);
  });

  test("is told oldest first from the beginning, and cut by the limit", async () => {
    const lines = await history("keys.history", { key: "a", start: "oldest", limit: "2" });
    expect(placesOf(lines)).toEqual(["0:0", "1:0"]);
    expect(lines.at(-1)).toMatchObject({ reason: "limit" });
  });

  test.each([
    ["42", "auto", ["1:1", "2:0"]],
    ["42", "text", ["1:1"]],
    ["42", "integer", ["2:0"]],
    ["0000002a", "hex", ["2:0"]],
    ["AAAAKg==", "base64", ["2:0"]],
    [uuid, "uuid", ["1:2", "2:1"]],
    ["none", "auto", []],
  ])("%s as %s", async (key, keyAs, places) => {
    expect(placesOf(await history("keys.history", { key, keyAs }))).toEqual(places);
  });
});

describe("latest by key", () => {
  const keyOf = (bits: number) => (bits % 5 === 0 ? Buffer.from([0, 0, bits % 7, bits % 3]) : `k${bits % 40}`);

  beforeAll(async () => {
    await clients.create("keys.latest", 3, 1, forEver);
    let seed = 7;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647);
    const records = Array.from({ length: 600 }, (_, index) => {
      const bits = next();
      const key = index % 50 === 0 ? null : keyOf(bits);
      const partition = key === null ? 0 : Buffer.from(key as string).reduce((sum, byte) => sum + byte, 0) % 3;
      return out(partition, key, bits % 6 === 0 && key !== null ? null : `value ${bits}`, index);
    });
    for (const codec of ["none", "lz4", "zstd"] as const)
      await writer.write("keys.latest", records.splice(0, 200), codec);
    await writer.writeTransactions("keys.latest", [0, 1], "CAA");
  });

  async function truth() {
    const newest = new Map<string, { offset: string; value: string | null; updates: number }>();
    for (const { partition, offset, key, value } of await readWithKcat(
      kafka.bootstrap,
      "keys.latest",
      "read_committed",
    )) {
      if (key === null) continue;
      const id = `${partition} ${key}`;
      newest.set(id, { offset, value, updates: (newest.get(id)?.updates ?? 0) + 1 });
    }
    return newest;
  }

  test("is what kcat's newest record of each key says, aborted transactions left out", async () => {
    const lines = await latest("keys.latest", { keyAs: "hex", valueAs: "hex", limit: "10000" });
    const told = rowsOf(lines).map(({ partition, key, offset, value, updates }) => [
      `${partition} ${key.data}`,
      { offset, value: value?.data ?? null, updates },
    ]);
    const expected = await truth();
    expect(new Map(told as never)).toEqual(expected);
    const deletedKeys = [...expected.values()].filter(({ value }) => value === null).length;
    expect(lines.find((line) => line.type === "summary")).toMatchObject({
      keys: expected.size,
      deletedKeys,
      matching: expected.size,
      recordsWithoutKey: 12,
      keysInSeveralPartitions: 2,
      memoryFull: false,
    });
  });

  test("a search keeps the keys whose key or newest value holds it", async () => {
    const expected = [...(await truth())].filter(
      ([id, { value }]) =>
        Buffer.from(id.split(" ")[1]!, "hex").toString().includes("k1") ||
        Buffer.from(value ?? "", "hex")
          .toString()
          .includes("99"),
    );
    const lines = await latest("keys.latest", { search: "99", limit: "10000" });
    const byKey = await latest("keys.latest", { search: "K1", limit: "10000" });
    const places = new Set(
      [...rowsOf(lines), ...rowsOf(byKey)].map(({ partition, offset }) => `${partition} ${offset}`),
    );
    expect(places).toEqual(new Set(expected.map(([id, { offset }]) => `${id.split(" ")[0]} ${offset}`)));
  });

  test("deleted keys can be left out, or be all that is told", async () => {
    const [without, only] = [
      await latest("keys.latest", { deleted: "exclude" }),
      await latest("keys.latest", { deleted: "only" }),
    ];
    expect(rowsOf(without).some(({ deleted }) => deleted)).toBe(false);
    expect(rowsOf(only).every(({ deleted, value }) => deleted && value === null)).toBe(true);
    expect(rowsOf(without).length + rowsOf(only).length).toBe((await truth()).size);
  });

  test("a limit tells the first by the order that was asked for, and that there are more", async () => {
    const lines = await latest("keys.latest", { sort: "-updates", limit: "3" });
    const most = [...(await truth()).values()].map(({ updates }) => updates).toSorted((a, b) => b - a);
    expect(rowsOf(lines).map(({ updates }) => updates)).toEqual(most.slice(0, 3));
    expect(lines.at(-1)).toMatchObject({ type: "done", reason: "limit" });
  });
});
