import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { readWithKcat } from "../../scripts/testing/kcat.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { type CopyInput, CopyLine, CopyRequest } from "../api/copy.ts";
import { Codec } from "../api/messages.ts";
import { type ProduceInput, ProduceRequest, ProduceResult } from "../api/produce.ts";
import { copyRecords } from "./copy-records.ts";
import { scanMessages } from "./messages.ts";
import { produceRecords } from "./produce.ts";

const cluster = "kafka";
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

// Records of long ago would be deleted while they are read.
const forEver = { "retention.ms": "-1" };
const hex = (text: string) => Buffer.from(text).toString("hex");
const readAll = (topic: string) => readWithKcat(kafka.bootstrap, topic, "read_uncommitted");

function produce(topic: string, input: ProduceInput, validateOnly = false): Promise<ProduceResult> {
  return produceRecords(cluster, topic, ProduceRequest.parse(input), validateOnly);
}

async function copy(topic: string, input: CopyInput, validateOnly = false): Promise<CopyLine[]> {
  const { signal } = new AbortController();
  const { stream } = await copyRecords(cluster, topic, CopyRequest.parse(input), validateOnly, signal);
  const text = await new Response(stream).text();
  return text
    .trim()
    .split("\n")
    .map((line) => CopyLine.parse(JSON.parse(line)));
}

// Producer ids of the batches that hold a topic's records, as the product reads them.
async function producersOf(topic: string): Promise<Set<string>> {
  const { stream } = await scanMessages(cluster, topic, { start: "oldest", limit: "0" }, new AbortController().signal);
  const lines = (await new Response(stream).text()).trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as { type: string; batch: { producerId: string } });
  return new Set(records.filter(({ type }) => type === "record").map(({ batch }) => batch.producerId));
}

async function fieldsOf(promise: Promise<unknown>): Promise<{ code: string; paths: string[]; message: string }> {
  const error = await promise.then(
    () => ({ code: "", fields: [], message: "It was not refused." }),
    (refused: unknown) => refused as { code: string; fields?: { path: string }[]; message: string },
  );
  return { code: error.code, paths: (error.fields ?? []).map(({ path }) => path), message: error.message };
}

