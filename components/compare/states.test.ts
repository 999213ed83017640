import { describe, expect, test } from "vitest";
import type { DuplicateGroup } from "@/lib/api/duplicates.ts";
import type { Datum, PartitionFailure, ScanDone } from "@/lib/api/messages.ts";
import { addDuplicatesLine, noDuplicates, spreadOf } from "./duplicates-state.ts";
import { readPlace, writePlace } from "./range.ts";
import { addLines, idleRun } from "./run-state.ts";
import { compareData } from "./value-rows.ts";

function group(id: number, copies: number, place: Partial<DuplicateGroup["first"]> = {}): DuplicateGroup {
  const first = { partition: 0, offset: "1", timestamp: 1_000 };
  const latest = [{ ...first, offset: "9007199254740993", timestamp: 4_000, ...place }];
  return { type: "group", id, key: null, first, copies, latest };
}

describe("duplicates as they come", () => {
  test("the group with the most copies stands first, and one that has grown takes its new place", () => {
    const lines = [group(1, 1), group(2, 3), group(3, 2), group(1, 4), group(4, 2)];
    const { groups } = lines.reduce(addDuplicatesLine, noDuplicates);
    expect(groups.map(({ id, copies }) => [id, copies])).toEqual([
      [1, 4],
      [2, 3],
      [3, 2],
      [4, 2],
    ]);
  });

  test("at most 100 groups are kept", () => {
    const lines = Array.from({ length: 120 }, (_, id) => group(id, 1 + (id % 7)));
    expect(lines.reduce(addDuplicatesLine, noDuplicates).groups).toHaveLength(100);
  });

  test("how far apart: every digit of an offset, and none across partitions", () => {
    expect(spreadOf(group(1, 1))).toEqual({ ms: 3_000, offsets: 9007199254740992n });
    expect(spreadOf(group(1, 1, { partition: 2 }))).toEqual({ ms: 3_000, offsets: null });
  });
});

describe("a run", () => {
  const done: ScanDone = {
    type: "done",
    reason: "end",
    scannedRecords: 3,
    scannedBytes: 9,
    matched: 0,
    elapsedMs: 1,
  };
  const failure: PartitionFailure = {
    type: "partition-error",
    partition: 1,
    offset: null,
    code: "NO_LEADER",
    message: "",
  };
  const sum = (total: number, line: { type: "more"; by: number }) => total + line.by;
  const running = { ...idleRun(0), status: "running" as const };

  test("adds up its lines, keeps what failed, and ends with its last line", () => {
    const run = addLines(running, [{ type: "more", by: 2 }, failure, { type: "more", by: 3 }, done], sum);
    expect(run).toMatchObject({ status: "done", result: 5, failures: [failure], done });
  });

  test("that could not go on has failed", () => {
    expect(addLines(running, [{ ...done, reason: "error", code: "TIMEOUT" }], sum)).toMatchObject({ status: "failed" });
  });

  test("that was stopped takes no more lines", () => {
    const stopped = { ...running, status: "stopped" as const };
    expect(addLines(stopped, [{ type: "more", by: 2 }], sum)).toBe(stopped);
  });
});

describe("where a range begins", () => {
  test.each([
    ["oldest", { kind: "log" }, null],
    ["now", { kind: "log" }, null],
    ["offset:42", { kind: "offset", offset: "42" }, "offset:42"],
    [
      "time:2026-11-23T12:00:00.000Z",
      { kind: "time", iso: "2026-11-23T12:00:00.000Z" },
      "time:2026-11-23T12:00:00.000Z",
    ],
  ])("%s is read and written", (text, place, written) => {
    expect(readPlace(text)).toEqual(place);
    expect(writePlace(readPlace(text))).toBe(written);
  });
});

describe("how two values differ", () => {
  const json = (data: string): Datum => ({ encoding: "json", data, size: data.length });
  const text = (data: string): Datum => ({ encoding: "text", data, size: data.length });
  const cases: [what: string, left: Datum | null, right: Datum | null, expected: unknown][] = [
    ["the same", json('{"a":1}'), json('{"a":1}'), { kind: "same" }],
    ["both are tombstones", null, null, { kind: "same" }],
    [
      "in fields, to the last digit",
      json('{"a":9007199254740992,"b":1}'),
      json('{"a":9007199254740993,"c":true}'),
      {
        kind: "fields",
        rows: [
          { path: "a", left: "9007199254740992", right: "9007199254740993" },
          { path: "c", left: null, right: "true" },
          { path: "b", left: "1", right: null },
        ],
      },
    ],
    ["a tombstone on one side", text("x"), null, { kind: "whole", left: "x", right: null }],
    ["no JSON", text("x"), text("y"), { kind: "whole", left: "x", right: "y" }],
    ["only in how the JSON is written", json('{"a":1}'), json('{ "a":1}'), { kind: "whole" }],
  ];
  test.each(cases)("%s", (_, left, right, expected) => {
    expect(compareData(left, right)).toMatchObject(expected as object);
  });
});
