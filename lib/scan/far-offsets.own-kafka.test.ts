import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalKafka, startKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { readWithKcat } from "../../scripts/testing/kcat.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { recordWriter } from "../../scripts/testing/records.ts";
import { GroupPartitionListQuery } from "../api/groups.ts";
import { type MessageRecord, ScanLine } from "../api/messages.ts";
import { PartitionListQuery } from "../api/topics.ts";
import { listGroupOffsets } from "../services/group-offsets.ts";
import { scanMessages } from "../services/messages.ts";
import { listPartitions } from "../services/partitions.ts";

const cluster = "kafka";
const topic = "far";
const records = 200;
// The middle of the log is where a double no longer tells one offset from the next.
const first = 2n ** 53n - 100n;
const end = first + BigInt(records);

let kafka: LocalKafka;
let clients: TestClients;

// No broker gets that far in a test, but the offset of a batch is not part of its checksum: a broker that is down can be
// given a log that begins anywhere.
function moveLog(folder: string, by: bigint): void {
  const names = readdirSync(folder);
  const log = readFileSync(
    path.join(
      folder,
      names.find((name) => name.endsWith(".log"))!,
    ),
  );
  for (let at = 0; at < log.length; at += 12 + log.readInt32BE(at + 8))
    log.writeBigInt64BE(log.readBigInt64BE(at) + by, at);
  for (const name of names.filter((each) => each !== "partition.metadata")) rmSync(path.join(folder, name));
  writeFileSync(path.join(folder, `${String(by).padStart(20, "0")}.log`), log);
}

beforeAll(async () => {
  kafka = await startKafka({ brokers: 1 });
  clients = testClients(kafka.bootstrap);
  await clients.create(topic, 1, 1, { "retention.ms": "-1" });
  const writer = recordWriter(kafka.bootstrap);
  for (const [batch, codec] of (["none", "gzip", "lz4", "zstd"] as const).entries())
    await writer.write(
      topic,
      Array.from({ length: records / 4 }, (_, index) => ({
        partition: 0,
        key: Buffer.from(`key-${index}`),
        value: Buffer.from(`value ${batch * 50 + index}`),
        headers: [],
        timestamp: 1_700_000_000_000n + BigInt(batch * 50 + index),
      })),
      codec,
    );
  await writer.close();
  await kafka.stopBroker(1);
  moveLog(path.join(kafka.brokers[0]!.dir, "data", `${topic}-0`), first);
  await kafka.startBroker(1);
  await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "off" });
});

afterAll(async () => {
  await stopProduct();
  await clients.close();
  await kafka.stop();
});

async function scan(search: Record<string, string>): Promise<MessageRecord[]> {
  const { stream } = await scanMessages(cluster, topic, search, new AbortController().signal);
  const lines = (await new Response(stream).text()).trimEnd().split("\n");
  return lines.map((line) => ScanLine.parse(JSON.parse(line))).filter((line) => line.type === "record");
}

describe("a log whose offsets pass 2^53", () => {
  test("is read as kcat reads it", async () => {
    const theirs = await readWithKcat(kafka.bootstrap, topic, "read_uncommitted");
    expect(theirs.map(({ offset }) => BigInt(offset))).toEqual(
      Array.from({ length: records }, (_, index) => first + BigInt(index)),
    );
    const asHex = { start: "oldest", limit: "0", order: "offset", keyAs: "hex", valueAs: "hex" };
    const ours = await scan(asHex);
    expect(ours.map(({ offset, key, value }) => [offset, key!.data, value!.data])).toEqual(
      theirs.map(({ offset, key, value }) => [offset, key, value]),
    );
  });

  test("is entered at any of its offsets, and searched", async () => {
    const at = 2n ** 53n + 1n;
    expect((await scan({ start: `offset:${at}`, limit: "1" }))[0]).toMatchObject({
      offset: String(at),
      value: { data: "value 101" },
    });
    expect((await scan({})).map(({ offset }) => offset)).toEqual(
      Array.from({ length: 50 }, (_, index) => String(end - 1n - BigInt(index))),
    );
    const found = await scan({ filter: `offset == ${at}`, limit: "0" });
    expect(found.map(({ offset }) => offset)).toEqual([String(at)]);
  });

  test("has its offsets, and a group its lag, to the record", async () => {
    const { items } = await listPartitions(cluster, topic, PartitionListQuery.parse({}));
    expect(items).toMatchObject([{ logStartOffset: String(first), highWatermark: String(end), messages: "200" }]);
    await clients.commit("far-reader", topic, { 0: 2n ** 53n + 1n });
    const read = await listGroupOffsets(cluster, "far-reader", GroupPartitionListQuery.parse({}), {
      notBefore: Date.now(),
    });
    expect(read.items).toMatchObject([{ committedOffset: String(2n ** 53n + 1n), endOffset: String(end), lag: "99" }]);
    const tool = await kafka.tool("org.apache.kafka.tools.consumer.group.ConsumerGroupCommand", [
      "--describe",
      "--group",
      "far-reader",
    ]);
    expect(tool).toMatch(new RegExp(`far-reader\\s+${topic}\\s+0\\s+${2n ** 53n + 1n}\\s+${end}\\s+99\\s`));
  });
});
