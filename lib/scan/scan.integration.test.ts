import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { type KcatRecord, readWithKcat } from "../../scripts/testing/kcat.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { type OutRecord, recordWriter, type RecordWriter } from "../../scripts/testing/records.ts";
import { settled } from "../../scripts/testing/settled.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { type MessageRecord, ScanDone, ScanLine } from "../api/messages.ts";
import { planRanges } from "../services/messages-plan.ts";
import { scanMessages } from "../services/messages.ts";
import { type JobEnd, ScanWorker } from "./scan-worker.ts";

const cluster = "kafka";
const codecs = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

// The records here bear times long past.
const forEver = { "retention.ms": "-1" };

type Isolation = "read_committed" | "read_uncommitted";
let kafka: LocalKafka;
let clients: TestClients;
let writer: RecordWriter;

beforeAll(async () => {
  kafka = await testKafka();
  clients = testClients(kafka.bootstrap);
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "off" });
  writer = recordWriter(kafka.bootstrap);
});

afterAll(async () => {
  await writer.close();
  await clients.close();
  await stopProduct();
});

async function scan(topic: string, search: Record<string, string>): Promise<ScanLine[]> {
  const { stream } = await scanMessages(cluster, topic, search, new AbortController().signal);
  const lines = (await new Response(stream).text()).split("\n").filter((line) => line !== "");
  return lines.map((line) => ScanLine.parse(JSON.parse(line)));
}

function recordsIn(lines: ScanLine[]): MessageRecord[] {
  return lines.filter((line) => line.type === "record");
}

function doneIn(lines: ScanLine[]): ScanDone {
  return ScanDone.parse(lines.at(-1));
}

const byPlace = (a: MessageRecord, b: MessageRecord) =>
  a.partition - b.partition || (BigInt(a.offset) < BigInt(b.offset) ? -1 : 1);

function toKcat({ partition, offset, timestamp, key, value, headers }: MessageRecord): KcatRecord {
  return {
    partition,
    offset,
    timestamp,
    key: key?.data ?? null,
    value: value?.data ?? null,
    headers: headers.map((header) => `${header.name}=${header.value?.data ?? ""}`).join(","),
  };
}

async function scanAll(topic: string, isolation: Isolation): Promise<MessageRecord[]> {
  const asHex = { start: "oldest", limit: "0", keyAs: "hex", valueAs: "hex", maxBytes: "10000000", isolation };
  const lines = await scan(topic, asHex);
  expect(doneIn(lines)).toMatchObject({ reason: "end" });
  return recordsIn(lines)
    .filter(({ control }) => control === null)
    .toSorted(byPlace);
}

async function expectSame(topic: string, isolation: Isolation): Promise<KcatRecord[]> {
  const [ours, theirs] = [await scanAll(topic, isolation), await readWithKcat(kafka.bootstrap, topic, isolation)];
  expect(ours.map(toKcat)).toEqual(theirs);
  return theirs;
}

function numbered(partition: number, count: number, from = 0, timestamp = 1_700_000_000_000): OutRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    partition,
    key: Buffer.from(`key-${(from + index) % 5}`),
    value: Buffer.from(JSON.stringify({ n: from + index, text: `Value ${from + index}` })),
    headers: [],
    timestamp: BigInt(timestamp + from + index),
  }));
}

const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
const headerText = fc.stringMatching(/^[a-z]{1,8}$/);
const anyRecord = fc.record({
  partition: fc.integer({ min: 0, max: 2 }),
  key: fc.option(fc.stringMatching(/^[a-z0-9]{1,12}$/).map((text) => Buffer.from(text))),
  value: fc.option(anyBytes.filter((bytes) => bytes.length > 0)),
  headers: fc.array(fc.tuple(headerText, headerText), { maxLength: 3 }),
  // Further apart than that, the client that writes here encodes them wrong.
  timestamp: fc.bigInt({ min: 1_700_000_000_000n, max: 1_702_000_000_000n }),
});
const anyWrites = fc.array(
  fc.record({ codec: fc.constantFrom(...codecs), records: fc.array(anyRecord, { minLength: 1, maxLength: 60 }) }),
  { minLength: 1, maxLength: 8 },
);

