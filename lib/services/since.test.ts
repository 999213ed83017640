import { describe, expect, test } from "vitest";
import type { Condition } from "../history/store.ts";
import { roundOf } from "../history/testing.ts";
import type { ClusterMetadata } from "../kafka/metadata.ts";
import type { PlacedVerdict } from "./group-verdicts.ts";
import { SinceWhen } from "./since.ts";

const noon = Date.parse("2026-11-23T12:00:00Z");
const minute = 60_000;
const healthy: ClusterMetadata = { brokers: [], topics: new Map() } as unknown as ClusterMetadata;
const none = () => null;

/** A round in which group billing has committed so much of 100 records, in a state. */
const roundAt = (at: number, committed: number, state = "Empty") =>
  roundOf(at, {
    topics: { orders: [[0, 100]] },
    groups: { billing: { orders: [committed] } },
    states: { billing: state },
  });

const stopped = (since: SinceWhen) => since.of("GROUP_STOPPED", "billing");

describe("since when something needs attention", () => {
  test("is the round that saw it first; what the first round of all sees began before", () => {
    const since = new SinceWhen();
    since.look(roundAt(noon, 60), healthy, [], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: true });
    since.look(roundAt(noon + minute, 60), healthy, [3], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: true });
    expect(since.of("BROKER_DOWN", "3")).toEqual({ at: noon + minute, atLeast: false });
  });

  test("begins anew after it was over for longer than two minutes", () => {
    const since = new SinceWhen();
    since.look(roundAt(noon, 100), healthy, [], none);
    since.look(roundAt(noon + minute, 60), healthy, [], none);
    since.look(roundAt(noon + 2 * minute, 60, "Stable"), healthy, [], none);
    since.look(roundAt(noon + 3 * minute, 60), healthy, [], none);
    expect(stopped(since)?.at).toBe(noon + minute);
    for (const at of [4, 5, 6, 7]) since.look(roundAt(noon + at * minute, 60, "Stable"), healthy, [], none);
    since.look(roundAt(noon + 8 * minute, 60), healthy, [], none);
    expect(stopped(since)).toEqual({ at: noon + 8 * minute, atLeast: false });
  });

  test("of a verdict is what the samples say of it, and stays while it lasts", () => {
    const since = new SinceWhen();
    const verdict = (at: number, atLeast: boolean) => (): PlacedVerdict[] => [
      { topic: "orders", partition: 0, verdict: "stalled", lag: 40n, since: at, atLeast },
    ];
    since.look(roundAt(noon, 60, "Stable"), healthy, [], verdict(noon - 3 * minute, false));
    since.look(roundAt(noon + 9 * minute, 60, "Stable"), healthy, [], verdict(noon - minute, true));
    expect(since.ofStatus("stalled", "billing")).toEqual({ at: noon - 3 * minute, atLeast: false });
    expect(since.ofStatus("healthy", "billing")).toBeNull();
  });

  test("of a group at risk is since when it stopped, stalled or fell behind", () => {
    const since = new SinceWhen();
    since.look(roundAt(noon, 60), healthy, [], none);
    expect(since.ofStatus("at-risk", "billing")).toEqual({ at: noon, atLeast: true });
    expect(since.of("GROUP_AT_RISK", "billing")).toEqual({ at: noon, atLeast: true });
  });

  test("is told to be kept when something began or ended, and only then", () => {
    const since = new SinceWhen();
    const first = since.look(roundAt(noon, 60), healthy, [], none);
    expect(first).toEqual([{ key: "GROUP_STOPPED billing", mark: "60", at: noon, atLeast: true, seenAt: noon }]);
    expect(since.look(roundAt(noon + minute, 60), healthy, [], none)).toBeNull();
    since.look(roundAt(noon + 2 * minute, 100), healthy, [], none);
    expect(since.look(roundAt(noon + 9 * minute, 100), healthy, [], none)).toEqual([]);
  });

  test("a first look after a pause that cannot tell yet ends nothing", () => {
    const since = new SinceWhen();
    since.look(roundAt(noon, 60), healthy, [], none);
    since.look(roundAt(noon + 5 * minute, 100), healthy, [], none);
    since.look(roundAt(noon + 5 * minute + 10_000, 60), healthy, [], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: true });
  });
});