describe("producing", () => {
  test.each(Codec.options)(
    "records compressed by %s are read by kcat as they were sent, from one idempotent producer",
    async (compression) => {
      const topic = `produce.${compression}`;
      await clients.create(topic, 3, 3, forEver);
      const records = Array.from({ length: 300 }, (_, at) => ({
        key: at % 10 === 0 ? null : `key-${at % 7}`,
        value: at % 11 === 0 ? null : `value-${at}`.repeat(20),
        headers: [
          { name: "at", value: String(at) },
          { name: "at", value: { encoding: "hex" as const, data: "ff00" } },
        ],
        timestamp: 1_700_000_000_000 + at * 86_400_000,
      }));
      const result = await produce(topic, { records: records.slice(0, 200), compression });
      expect(ProduceResult.parse(result)).toEqual(result);
      expect(result.failed).toBe(0);
      const more = await produce(topic, { records: records.slice(200), compression });
      const written = await readAll(topic);
      const expected = [...result.results, ...more.results].map(({ partition, offset, timestamp }, at) => ({
        partition,
        offset,
        timestamp,
        key: records[at]!.key === null ? null : hex(records[at]!.key),
        value: records[at]!.value === null ? null : hex(records[at]!.value),
      }));
      expect(
        written.map(({ partition, offset, timestamp, key, value }) => ({ partition, offset, timestamp, key, value })),
      ).toEqual(expected.toSorted((a, b) => a.partition! - b.partition! || Number(a.offset) - Number(b.offset)));
      expect(written.every(({ headers }) => headers.startsWith("at="))).toBe(true);
      const producers = await producersOf(topic);
      expect(producers.size).toBe(1);
      expect(producers).not.toContain("-1");
    },
  );

  test("bytes, empty texts and chosen partitions stand as they were sent", async () => {
    await clients.create("produce.bytes", 4, 3);
    const { results } = await produce("produce.bytes", {
      records: [
        { key: "", value: "", partition: 3 },
        { key: { encoding: "int64", data: "-5" }, value: { encoding: "base64", data: "AP8=" }, partition: 1 },
        {
          key: { encoding: "hex", data: "00" },
          value: { encoding: "json", data: '{ "n": 9007199254740993 }' },
          partition: 3,
        },
      ],
    });
    expect(results.map(({ partition, offset }) => [partition, offset])).toEqual([
      [3, "0"],
      [1, "0"],
      [3, "1"],
    ]);
    expect((await readAll("produce.bytes")).map(({ partition, key, value }) => [partition, key, value])).toEqual([
      [1, "fffffffffffffffb", "00ff"],
      [3, "", ""],
      [3, "00", hex('{ "n": 9007199254740993 }')],
    ]);
  });

  test("copies of a template differ as it says", async () => {
    await clients.create("produce.template", 1, 3);
    await produce("produce.template", {
      template: true,
      count: 3,
      records: [{ key: "{{uuid}}", value: { encoding: "json", data: '{"id":"{{uuid}}","n":{{seq}},"raw":"{{{{"}' } }],
    });
    const written = await readAll("produce.template");
    const keys = written.map(({ key }) => Buffer.from(key!, "hex").toString());
    expect(new Set(keys).size).toBe(3);
    expect(written.map(({ value }) => JSON.parse(Buffer.from(value!, "hex").toString()) as unknown)).toEqual(
      keys.map((id, at) => ({ id, n: at + 1, raw: "{{" })),
    );
  });

  const refused: [sentence: string, topic: string, input: ProduceInput, code: string, paths: string[]][] = [
    ["a topic that does not exist", "produce.nowhere", { records: [{ value: "a" }] }, "NOT_FOUND", []],
    [
      "records without a key on a compacted topic",
      "produce.compacted",
      { records: [{ value: "a" }, { key: "k", value: "a" }, { value: null }] },
      "INVALID",
      ["records.0.key", "records.2.key"],
    ],
    [
      "a record larger than the topic takes",
      "produce.compacted",
      { records: [{ key: "k", value: "x".repeat(6000) }] },
      "INVALID",
      ["records.0.value"],
    ],
    [
      "a partition that is not there",
      "produce.compacted",
      { records: [{ key: "k", value: "a", partition: 2 }] },
      "INVALID",
      ["records.0.partition"],
    ],
    [
      "an unknown placeholder and bytes that are none, at once",
      "produce.compacted",
      { template: true, records: [{ key: "{{name}}", value: { encoding: "hex", data: "abc" } }] },
      "INVALID",
      ["records.0.key", "records.0.value"],
    ],
    ["Kafka's own topic", "__consumer_offsets", { records: [{ value: "a" }] }, "INVALID", ["topic"]],
  ];

  test.each(refused)("refused as a whole at its element, dry or not: %s", async (_, topic, input, code, paths) => {
    if (!(await clients.admin.listTopics()).includes("produce.compacted"))
      await clients.create("produce.compacted", 2, 3, { "cleanup.policy": "compact", "max.message.bytes": "5000" });
    if (topic === "__consumer_offsets") await clients.commit("produce-reader", "produce.compacted", { 0: 0n });
    for (const dry of [true, false]) expect(await fieldsOf(produce(topic, input, dry))).toMatchObject({ code, paths });
    if (topic === "produce.compacted") expect(await readAll(topic)).toEqual([]);
  });

  test("what the broker alone can refuse stands beside its record, and the others are written", async () => {
    await clients.create("produce.partly", 1, 3, {
      "max.message.bytes": "5000",
      "message.timestamp.after.max.ms": "3600000",
    });
    // What cannot be compressed.
    const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(9000))).toString("base64");
    const { results, failed } = await produce("produce.partly", {
      compression: "lz4",
      records: [
        { value: "a" },
        { value: { encoding: "base64", data: noise } },
        { value: "late", timestamp: Date.now() + 86_400_000 },
        { value: "b" },
      ],
    });
    expect(failed).toBe(2);
    expect(results.map(({ offset, error }) => error?.code ?? offset)).toEqual([
      "0",
      "MESSAGE_TOO_LARGE",
      "INVALID_TIMESTAMP",
      "1",
    ]);
    expect((await readAll("produce.partly")).map(({ value }) => value)).toEqual([hex("a"), hex("b")]);
  });

  test("read-only: refused, nothing is written", async () => {
    await clients.create("produce.read-only", 1, 3);
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap, READ_ONLY: "true" });
    expect(await fieldsOf(produce("produce.read-only", { records: [{ value: "a" }] }))).toMatchObject({
      code: "READ_ONLY",
    });
    const to = { topic: "produce.read-only" };
    expect(await fieldsOf(copy("produce.bytes", { to, selection: { scan: {} } }))).toMatchObject({ code: "READ_ONLY" });
    await startProduct({ KAFKA_BROKERS: kafka.bootstrap });
    expect(await readAll("produce.read-only")).toEqual([]);
  });
});