describe("the scanner reads what kcat reads", () => {
  test("random records of all codecs, with null keys and values, headers and any bytes", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anyWrites, async (writes) => {
        const topic = `scan.random-${run++}`;
        await clients.create(topic, 4, 1, { ...forEver, "message.timestamp.after.max.ms": "9223372036854775807" });
        for (const { codec, records } of writes) await writer.write(topic, records.map(uniqueHeaders), codec);
        const all = await expectSame(topic, "read_uncommitted");
        expect(all).toHaveLength(writes.flatMap(({ records }) => records).length);
        await clients.admin.deleteTopics({ topics: [topic] });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("transactions, aborted several times by one producer, and one that is open", async () => {
    await clients.create("scan.transactions", 2, 3);
    await writer.writeTransactions("scan.transactions", [0, 1], "CACAACACAAAC");
    const commit = await clients.writeOpen("scan.transactions", 0, 3);
    const committed = await expectSame("scan.transactions", "read_committed");
    const all = await expectSame("scan.transactions", "read_uncommitted");
    expect([committed.length, all.length]).toEqual([5 * 6, 12 * 6 + 3]);
    const aborted = (await scanAll("scan.transactions", "read_uncommitted")).filter((record) => record.aborted);
    const decided = all.filter(({ value }) => value !== null && Buffer.from(value, "hex").toString().startsWith("A"));
    expect(aborted.map(toKcat)).toEqual(decided);
    const lines = await scan("scan.transactions", { start: "oldest", limit: "0" });
    const controls = recordsIn(lines).map(({ control }) => control);
    expect(controls.filter((control) => control === "abort")).toHaveLength(7 * 2);
    expect(controls.filter((control) => control === "commit")).toHaveLength(5 * 2);
    await commit();
  });

  test("deleted records, empty partitions, LogAppendTime and a record of 5 MB", async () => {
    const configs = { "max.message.bytes": "8000000", "message.timestamp.type": "LogAppendTime" };
    await clients.create("scan.odd", 4, 1, { ...forEver, ...configs });
    await writer.write("scan.odd", [...numbered(0, 200), ...numbered(1, 40)], "lz4");
    const large = Buffer.alloc(5_000_000, "large ");
    await writer.write("scan.odd", [{ partition: 1, key: null, value: large, headers: [], timestamp: 1n }]);
    await writer.write("scan.odd", numbered(1, 10, 100), "zstd");
    await clients.deleteBelow("scan.odd", { 0: 150n });
    const all = await expectSame("scan.odd", "read_uncommitted");
    expect(all.map(({ partition }) => partition)).toEqual([...Array(50).fill(0), ...Array(51).fill(1)]);
    const shown = recordsIn(await scan("scan.odd", { start: "offset:40", partitions: "1", limit: "1" }))[0]!;
    expect(shown).toMatchObject({ timestampType: "LogAppendTime", value: { size: 5_000_000, cut: true } });
    expect(shown.value!.data).toHaveLength(32 * 1024);
  });

  test("a key of four letters among integers is one of them, unless it is asked for as text", async () => {
    await clients.create("scan.integers", 1, 1, forEver);
    const keys = [...Array.from({ length: 9 }, (_, index) => index), 0x41_42_43_44].map((number) => {
      const key = Buffer.alloc(4);
      key.writeInt32BE(number);
      return key;
    });
    await writer.write(
      "scan.integers",
      keys.map((key, index) => ({ ...numbered(0, 1, index)[0]!, key })),
    );
    const lastKey = async (search: Record<string, string>) =>
      recordsIn(await scan("scan.integers", { limit: "1", ...search }))[0]!.key;
    expect(await lastKey({})).toMatchObject({ encoding: "integer", data: "1094861636" });
    expect(await lastKey({ keyAs: "text" })).toMatchObject({ encoding: "text", data: "ABCD" });
  });

  test("a compacted topic with holes", async () => {
    const configs = {
      "cleanup.policy": "compact",
      "segment.ms": "50",
      "min.cleanable.dirty.ratio": "0.01",
      "max.compaction.lag.ms": "100",
    };
    await clients.create("scan.compacted", 1, 1, configs);
    for (let wave = 0; wave < 12; wave++)
      await writer.write("scan.compacted", numbered(0, 20, wave * 20, Date.now()), "gzip");
    await vi.waitFor(
      async () => {
        await writer.write("scan.compacted", numbered(0, 1, 0, Date.now()));
        const all = await readWithKcat(kafka.bootstrap, "scan.compacted", "read_uncommitted");
        expect(all.length).toBeLessThan(100);
      },
      { timeout: 50_000, interval: 500 },
    );
    const all = await expectSame("scan.compacted", "read_uncommitted");
    expect(BigInt(all.at(-1)!.offset)).toBeGreaterThan(BigInt(all.length * 2));
    const newest = recordsIn(await scan("scan.compacted", { limit: "4" }));
    expect(newest.map(({ offset }) => offset)).toEqual(
      all
        .slice(-4)
        .toReversed()
        .map(({ offset }) => offset),
    );
  });
});

// Kafka keeps headers of the same name; the client that writes here keeps them in a Map.
function uniqueHeaders(record: OutRecord): OutRecord {
  return { ...record, headers: [...new Map(record.headers)] };
}

describe("what is asked for", () => {
  beforeAll(async () => {
    await clients.create("scan.asked", 3, 1, forEver);
    for (const partition of [0, 1, 2]) {
      const records = numbered(partition, 300, partition * 1000, 1_700_000_000_000 + partition * 7);
      const timed = records.map((record, index) => ({
        ...record,
        timestamp: 1_700_000_000_000n + BigInt(index * 10 + partition),
      }));
      await writer.write("scan.asked", timed, codecs[partition]);
    }
    await clients.create("scan.markers", 2, 3);
    await writer.writeTransactions("scan.markers", [0, 1], "C".repeat(30));
  });

  test("the newest come newest first, merged over partitions by time; the oldest oldest first", async () => {
    const newest = recordsIn(await scan("scan.asked", { limit: "100" }));
    const all = (await scanAll("scan.asked", "read_uncommitted"))
      .map(({ timestamp }) => timestamp)
      .toSorted((a, b) => b - a);
    expect(newest.map(({ timestamp }) => timestamp)).toEqual(all.slice(0, 100));
    const oldest = recordsIn(await scan("scan.asked", { start: "oldest", limit: "100" }));
    expect(oldest.map(({ timestamp }) => timestamp)).toEqual(all.toReversed().slice(0, 100));
  });

  test("by partition and offset", async () => {
    const found = recordsIn(await scan("scan.asked", { start: "oldest", limit: "0", order: "offset" }));
    expect(found).toEqual(found.toSorted(byPlace));
    const newest = recordsIn(await scan("scan.asked", { limit: "30", order: "offset" }));
    expect(newest.map(({ partition, offset }) => [partition, offset])).toEqual(
      [0, 1, 2].flatMap((partition) => Array.from({ length: 10 }, (_, index) => [partition, String(290 + index)])),
    );
  });

  test.each([
    { search: { start: "offset:295" }, count: 15 },
    { search: { start: "offset:10", end: "offset:20", partitions: "1" }, count: 10 },
    { search: { start: "time:2023-11-14T22:13:22.000Z" }, count: 300 },
    { search: { start: "time:2023-11-14T22:13:21.000Z", end: "time:2023-11-14T22:13:22.000Z" }, count: 300 },
    { search: { contains: "value 12" }, count: 111 },
    { search: { contains: "value 12", caseSensitive: "true" }, count: 0 },
    { search: { contains: "Value 12", caseSensitive: "true", start: "oldest" }, count: 111 },
    { search: { key: "key-3" }, count: 180 },
    { search: { filter: 'value.text == "Value 1042"' }, count: 1 },
    { search: { filter: "value.n >= 1290 && partition == 1" }, count: 10 },
    { search: { filter: 'key == "key-0" && value.n < 10' }, count: 2 },
    { search: { filter: "offset == 7" }, count: 3 },
    { search: { header: "absent" }, count: 0 },
  ] as { search: Record<string, string>; count: number }[])("$search finds $count", async ({ search, count }) => {
    const lines = await scan("scan.asked", { limit: "0", ...search });
    expect(recordsIn(lines)).toHaveLength(count);
    expect(doneIn(lines)).toMatchObject({ reason: "end", matched: count });
  });

  test("the newest 50 of a topic full of markers are 50", async () => {
    for (const isolation of ["read_committed", "read_uncommitted"]) {
      const found = recordsIn(await scan("scan.markers", { limit: "50", isolation }));
      expect(found.filter(({ control }) => control === null)).toHaveLength(50);
    }
  });

  test("an expression that is none is refused at its field; one that fails for a record is a warning", async () => {
    await expect(scan("scan.asked", { filter: "value.n >" })).rejects.toMatchObject({ fields: [{ path: "filter" }] });
    await expect(scan("scan.asked", { partitions: "7" })).rejects.toMatchObject({ fields: [{ path: "partitions" }] });
    const lines = await scan("scan.asked", { filter: 'value.n > "x"' });
    expect(lines.filter(({ type }) => type === "warning")).toHaveLength(1);
  });

  test("an expression that hangs on one record ends the scan, not the server", async () => {
    await clients.create("scan.hangs", 1, 1, forEver);
    await writer.write("scan.hangs", [{ ...numbered(0, 1)[0]!, value: Buffer.from("a".repeat(60)) }]);
    const lines = await scan("scan.hangs", { filter: 'value.matches("^(a+)+b$")' });
    expect(doneIn(lines)).toMatchObject({ reason: "error", code: "TIMEOUT" });
    expect(recordsIn(await scan("scan.hangs", { filter: "offset == 0" }))).toHaveLength(1);
  });

  test("csv and ndjson files hold the records alone", async () => {
    const read = async (format: string) => {
      const search = { format, start: "oldest", limit: "0", order: "offset", partitions: "0" };
      const { stream, headers } = await scanMessages(cluster, "scan.asked", search, new AbortController().signal);
      expect(headers).toMatchObject({ "content-disposition": `attachment; filename="scan.asked.${format}"` });
      return (await new Response(stream).text()).trimEnd().split(/\r?\n/);
    };
    const csv = await read("csv");
    expect(csv).toHaveLength(301);
    expect(csv[1]).toBe('0,0,2023-11-14T22:13:20.000Z,key-0,"{""n"":0,""text"":""Value 0""}",');
    const ndjson = await read("ndjson");
    expect(ndjson.map((line) => (JSON.parse(line) as MessageRecord).offset)).toEqual(
      Array.from({ length: 300 }, (_, index) => String(index)),
    );
  });
});

async function follow(topic: string, search: Record<string, string>, signal: AbortSignal) {
  const { stream } = await scanMessages(cluster, topic, search, signal);
  const seen: ScanLine[] = [];
  let rest = "";
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const bytes of stream) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop()!;
      for (const line of lines) seen.push(ScanLine.parse(JSON.parse(line)));
    }
  })();
  ended.catch(() => undefined);
  return { seen, ended };
}

