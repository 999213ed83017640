import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalKafka } from "../../scripts/kafka/index.ts";
import { testClients, type TestClients } from "../../scripts/testing/clients.ts";
import { type KcatRecord, readWithKcat } from "../../scripts/testing/kcat.ts";
import { testKafka } from "../../scripts/testing/kafka.ts";
import { startProduct, stopProduct } from "../../scripts/testing/product.ts";
import { type OutRecord, recordWriter, type RecordWriter } from "../../scripts/testing/records.ts";
import { type CompareFinding, CompareLine, type CompareTotals } from "../api/compare.ts";
import { type DuplicateGroup, DuplicatesLine, type DuplicatesTotals } from "../api/duplicates.ts";
import { streamCompare } from "./compare.ts";
import { streamDuplicates } from "./duplicates.ts";
import type { Streamed } from "./stream-answer.ts";

const cluster = "kafka";
const writtenAt = 1_760_000_000_000;
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

const { signal } = new AbortController();

async function linesOf({ stream }: Streamed): Promise<unknown[]> {
  const text = await new Response(stream).text();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

async function compare(topic: string, search: Record<string, string>, clusterId = cluster) {
  const lines = (await linesOf(await streamCompare(clusterId, topic, search, signal))).map((line) =>
    CompareLine.parse(line),
  );
  const totals = lines.find((line): line is CompareTotals => line.type === "totals")!;
  const findings = lines.filter((line): line is CompareFinding => line.type === "finding");
  return { lines, totals, findings, done: lines.at(-1)! };
}

async function findDuplicates(topic: string, search: Record<string, string> = {}) {
  const lines = (await linesOf(await streamDuplicates(cluster, topic, search, signal))).map((line) =>
    DuplicatesLine.parse(line),
  );
  const totals = lines.find((line): line is DuplicatesTotals => line.type === "totals")!;
  const groups = lines.filter((line): line is DuplicateGroup => line.type === "group");
  return { totals, groups, done: lines.at(-1)! };
}

type Event = [key: string | null, value: string | null];

// Each key goes to one partition, as a producer's would.
function place(events: Event[], partitions: number): OutRecord[] {
  return events.map(([key, value], at) => ({
    partition: key === null ? at % partitions : key.charCodeAt(key.length - 1) % partitions,
    key: key === null ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
    headers: [],
    timestamp: BigInt(writtenAt + at),
  }));
}

async function make(topic: string, partitions: number, events: Event[], codec: "none" | "zstd" = "none") {
  await clients.create(topic, partitions, 3, { "retention.ms": "-1" });
  await writer.write(topic, place(events, partitions), codec);
}

const steps = ["new", "paid", "sent"];
const orders = (count: number): Event[] =>
  steps.flatMap((step) =>
    Array.from({ length: count }, (_, n): Event => [`order-${n}`, `{"step":"${step}","n":${n}}`]),
  );

function kindsOf({ kinds }: CompareTotals): Record<string, number> {
  return Object.fromEntries(Object.entries(kinds).map(([kind, { keys }]) => [kind, keys]));
}

describe("comparing two topics", () => {
  const went = orders(200);

  beforeAll(async () => {
    await make("compare.in", 2, [...went, [null, "beat"], [null, "beat"], ["order-0", null]]);
  });

  test("the same records in other partitions, compressed otherwise: the same", async () => {
    await make("compare.copy", 3, [...went, [null, "beat"], [null, "beat"], ["order-0", null]], "zstd");
    const { totals, findings, done } = await compare("compare.in", { with: "compare.copy" });
    expect(totals).toMatchObject({ verdict: "same", complete: true, records: [603, 603], keys: 200, matched: 603 });
    expect(totals).toMatchObject({ keysShare: 1, nullKeyRecords: [2, 2], spreadKeys: [0, 0] });
    expect(kindsOf(totals)).toMatchObject({ same: 200, missing: 0, extra: 0, changed: 0, reordered: 0, repeated: 0 });
    expect(findings).toEqual([]);
    expect(done).toMatchObject({ type: "done", reason: "end", scannedRecords: 1206 });
  });

  test("what was changed on the way is told, exactly that, and each example names the records that show it", async () => {
    const came = went
      .filter(([key, value]) => key !== "order-7" && !(key === "order-8" && value!.includes("sent")))
      .map(([key, value]): Event => [key, key === "order-9" ? value!.replace("paid", "lost") : value]);
    const swapped = [came.findIndex(([key]) => key === "order-10"), came.findLastIndex(([key]) => key === "order-10")];
    [came[swapped[0]!], came[swapped[1]!]] = [came[swapped[1]!]!, came[swapped[0]!]!];
    came.push(["order-11", `{"step":"sent","n":11}`], ["stranger", "?"], [null, "beat"], ["order-0", ""]);
    await make("compare.changed", 4, came);
    const { totals, findings } = await compare("compare.in", { with: "compare.changed" });
    expect(totals).toMatchObject({ verdict: "different", sameContents: false, records: [603, 600] });
    // order-0's tombstone came out as an empty value; order-7 is gone, and so is a step of order-8.
    expect(kindsOf(totals)).toEqual({ same: 194, missing: 2, changed: 2, extra: 1, repeated: 1, reordered: 1 });
    expect(totals).toMatchObject({ missing: 6, extra: 3, more: 1, fewer: 1, nullKeyRecords: [2, 1] });
    expect(totals.missingSpan).toEqual({ first: writtenAt + 7, last: writtenAt + 602 });
    expect(findings.map(({ kind, key }) => `${kind} ${key?.data ?? null}`).toSorted()).toEqual([
      "changed order-0",
      "changed order-9",
      "extra stranger",
      "missing order-7",
      "missing order-8",
      "reordered order-10",
      "repeated null",
      "repeated order-11",
    ]);
    const [ours, theirs] = await Promise.all([
      readWithKcat(kafka.bootstrap, "compare.in", "read_committed"),
      readWithKcat(kafka.bootstrap, "compare.changed", "read_committed"),
    ]);
    const valueAt = (records: KcatRecord[], at: CompareFinding["left"]) => {
      const found = records.find((one) => one.partition === at?.partition && one.offset === at.offset);
      return found?.value ? Buffer.from(found.value, "hex").toString() : null;
    };
    const shown = findings.map((one): [string, (string | null)[]] => [
      one.key?.data ?? "",
      [valueAt(ours, one.left), valueAt(theirs, one.right)],
    ]);
    expect(Object.fromEntries(shown)).toMatchObject({
      "order-9": [`{"step":"paid","n":9}`, `{"step":"lost","n":9}`],
      "order-8": [`{"step":"sent","n":8}`, null],
      "order-10": [`{"step":"new","n":10}`, `{"step":"sent","n":10}`],
      "order-11": [`{"step":"sent","n":11}`, `{"step":"sent","n":11}`],
      stranger: [null, "?"],
    });
  });

  test("the other way round, missing is extra and extra is missing", async () => {
    const [there, back] = await Promise.all([
      compare("compare.in", { with: "compare.changed" }),
      compare("compare.changed", { with: "compare.in" }),
    ]);
    const { missing, extra, more, fewer } = there.totals;
    expect(back.totals).toMatchObject({ missing: extra, extra: missing, more: fewer, fewer: more });
  });

  test("two ranges of one topic, by offset and by time", async () => {
    await make(
      "compare.twice",
      1,
      Array.from({ length: 20 }, (_, n): Event => [`k${n % 10}`, String(n % 10)]),
    );
    const halves = { end: "offset:10", withStart: "offset:10", with: "compare.twice" };
    expect((await compare("compare.twice", halves)).totals).toMatchObject({ verdict: "same", records: [10, 10] });
    const time = `time:${new Date(writtenAt + 10).toISOString()}`;
    const byTime = { end: time, withStart: time, with: "compare.twice" };
    expect((await compare("compare.twice", byTime)).totals).toMatchObject({ verdict: "same", records: [10, 10] });
    const nothing = { start: "offset:20", withStart: "offset:20", with: "compare.twice" };
    expect((await compare("compare.twice", nothing)).totals).toMatchObject({ verdict: "empty", records: [0, 0] });
  });

  test("aborted transactions did not go in, unless they are asked for", async () => {
    await clients.create("compare.aborted", 2, 3);
    await clients.create("compare.committed", 2, 3);
    await writer.writeTransactions("compare.aborted", [0, 1], "CACA");
    const committed = [0, 2].flatMap((at) =>
      [0, 1].flatMap((partition) =>
        [0, 1, 2].map((nth): OutRecord => ({
          partition,
          key: Buffer.from(`t${at}`),
          value: Buffer.from(`C${at}-${nth}`),
          headers: [],
          timestamp: BigInt(writtenAt),
        })),
      ),
    );
    await writer.write("compare.committed", committed);
    const search = { with: "compare.committed" };
    const { totals } = await compare("compare.aborted", search);
    // Every key was written to both partitions.
    expect(totals).toMatchObject({ verdict: "same", records: [12, 12], keys: 2, spreadKeys: [2, 2] });
    const all = await compare("compare.aborted", { ...search, isolation: "read_uncommitted" });
    expect(all.totals).toMatchObject({ verdict: "different", records: [24, 12], missing: 12, keys: 4 });
  });

  test("what cannot be compared is refused at its field", async () => {
    const refusal = (search: Record<string, string>) =>
      streamCompare(cluster, "compare.in", search, signal).then(
        () => null,
        (error: { code: string; fields: { path: string }[] }) => [error.code, error.fields.map((field) => field.path)],
      );
    expect(await refusal({ with: "compare.nowhere" })).toEqual(["NOT_FOUND", ["with"]]);
    expect(await refusal({ with: "compare.copy", withCluster: "nowhere" })).toEqual(["NOT_FOUND", ["with"]]);
    expect(await refusal({ with: "compare.copy", withPartitions: "9" })).toEqual(["INVALID", ["withPartitions"]]);
    expect(await refusal({ with: "compare.copy", start: "newest" })).toEqual(["INVALID", ["start"]]);
    expect(await refusal({})).toEqual(["INVALID", ["with"]]);
  });

  test("across clusters", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "highwater-compare-"));
    writeFileSync(
      path.join(dir, "highwater.yaml"),
      `clusters:\n  - { id: here, name: Here, brokers: [${kafka.bootstrap}] }\n  - { id: there, name: There, brokers: [${kafka.bootstrap}] }\n`,
    );
    try {
      await startProduct({ HIGHWATER_CONFIG: path.join(dir, "highwater.yaml"), HIGHWATER_HISTORY: "off" });
      const { totals } = await compare("compare.in", { with: "compare.copy", withCluster: "there" }, "here");
      expect(totals).toMatchObject({ verdict: "same", records: [603, 603] });
    } finally {
      await startProduct({ KAFKA_BROKERS: kafka.bootstrap, HIGHWATER_HISTORY: "off" });
      rmSync(dir, { recursive: true });
    }
  });
});