describe("copying to a topic", () => {
  beforeAll(async () => {
    await clients.create("copy.from", 3, 3, forEver);
    await clients.create("copy.to", 3, 3, forEver);
    const records = Array.from({ length: 3000 }, (_, at) => ({
      key: { encoding: "hex" as const, data: (at % 50).toString(16).padStart(4, "f") },
      value: at % 13 === 0 ? null : `${at % 100 === 0 ? "needle " : ""}${at}`,
      headers: [
        { name: "h", value: { encoding: "hex" as const, data: "ff" } },
        { name: "h", value: null },
      ],
      timestamp: 1_700_000_000_000 + at,
    }));
    await produce("copy.from", { records, compression: "zstd" });
  });

  test("a count first: as many as are copied then, byte for byte, with partitions and times", async () => {
    const input: CopyInput = {
      to: { topic: "copy.to" },
      selection: { scan: {} },
      keepPartition: true,
      keepTimestamp: true,
    };
    const counted = (await copy("copy.from", input, true)).at(-1);
    expect(counted).toMatchObject({ type: "done", reason: "end", validateOnly: true, matched: 3000, copied: 0 });
    expect(await readAll("copy.to")).toEqual([]);
    expect((await copy("copy.from", input)).at(-1)).toMatchObject({ matched: 3000, copied: 3000, failed: 0 });
    expect(await readAll("copy.to")).toEqual(await readAll("copy.from"));
    expect(await producersOf("copy.to")).not.toContain("-1");
  });

  test("what a filter finds, and single records", async () => {
    await clients.create("copy.some", 1, 3);
    const found = (
      await copy("copy.from", { to: { topic: "copy.some" }, selection: { scan: { contains: "needle" } } })
    ).at(-1);
    const source = await readAll("copy.from");
    const needles = source.filter(({ value }) => value?.startsWith(hex("needle")));
    expect(found).toMatchObject({ copied: needles.length });
    const chosen = [source[5]!, source[2500]!];
    const records = chosen.map(({ partition, offset }) => ({ partition, offset }));
    const single = await copy("copy.from", { to: { topic: "copy.some" }, selection: { records } });
    expect(single.at(-1)).toMatchObject({ matched: 2, copied: 2 });
    const copied = (await readAll("copy.some")).map(({ value }) => value);
    expect(copied.toSorted()).toEqual([...needles, ...chosen].map(({ value }) => value).toSorted());
  });

  test("control records and those of an open transaction stay behind", async () => {
    await clients.create("copy.transactions", 1, 3);
    await clients.create("copy.committed", 1, 3);
    await clients.write("copy.transactions", 0, 4);
    const commit = await clients.writeOpen("copy.transactions", 0, 7);
    const all: CopyInput = { to: { topic: "copy.committed" }, selection: { scan: {} } };
    expect((await copy("copy.transactions", all)).at(-1)).toMatchObject({ matched: 4, copied: 4 });
    await commit();
    await expect
      .poll(async () => (await copy("copy.transactions", all, true)).at(-1), { timeout: 10_000 })
      .toMatchObject({ matched: 11, failed: 0 });
  });

  test("what the topic does not take is told by its place, and the others are copied", async () => {
    await clients.create("copy.compacted", 1, 3, { "cleanup.policy": "compact" });
    await produce("produce.bytes", { records: [{ key: null, value: "without a key", partition: 0 }] });
    const lines = await copy("produce.bytes", { to: { topic: "copy.compacted" }, selection: { scan: {} } });
    expect(lines.filter(({ type }) => type === "failure")).toMatchObject([{ partition: 0, offset: "0" }]);
    expect(lines.at(-1)).toMatchObject({ matched: 4, copied: 3, failed: 1 });
  });

  const refused: [sentence: string, input: CopyInput, code: string, paths: string[]][] = [
    ["a topic that does not exist", { to: { topic: "copy.nowhere" }, selection: { scan: {} } }, "NOT_FOUND", []],
    [
      "fewer partitions than those that are kept",
      { to: { topic: "copy.some" }, selection: { scan: {} }, keepPartition: true },
      "INVALID",
      ["keepPartition"],
    ],
    [
      "a filter that is none",
      { to: { topic: "copy.to" }, selection: { scan: { filter: "value.(" } } },
      "INVALID",
      ["filter"],
    ],
  ];
  test.each(refused)("refused before the first line: %s", async (_, input, code, paths) => {
    for (const dry of [true, false])
      expect(await fieldsOf(copy("copy.from", input, dry))).toMatchObject({ code, paths });
  });
});
