import { expect, test } from "vitest";
import { assessGroup, type GroupCondition, groupConditionOrder, type GroupFacts, needsPerson } from "./group-health.ts";
import type { GroupProgress } from "./group-progress.ts";
import type { LagSum } from "./lag.ts";
import type { Verdict } from "./progress.ts";

function facts(sum: Partial<LagSum>, more: Partial<Omit<GroupFacts, "sum">> = {}): GroupFacts {
  const nothing = { partitions: 4, lag: 0n, lost: 0n, withoutCommit: 0, unknown: 0, beyondEnd: 0 };
  return { state: "Stable", members: 2, progress: null, ...more, sum: { ...nothing, ...sum } };
}

function progress(verdicts: Partial<Record<Verdict, number>>, more: Partial<GroupProgress> = {}): GroupProgress {
  const sums: GroupProgress["sums"] = {};
  for (const [verdict, partitions] of Object.entries(verdicts))
    sums[verdict as Verdict] = { partitions, topic: "orders", partition: 3, since: 1000, atLeast: false };
  const partitions = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return { partitions, judged: partitions, spanMs: 600_000, sums, back: null, loss: null, ...more };
}

const day = 86_400_000;
const soon = { ms: 2 * 3_600_000, topic: "orders", partition: 3 };

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
  [
    "nothing waits, and samples go with it: healthy",
    facts({}, { progress: progress({ "keeps-up": 4 }) }),
    "healthy",
    ["CAUGHT_UP"],
  ],
  [
    "nothing waits, but nobody is there to read: caught up is all that can be said",
    facts({}, { state: "Empty", members: 0, progress: progress({ "keeps-up": 4 }) }),
    "caught-up",
    ["CAUGHT_UP"],
  ],
  [
    "the records of the last seconds wait: healthy",
    facts({ lag: 9n }, { progress: progress({ "keeps-up": 4 }) }),
    "healthy",
    ["KEEPS_UP"],
  ],
  [
    "a partition that could not be judged leaves it behind, not healthy",
    facts({ lag: 9n }, { progress: progress({ "keeps-up": 3, unknown: 1 }) }),
    "behind",
    ["BEHIND"],
  ],
  [
    "as far behind as before: behind",
    facts({ lag: 9n }, { progress: progress({ "keeps-up": 3, behind: 1 }) }),
    "behind",
    ["BEHIND"],
  ],
  [
    "the lag falls: catching up",
    facts({ lag: 9n }, { progress: progress({ "keeps-up": 3, "catching-up": 1 }) }),
    "catching-up",
    ["CATCHING_UP"],
  ],
  [
    "one partition that falls behind outweighs those that catch up",
    facts({ lag: 9n }, { progress: progress({ "catching-up": 3, "falling-behind": 1 }) }),
    "falling-behind",
    ["FALLING_BEHIND", "CATCHING_UP"],
  ],
  [
    "one stalled partition is worse than slow ones",
    facts({ lag: 9n }, { progress: progress({ stalled: 1, "falling-behind": 3 }) }),
    "stalled",
    ["STALLED", "FALLING_BEHIND"],
  ],
  [
    "samples said stalled, but what waited was read since: healthy",
    facts({}, { progress: progress({ stalled: 4 }) }),
    "healthy",
    ["CAUGHT_UP"],
  ],
  [
    "without members it has stopped: that its commits stand still goes without saying",
    facts({ lag: 9n }, { state: "Empty", members: 0, progress: progress({ stalled: 4 }) }),
    "stopped",
    ["STOPPED"],
  ],
  [
    "a loss within a day puts it at risk",
    facts({ lag: 9n }, { progress: progress({ "falling-behind": 4 }, { loss: soon }) }),
    "at-risk",
    ["AT_RISK", "FALLING_BEHIND"],
  ],
  [
    "a stopped group whose unread records go within a day is at risk, because it stopped",
    facts({ lag: 9n }, { state: "Empty", members: 0, progress: progress({ stalled: 4 }, { loss: soon }) }),
    "at-risk",
    ["AT_RISK", "STOPPED"],
  ],
  [
    "a loss in two days is none yet",
    facts({ lag: 9n }, { progress: progress({ "falling-behind": 4 }, { loss: { ...soon, ms: 2 * day } }) }),
    "falling-behind",
    ["FALLING_BEHIND"],
  ],
  [
    "what is lost already is worse than what will be",
    facts({ lag: 9n, lost: 1n }, { progress: progress({ "falling-behind": 4 }, { loss: { ...soon, ms: 0 } }) }),
    "losing-records",
    ["LOST_RECORDS", "AT_RISK", "FALLING_BEHIND"],
  ],
  [
    "a commit that went back is told although the group keeps up",
    facts({ lag: 9n }, { progress: progress({ "keeps-up": 4 }, { back: { partitions: 1, records: 5n, at: 7 } }) }),
    "went-back",
    ["WENT_BACK", "KEEPS_UP"],
  ],
  [
    "offsets that are unknown now are worse than what samples knew",
    facts({ lag: 9n, unknown: 1 }, { progress: progress({ "catching-up": 4 }) }),
    "unknown",
    ["OFFSETS_UNKNOWN", "CATCHING_UP"],
  ],
  [
    "a partition without a commit is said beside how the others fare",
    facts({ lag: 9n, withoutCommit: 1 }, { progress: progress({ "falling-behind": 4 }) }),
    "falling-behind",
    ["FALLING_BEHIND", "NO_COMMIT"],
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

test("what samples tell carries where, since when and of how many partitions", () => {
  const { reasons } = assessGroup(
    facts(
      { lag: 12n },
      {
        progress: progress({ stalled: 1, "keeps-up": 3 }, { loss: soon, back: { partitions: 2, records: 5n, at: 7 } }),
      },
    ),
  );
  expect(Object.fromEntries(reasons.map(({ code, values }) => [code, values]))).toEqual({
    AT_RISK: soon,
    STALLED: { partitions: 1, topic: "orders", partition: 3, of: 4, since: 1000, sinceAtLeast: 0 },
    WENT_BACK: { partitions: 2, records: "5", at: 7 },
  });
});

test.each([
  ["at-risk", true],
  ["went-back", true],
  ["beyond-end", true],
  ["no-commit", false],
  ["catching-up", false],
  ["healthy", false],
] as const)("%s needs a person: %s", (condition, needed) => {
  expect(needsPerson(condition)).toBe(needed);
});