describe("after a restart", () => {
  const kept: Condition[] = [
    { key: "GROUP_STOPPED billing", mark: "60", at: noon, atLeast: false, seenAt: noon },
    { key: "BROKER_DOWN 3", mark: null, at: noon, atLeast: false, seenAt: noon },
  ];
  const restarted = (lastAt: number | null) => {
    const since = new SinceWhen();
    since.restore(kept, lastAt);
    return since;
  };

  test("what still is began when it began", () => {
    const since = restarted(noon + minute);
    since.look(roundAt(noon + 5 * minute, 60), healthy, [3], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: false });
    expect(since.of("BROKER_DOWN", "3")).toEqual({ at: noon, atLeast: false });
  });

  test("a verdict is waited for until there are samples enough to judge by", () => {
    const since = new SinceWhen();
    since.restore(
      [{ key: "GROUP_STALLED billing", mark: null, at: noon, atLeast: false, seenAt: noon }],
      noon + minute,
    );
    since.look(roundAt(noon + 5 * minute, 60, "Stable"), healthy, [], none);
    since.look(roundAt(noon + 8 * minute, 60, "Stable"), healthy, [], none);
    since.look(roundAt(noon + 9 * minute, 60, "Stable"), healthy, [], () => [
      { topic: "orders", partition: 0, verdict: "stalled", lag: 40n, since: noon + 5 * minute, atLeast: true },
    ]);
    expect(since.ofStatus("stalled", "billing")).toEqual({ at: noon, atLeast: false });
    for (const at of [10, 11, 12]) since.look(roundAt(noon + at * minute, 60, "Stable"), healthy, [], () => []);
    expect(since.ofStatus("stalled", "billing")).toBeNull();
  });

  test("after a long time nobody knows what was in between, but that commits which stand still did not move", () => {
    const since = restarted(noon + minute);
    const late = noon + 5 * 60 * minute;
    since.look(roundAt(late, 60), healthy, [3], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: false });
    expect(since.of("BROKER_DOWN", "3")).toEqual({ at: late, atLeast: true });
  });

  test("a group that read on in a long time without samples stopped some time later", () => {
    const since = restarted(noon + minute);
    const late = noon + 5 * 60 * minute;
    since.look(roundAt(late, 70), healthy, [], none);
    expect(stopped(since)).toEqual({ at: late, atLeast: true });
  });

  test("with nothing kept, what is there began before", () => {
    const since = new SinceWhen();
    since.restore([], null);
    since.look(roundAt(noon, 60), healthy, [], none);
    expect(stopped(since)).toEqual({ at: noon, atLeast: true });
  });

  test("of topics is told too: without a leader, below their least in-sync replicas, with a hot partition", () => {
    const since = new SinceWhen();
    const partition = (leader: number | null, isr: number[]) => ({ partition: 0, leader, replicas: [1, 2, 3], isr });
    const metadata = (...partitions: object[]) =>
      ({
        brokers: [],
        topics: new Map([["orders", { name: "orders", internal: false, partitions }]]),
      }) as unknown as ClusterMetadata;
    const even = (at: number) =>
      roundOf(at, {
        topics: {
          orders: [
            [0, 500],
            [0, 500],
            [0, 500],
          ],
        },
      });
    const skewed = (at: number) =>
      roundOf(at, {
        topics: {
          orders: [
            [0, 9000],
            [0, 0],
            [0, 0],
          ],
        },
      });
    const beside = { minIsrOf: () => 2, wrong: [] };
    const told = () =>
      (["OFFLINE_PARTITIONS", "BELOW_MIN_ISR", "UNDER_REPLICATED", "HOT_PARTITION"] as const).map(
        (code) => since.of(code, "orders")?.at ?? null,
      );
    const whole = partition(1, [1, 2, 3]);
    since.look(even(noon), metadata(whole, whole, whole), [], none, beside);
    expect(told()).toEqual([null, null, null, null]);
    since.look(even(noon + minute), metadata(whole, whole, partition(1, [1, 2])), [], none, beside);
    expect(told()).toEqual([null, null, noon + minute, null]);
    since.look(skewed(noon + 2 * minute), metadata(whole, whole, partition(1, [1])), [], none, beside);
    expect(told()).toEqual([null, noon + 2 * minute, noon + minute, noon + 2 * minute]);
    since.look(skewed(noon + 3 * minute), metadata(whole, whole, partition(null, [1])), [], none, beside);
    expect(told()).toEqual([noon + 3 * minute, noon + 2 * minute, noon + minute, noon + 2 * minute]);
  });

  test.each([
    ["a failed log directory", "LOG_DIR_FAILED", "2"],
    ["a broker that does not answer", "BROKER_NOT_ANSWERING", "2"],
    ["a missing controller", "NO_CONTROLLER", ""],
  ] as const)("of %s is when a round first heard of it", (_, code, name) => {
    const since = new SinceWhen();
    const beside = (...wrong: [typeof code, string][]) => ({ minIsrOf: () => null, wrong });
    since.look(roundAt(noon, 100), healthy, [], none, beside());
    since.look(roundAt(noon + minute, 100), healthy, [], none, beside([code, name]));
    since.look(roundAt(noon + 2 * minute, 100), healthy, [], none, beside([code, name]));
    expect(since.of(code, name)).toEqual({ at: noon + minute, atLeast: false });
    expect(since.of(code, "1")).toBeNull();
  });
});