describe("finding duplicates", () => {
  beforeAll(async () => {
    await make("duplicates.some", 2, [...orders(100), ...orders(3), ["order-1", `{"step":"sent","n":1}`]]);
  });

  test("each record that is there again, with its first and its copies", async () => {
    const { totals, groups, done } = await findDuplicates("duplicates.some");
    expect(totals).toMatchObject({ complete: true, records: 310, duplicates: 10, groups: 9, otherPartition: 0 });
    expect(totals.distances).toEqual([10, 0, 0, 0, 0]);
    expect(totals.topKeys.map(({ key, copies }) => [key?.data, copies])).toEqual([
      ["order-1", 4],
      ["order-0", 3],
      ["order-2", 3],
    ]);
    expect(done).toMatchObject({ reason: "end", scannedRecords: 310, matched: 10 });
    const records = await readWithKcat(kafka.bootstrap, "duplicates.some", "read_committed");
    const at = ({ partition, offset }: { partition: number; offset: string }) =>
      records.find((one) => one.partition === partition && one.offset === offset);
    for (const { first, latest } of groups)
      for (const copy of latest) expect(at(copy)).toMatchObject({ key: at(first)!.key, value: at(first)!.value });
    expect(new Map(groups.map(({ id, copies }) => [id, copies])).values().toArray().toSorted()).toEqual([
      1, 1, 1, 1, 1, 1, 1, 1, 2,
    ]);
  });

  test("within a range there are only those of the range", async () => {
    const { totals } = await findDuplicates("duplicates.some", { end: "offset:100" });
    expect(totals).toMatchObject({ records: 200, duplicates: 0 });
  });

  test("by sequence: none of an idempotent producer, and the others are said to be left out", async () => {
    expect((await findDuplicates("compare.aborted", { by: "sequence" })).totals).toMatchObject({
      records: 12,
      duplicates: 0,
      withoutSequence: 0,
    });
    expect((await findDuplicates("duplicates.some", { by: "sequence" })).totals).toMatchObject({
      records: 310,
      withoutSequence: 310,
    });
  });
});
