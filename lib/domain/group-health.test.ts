import { expect, test } from "vitest";
import { assessGroup, type GroupCondition, groupConditionOrder, type GroupFacts } from "./group-health.ts";
import type { LagSum } from "./lag.ts";

function facts(sum: Partial<LagSum>, more: Partial<Omit<GroupFacts, "sum">> = {}): GroupFacts {
  const nothing = { partitions: 4, lag: 0n, lost: 0n, withoutCommit: 0, unknown: 0, beyondEnd: 0 };
  return { state: "Stable", members: 2, ...more, sum: { ...nothing, ...sum } };
}

type Row = [sentence: string, facts: GroupFacts, condition: GroupCondition, codes: string[]];

const rows: Row[] = [
  ["nothing waits: caught up", facts({}), "caught-up", ["CAUGHT_UP"]],
  ["records wait while members read: behind", facts({ lag: 1n }), "behind", ["BEHIND"]],
  [
    "records wait and nobody reads: stopped",
    facts({ lag: 1n }, { state: "Empty", members: 0 }),
    "stopped",
    ["STOPPED"],
  ],
  [
    "no member left in a state other than Empty is stopped too",
    facts({ lag: 1n }, { state: "Dead", members: 0 }),
    "stopped",
    ["STOPPED"],
  ],
  [
    "members that could not be read do not make a group stopped",
    facts({ lag: 1n }, { members: null }),
    "behind",
    ["BEHIND"],
  ],
  [
    "a group without members and without lag is caught up",
    facts({}, { state: "Empty", members: 0 }),
    "caught-up",
    ["CAUGHT_UP"],
  ],
  [
    "one lost record is worse than being stopped",
    facts({ lag: 9n, lost: 1n }, { state: "Empty", members: 0 }),
    "losing-records",
    ["LOST_RECORDS", "STOPPED"],
  ],
  [
    "a commit beyond the end is worse than lag",
    facts({ lag: 9n, beyondEnd: 1 }),
    "beyond-end",
    ["BEYOND_END", "BEHIND"],
  ],
  [
    "partitions without a commit do not hide the lag of the others",
    facts({ lag: 9n, withoutCommit: 1 }),
    "behind",
    ["NO_COMMIT", "BEHIND"],
  ],
  [
    "partitions without a commit beside caught-up ones: caught up, and said",
    facts({ withoutCommit: 1 }),
    "caught-up",
    ["NO_COMMIT", "CAUGHT_UP"],
  ],
  ["no commit at all", facts({ lag: null, withoutCommit: 4 }), "no-commit", ["NO_COMMIT"]],
  ["a group without any partition has no commit", facts({ partitions: 0, lag: null }), "no-commit", []],
  ["unread offsets leave it unknown, not caught up", facts({ unknown: 1 }), "unknown", ["OFFSETS_UNKNOWN"]],
  [
    "nothing known at all is unknown, not without a commit",
    facts({ lag: null, unknown: 4 }),
    "unknown",
    ["OFFSETS_UNKNOWN"],
  ],
  [
    "loss is told although other offsets are unknown",
    facts({ lost: 1n, unknown: 1 }),
    "losing-records",
    ["LOST_RECORDS", "OFFSETS_UNKNOWN"],
  ],
];

test.each(rows)("%s", (_, given, condition, codes) => {
  const assessed = assessGroup(given);
  expect(assessed.condition).toBe(condition);
  expect(assessed.reasons.map(({ code }) => code)).toEqual(codes);
});

test("reasons carry the figures of their sentence", () => {
  const { reasons } = assessGroup(
    facts(
      { partitions: 6, lag: 12n, lost: 3n, withoutCommit: 2, unknown: 1, beyondEnd: 1 },
      { state: "Empty", members: 0 },
    ),
  );
  expect(Object.fromEntries(reasons.map(({ code, values }) => [code, values]))).toEqual({
    LOST_RECORDS: { records: "3" },
    STOPPED: { records: "12" },
    BEYOND_END: { partitions: 1 },
    OFFSETS_UNKNOWN: { partitions: 1 },
    NO_COMMIT: { partitions: 2, of: 6 },
  });
});

test("reasons come worst first, and every condition has a place in the order", () => {
  const order = ["crit", "warn", "unknown", "info", "ok"];
  for (const [, given, condition] of rows) {
    const severities = assessGroup(given).reasons.map(({ severity }) => order.indexOf(severity));
    expect(severities).toEqual(severities.toSorted((a, b) => a - b));
    expect(groupConditionOrder).toContain(condition);
  }
});
