import { expect, test } from "vitest";
import type { KeyAnomaly, KeyHistoryLine, KeyTarget, LatestRow } from "@/lib/api/keys.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { addHistoryLines, noHistory } from "./key-history-state.ts";
import { countRecords, readingOf } from "./reading-of.ts";
import { summarizeAnomalies } from "./key-notes.ts";
import { isWhole, noLatest, sortLatest } from "./latest-state.ts";

const record = (partition: number, offset: number, timestamp: number) =>
  ({ type: "record", partition, offset: String(offset), timestamp, value: null }) as unknown as MessageRecord;
const places = (lines: KeyHistoryLine[]) =>
  addHistoryLines(noHistory, lines).records.map(({ partition, offset }) => `${partition}:${offset}`);

test("records that come newest first stand oldest first", () => {
  expect(places([record(0, 9, 300), record(0, 8, 200), record(0, 7, 100)])).toEqual(["0:7", "0:8", "0:9"]);
});

test("a partition keeps its own order where its times run backwards", () => {
  expect(places([record(0, 10, 100), record(0, 9, 200)])).toEqual(["0:9", "0:10"]);
});

test("partitions are merged by time, also over several batches of lines", () => {
  const first = addHistoryLines(noHistory, [record(1, 5, 250), record(0, 9, 200)]);
  const all = addHistoryLines(first, [record(1, 4, 150), record(0, 8, 100)]);
  expect(all.records.map(({ timestamp }) => timestamp)).toEqual([100, 150, 200, 250]);
});

const target = (partitioner: KeyTarget["partitioner"], partition: number): KeyTarget => ({
  partitioner,
  encoding: "text",
  partition,
});
const several = (moved: boolean): KeyAnomaly => ({
  type: "anomaly",
  code: "SEVERAL_PARTITIONS",
  severity: moved ? "warn" : "crit",
  moved,
  stays: [
    { partition: 2, records: 3, firstMs: 1, lastMs: 5 },
    { partition: 4, records: 1, firstMs: 6, lastMs: 6 },
  ],
});
const back = (offset: number, backMs: number): KeyAnomaly => ({
  type: "anomaly",
  code: "TIME_BACKWARDS",
  severity: "warn",
  partition: 2,
  offset: String(offset),
  previous: String(offset - 1),
  backMs,
});

test("several partitions are told with the partitioners that send the key there", () => {
  const targets = [target("murmur2", 2), target("fnv1a", 2), target("consistent", 4)];
  const [note] = summarizeAnomalies([several(false)], targets, undefined);
  expect(note).toMatchObject({ code: "split", severity: "crit" });
  expect(note?.code === "split" && [...note.placers]).toEqual([
    [2, ["murmur2", "fnv1a"]],
    [4, ["consistent"]],
  ]);
});

test("anomalies of a kind become one note, with the worst of them", () => {
  const notes = summarizeAnomalies([several(true), back(7, 40), back(9, 4000)], [], record(2, 9, 1));
  expect(notes.map(({ code }) => code)).toEqual(["moved", "backwards"]);
  expect(notes[1]).toMatchObject({ count: 2, worstMs: 4000, first: { offset: "7" } });
});

const row = (key: string, timestamp: number) =>
  ({ key: { encoding: "text", data: key, size: 1 }, timestamp, partition: 0, updates: 1, size: 1 }) as LatestRow;

test("rows sort both ways, those alike by key", () => {
  const rows = [row("b", 1), row("c", 2), row("a", 1)];
  const keys = (sort: "time" | "-time" | "-key") => sortLatest(rows, sort).map(({ key }) => key.data);
  expect([keys("time"), keys("-time"), keys("-key")]).toEqual([
    ["a", "b", "c"],
    ["c", "a", "b"],
    ["c", "b", "a"],
  ]);
});

test("a table is whole only when every row that matches has come", () => {
  const done = { type: "done", reason: "end", scannedRecords: 1, scannedBytes: 1, matched: 1, elapsedMs: 1 } as const;
  const summary = { matching: 1 } as never;
  expect(isWhole(noLatest)).toBe(false);
  expect(isWhole({ ...noLatest, rows: [row("a", 1)], summary, done })).toBe(true);
  expect(isWhole({ ...noLatest, summary, done })).toBe(false);
});

const readings = [
  { encoding: "text", size: 4 },
  { encoding: "int32", size: 4 },
  { encoding: "int64", size: 8 },
] as const;
const keyed = (encoding: "text" | "integer", size: number, partition = 0) =>
  ({ partition, key: { encoding, data: "1234", size } }) as MessageRecord;

test.each([
  ["text", 4, "text"],
  ["integer", 4, "int32"],
  ["integer", 8, "int64"],
  ["text", 5, null],
] as const)("a key shown as %s of %i bytes stands under the reading %s", (encoding, size, reading) => {
  expect(readingOf(keyed(encoding, size), readings)).toBe(reading);
});

test("records are counted by reading and partition", () => {
  const counts = countRecords([keyed("text", 4, 2), keyed("text", 4, 2), keyed("integer", 4, 2)], readings);
  expect(Object.fromEntries(counts)).toEqual({ "text 2": 2, "int32 2": 1 });
});
