import { expect, test } from "vitest";
import { combineProgress, type PlacedProgress } from "./group-progress.ts";
import type { Verdict } from "./progress.ts";

function placed(partition: number, verdict: Verdict, more: Partial<PlacedProgress> = {}): PlacedProgress {
  return { topic: "orders", partition, verdict, lag: 10n, since: null, atLeast: false, lossMs: null, ...more };
}

const group = combineProgress(
  [
    placed(0, "stalled", { lag: 5n, since: 100, atLeast: true }),
    placed(1, "stalled", { lag: 50n, since: 200, lossMs: 9000 }),
    placed(2, "keeps-up"),
    placed(3, "unknown", { lag: null }),
    placed(4, "falling-behind", { since: 300, lossMs: 7000 }),
  ],
  600_000,
  null,
);

test("partitions of one verdict count together, named by the one with most lag, since the first of them", () => {
  expect(group.sums.stalled).toEqual({ partitions: 2, topic: "orders", partition: 1, since: 100, atLeast: true });
  expect(group.sums["catching-up"]).toBeUndefined();
});

test("what could not be judged is said", () => {
  expect(group).toMatchObject({ partitions: 5, judged: 4, spanMs: 600_000 });
});

test("the first loss is the group's", () => {
  expect(group.loss).toEqual({ ms: 7000, topic: "orders", partition: 4 });
  expect(combineProgress([placed(0, "stalled")], 1, null).loss).toBeNull();
});
