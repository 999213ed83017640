import { describe, expect, it } from "vitest";
import type { MessageRecord, ScanLine, ScanProgress } from "@/lib/api/messages.ts";
import { isFollowing, MOST_RECORDS, reduceScan, type ScanState, startingScan } from "./scan-state.ts";

const record = (offset: number): MessageRecord => ({
  type: "record",
  partition: 0,
  offset: String(offset),
  timestamp: offset,
  timestampType: "CreateTime",
  key: null,
  value: null,
  headers: [],
  size: 1,
  sequence: null,
  control: null,
  aborted: false,
  batch: {
    baseOffset: "0",
    records: 1,
    sizeBytes: 1,
    codec: "none",
    producerId: "-1",
    producerEpoch: -1,
    leaderEpoch: 0,
    transactional: false,
  },
});

const progress = (phase: ScanProgress["phase"]): ScanProgress => ({
  type: "progress",
  phase,
  scannedRecords: 10,
  scannedBytes: 10,
  matched: 1,
  share: null,
  totalRecords: null,
  reachedMs: null,
  remainingMs: null,
  elapsedMs: 1,
});

const done = (reason: "end" | "limit" | "error"): ScanLine => ({
  type: "done",
  reason,
  scannedRecords: 2,
  scannedBytes: 2,
  matched: 2,
  elapsedMs: 3,
});

const offsets = (state: ScanState) => state.records.map(({ offset }) => Number(offset));
const take = (state: ScanState, ...lines: ScanLine[]) => reduceScan(state, { type: "lines", lines });
const start = (newestFirst: boolean) => reduceScan(startingScan, { type: "start", newestFirst, keep: false });

describe("reduceScan", () => {
  it("shows records as the server sends them", () => {
    const state = take(take(start(true), record(9), record(8)), record(7));
    expect(offsets(state)).toEqual([9, 8, 7]);
  });

  it("is done with the last line, and takes nothing after it", () => {
    const state = take(start(true), record(2), done("limit"));
    expect([state.status, state.done?.reason]).toEqual(["done", "limit"]);
    expect(take(state, record(1))).toBe(state);
  });

  it("puts what is followed on top when the newest stand first, the newest uppermost", () => {
    const state = take(start(true), record(2), record(1), progress("following"), record(3), record(4));
    expect(isFollowing(state)).toBe(true);
    expect(offsets(state)).toEqual([4, 3, 2, 1]);
  });

  it("puts what is followed at the end otherwise", () => {
    expect(offsets(take(start(false), record(1), progress("following"), record(2)))).toEqual([1, 2]);
  });

  it("lets followed records wait while the reader looks elsewhere, and shows them on return", () => {
    const following = take(start(true), record(1), progress("following"));
    const held = take(reduceScan(following, { type: "hold", held: true }), record(2), record(3));
    expect([offsets(held), held.waiting.length]).toEqual([[1], 2]);
    const back = reduceScan(held, { type: "hold", held: false });
    expect([offsets(back), back.waiting.length]).toEqual([[3, 2, 1], 0]);
  });

  it("does not let the records of a search wait", () => {
    const held = reduceScan(start(true), { type: "hold", held: true });
    expect(offsets(take(held, record(1)))).toEqual([1]);
  });

  it("keeps at most 100,000 and drops the oldest", () => {
    const many = Array.from({ length: MOST_RECORDS }, (_, index) => record(index));
    const state = take(start(false), ...many, progress("following"), record(-1), record(-2));
    expect(state.records).toHaveLength(MOST_RECORDS);
    expect([state.dropped, state.records[0]?.offset, state.records.at(-1)?.offset]).toEqual([2, "2", "-2"]);
    const newest = take(start(true), ...many, progress("following"), record(-1));
    expect([newest.dropped, newest.records[0]?.offset]).toEqual([1, "-1"]);
  });

  it("keeps the rows of the scan before until its own come", () => {
    const before = take(start(true), record(2), record(1), done("limit"));
    const again = reduceScan(before, { type: "start", newestFirst: true, keep: true });
    expect([offsets(again), again.stale]).toEqual([[2, 1], true]);
    expect(offsets(take(again, record(3)))).toEqual([3]);
    expect(offsets(take(again, done("end")))).toEqual([]);
  });

  it("gathers failures and warnings while the others go on", () => {
    const failure = { type: "partition-error", partition: 3, offset: null, code: "NO_LEADER", message: "x" } as const;
    const warning = { type: "warning", code: "FILTER_FAILED", message: "x", partition: 0, offset: "1" } as const;
    const state = take(start(true), failure, warning, record(1), done("end"));
    expect([state.failures, state.warnings, state.records.length]).toEqual([[failure], [warning], 1]);
  });

  it("shows what waits when it is stopped, and takes nothing more", () => {
    const following = take(start(true), record(1), progress("following"));
    const held = take(reduceScan(following, { type: "hold", held: true }), record(2));
    const stopped = reduceScan(held, { type: "stop" });
    expect([stopped.status, offsets(stopped)]).toEqual(["stopped", [2, 1]]);
    expect(reduceScan(stopped, { type: "end" })).toBe(stopped);
  });

  it("has failed when the answer ends without a last line", () => {
    expect(reduceScan(take(start(true), record(1)), { type: "end" }).status).toBe("failed");
  });
});