/** A job whose answer nobody takes, stopped once it waits for its reader; how it ended. */
async function stopWhileNobodyReads(topic: string): Promise<JobEnd> {
  const where = { start: "oldest", end: "now", partitions: undefined, isolation: "read_uncommitted" as const };
  const { state, plan } = await planRanges(cluster, topic, where);
  const shown = { keyAs: "auto" as const, valueAs: "auto" as const, maxBytes: 10_000 };
  const match = { contains: "", caseSensitive: false, keyAs: "auto" as const, header: "", filter: "" };
  const input = {
    plan,
    follow: null,
    failures: [],
    match,
    limit: 0,
    order: "time" as const,
    format: "stream" as const,
    shown,
  };
  const worker = new ScanWorker(path.resolve("lib/scan/worker.ts"));
  let taken = 0;
  const end = await new Promise<JobEnd>((resolve) => {
    const sink = {
      bytes: (bytes: Uint8Array) => {
        taken += bytes.length;
        if (taken >= 1024 * 1024) stop();
      },
      end: resolve,
    };
    const { config, client } = state;
    const { stop } = worker.start([{ config, brokers: client.brokers }], { kind: "messages", input }, sink);
  });
  worker.end(null);
  return end;
}

describe("a scan that goes on", () => {
  test("follows new records, and ends when its reader leaves", async () => {
    await clients.create("scan.followed", 2, 3);
    await writer.write("scan.followed", numbered(0, 5));
    const leave = new AbortController();
    const { seen, ended } = await follow("scan.followed", { end: "never" }, leave.signal);
    await vi.waitFor(() => expect(seen).toContainEqual(expect.objectContaining({ phase: "following" })), 10_000);
    await writer.write("scan.followed", numbered(1, 7, 50));
    await vi.waitFor(() => expect(recordsIn(seen)).toHaveLength(12), 10_000);
    leave.abort();
    await expect(ended).rejects.toThrow("abort");
  });

  test("goes on while another hangs in its expression and is ended", async () => {
    await clients.create("scan.beside", 1, 1, forEver);
    await writer.write("scan.beside", [{ ...numbered(0, 1)[0]!, value: Buffer.from("a".repeat(60)) }]);
    const leave = new AbortController();
    const { seen, ended } = await follow("scan.beside", { end: "never" }, leave.signal);
    await vi.waitFor(() => expect(seen).toContainEqual(expect.objectContaining({ phase: "following" })), 10_000);
    const lines = await scan("scan.beside", { filter: 'value.matches("^(a+)+b$")' });
    expect(doneIn(lines)).toMatchObject({ reason: "error", code: "TIMEOUT" });
    await writer.write("scan.beside", numbered(0, 3, 1));
    await vi.waitFor(() => expect(recordsIn(seen)).toHaveLength(4), 10_000);
    leave.abort();
    await expect(ended).rejects.toThrow("abort");
  });

  test("reads no further while its reader takes nothing, and ends when it leaves", async () => {
    await clients.create("scan.slow", 1, 1, forEver);
    const value = Buffer.from(JSON.stringify({ text: "x".repeat(1000) }));
    for (let time = 0; time < 20; time++) {
      await writer.write(
        "scan.slow",
        numbered(0, 500, time * 500).map((record) => ({ ...record, value })),
      );
    }
    const search = { start: "oldest", limit: "0" };
    const { stream } = await scanMessages(cluster, "scan.slow", search, new AbortController().signal);
    const reader = stream.getReader();
    const first = ScanLine.parse(JSON.parse(new TextDecoder().decode((await reader.read()).value).split("\n")[0]!));
    expect(first).toMatchObject({ type: "progress" });
    const other = recordsIn(await scan("scan.slow", { limit: "10" }));
    expect(other).toHaveLength(10);
    await reader.cancel();
    const ended = await stopWhileNobodyReads("scan.slow");
    expect(ended).toBeNull();
    expect(doneIn(await scan("scan.slow", search))).toMatchObject({ reason: "end", matched: 10_000 });
  });

  test("goes on at the new leader when a broker dies, and misses nothing", async () => {
    await clients.create("scan.leaders", 6, 3);
    const leave = new AbortController();
    const { seen } = await follow("scan.leaders", { start: "oldest", end: "never" }, leave.signal);
    await vi.waitFor(() => expect(seen).toContainEqual(expect.objectContaining({ phase: "following" })), 10_000);
    await kafka.killBroker(3);
    try {
      const others = Array.from({ length: 6 }, (_, partition) => numbered(partition, 4, partition * 10)).flat();
      await vi.waitFor(() => writer.write("scan.leaders", others), { timeout: 30_000, interval: 500 });
      await vi.waitFor(() => expect(recordsIn(seen).length).toBeGreaterThanOrEqual(24), { timeout: 30_000 });
      expect(seen.filter(({ type }) => type === "partition-error")).toEqual([]);
    } finally {
      leave.abort();
      await kafka.startBroker(3);
      await settled(kafka);
    }
  });
});
