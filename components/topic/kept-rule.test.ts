import { describe, expect, test } from "vitest";
import type { KeptRecords } from "@/lib/api/topics.ts";
import { type KeptView, viewKept } from "./kept-rule.ts";

const now = 1_790_000_000_000;
const hour = 3_600_000;
const day = 24 * hour;
const record = (partition: number, ageMs: number) => ({ partition, offset: "7", timestamp: String(now - ageMs) });
const kept = (more: Partial<KeptRecords>): KeptRecords => ({
  oldest: null,
  least: null,
  partitions: [],
  emptyPartitions: 0,
  unknownPartitions: 0,
  unknown: null,
  ...more,
});
const deletes = { cleanupPolicy: ["delete"], retentionMs: String(7 * day), retentionBytes: "-1" };

const rows: [sentence: string, topic: typeof deletes, kept: KeptRecords, told: Partial<KeptView>][] = [
  [
    "the oldest record's age against retention.ms",
    deletes,
    kept({ oldest: record(2, 6 * day + 20 * hour) }),
    { kind: "time", partition: 2, limitMs: 7 * day, ageMs: 6 * day + 20 * hour, share: 164 / 168 },
  ],
  [
    "whole segments are deleted, so a record may outlive its time",
    deletes,
    kept({ oldest: record(0, 8 * day) }),
    { kind: "time", share: 8 / 7 },
  ],
  [
    "a size that deletes sooner shows as a partition that keeps far less",
    deletes,
    kept({ oldest: record(0, 6 * day), least: record(3, 2 * hour) }),
    { kind: "time", least: { partition: 3, ageMs: 2 * hour } },
  ],
  [
    "partitions that are cut at about the same age are not told apart",
    deletes,
    kept({ oldest: record(0, 6 * day), least: record(3, 5 * day) }),
    { least: null },
  ],
  [
    "without a time limit there is an age and nothing to hold it against",
    { ...deletes, retentionMs: "-1", retentionBytes: "1000" },
    kept({ oldest: record(0, day) }),
    { kind: "size", ageMs: day },
  ],
  [
    "kept for ever",
    { ...deletes, retentionMs: "-1" },
    kept({ oldest: record(0, day) }),
    { kind: "no-limit", ageMs: day },
  ],
  [
    "of a compacted topic retention.ms counts for nothing",
    { ...deletes, cleanupPolicy: ["compact"] },
    kept({ oldest: record(0, 30 * day) }),
    { kind: "newest-per-key", ageMs: 30 * day },
  ],
  [
    "compacted and deleted: time counts",
    { ...deletes, cleanupPolicy: ["compact", "delete"] },
    kept({ oldest: record(0, day) }),
    { kind: "time", ageMs: day },
  ],
  ["no records", deletes, kept({ emptyPartitions: 3 }), { kind: "empty" }],
  [
    "no partition told: unknown, with the reason",
    deletes,
    kept({ unknownPartitions: 3, unknown: "NO_LEADER" }),
    { kind: "unknown", code: "NO_LEADER" },
  ],
  [
    "some partitions did not tell: the others do, and it is said",
    deletes,
    kept({ oldest: record(1, day), unknownPartitions: 1, unknown: "TIMEOUT" }),
    { kind: "time", ageMs: day, unknownPartitions: 1 },
  ],
  [
    "settings that could not be read leave the age without a limit",
    { cleanupPolicy: [], retentionMs: "", retentionBytes: "" },
    kept({ oldest: record(1, day) }),
    { kind: "rule-unknown" },
  ],
  ["a clock a little behind is no future", deletes, kept({ oldest: record(0, -2000) }), { kind: "time", ageMs: 0 }],
  ["a record from tomorrow has no age", deletes, kept({ oldest: record(0, -day) }), { kind: "future" }],
];

describe("viewKept", () => {
  test.each(rows)("%s", (_, topic, given, told) => {
    expect(viewKept(topic, given, now)).toMatchObject(told);
  });
});
