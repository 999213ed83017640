import { describe, expect, test } from "vitest";
import type { GroupHistory, PartitionOutlook } from "@/lib/api/history.ts";
import { outlookHelp, outlookReasons } from "./outlook-reasons.ts";

const HOUR = 3_600_000;
const partition = (index: number, lag: string | null): PartitionOutlook => ({
  topic: "orders",
  partition: index,
  lag,
  lagMs: 60_000,
  lagMsAtLeast: false,
  producedPerSecond: 10,
  consumedPerSecond: 8,
  lagPerSecond: 2,
  drain: { none: "not-falling" },
  loss: { none: "not-reached" },
  samples: 30,
  spanMs: 300_000,
});
const growing = Array.from({ length: 11 }, (_, minute): [number, number] => [minute * 60_000, 100 + minute * 10]);

function history(change: Partial<GroupHistory> = {}): GroupHistory {
  const { topic: _, partition: __, ...outlook } = partition(0, "100");
  return {
    asOf: "2026-11-23T14:00:00Z",
    errors: [],
    from: "2026-11-23T13:00:00Z",
    to: "2026-11-23T14:00:00Z",
    step: 60_000,
    thinnedFrom: null,
    sampledEveryMs: 10_000,
    since: "2026-11-23T13:30:00Z",
    store: "sqlite",
    series: [{ name: "", kind: "total", measure: "lag", unit: "records", estimate: false, points: growing }],
    events: [],
    outlook,
    partitions: [partition(0, "50"), partition(1, "50")],
    ...change,
  };
}

const codes = (answer: GroupHistory) => outlookReasons(answer).map(({ code }) => code);

describe("outlookReasons", () => {
  test("says that the lag does not fall, and that commits only moved forward since sampling began", () => {
    expect(outlookReasons(history())).toEqual([
      { code: "NOT_FALLEN", tone: "warn", ms: 600_000, reads: true },
      { code: "ONLY_FORWARD", tone: "ok", ms: HOUR / 2 },
    ]);
  });

  test("names the partition that loses first, red within a day", () => {
    const first = { ...partition(3, "5"), loss: { ms: 2 * HOUR } };
    const answer = history({ partitions: [{ ...partition(1, "9"), loss: { ms: 9 * HOUR } }, first] });
    expect(outlookReasons(answer)[0]).toEqual({ code: "LOSS_AHEAD", tone: "crit", ms: 2 * HOUR, partition: first });
  });

  test("leaves out a loss that has happened, or is more than a week away", () => {
    for (const ms of [0, 24 * 24 * HOUR])
      expect(codes(history({ partitions: [{ ...partition(0, "9"), loss: { ms } }] }))).not.toContain("LOSS_AHEAD");
  });

  test("names a partition with more than three times the mean, only while the lag grows", () => {
    const partitions = [partition(0, "90"), ...[1, 2, 3, 4].map((index) => partition(index, "1"))];
    expect(outlookReasons(history({ partitions }))[1]).toMatchObject({ code: "ONE_PARTITION", share: 90 / 94 });
    expect(codes(history({ partitions, series: [] }))).not.toContain("ONE_PARTITION");
  });

  test("says how often commits went back, and when last", () => {
    const back = (at: number) => ({ at, code: "commit-back" as const, kind: "group" as const, name: "g", values: {} });
    expect(outlookReasons(history({ events: [back(5), back(9)] })).at(-1)).toEqual({
      code: "WENT_BACK",
      tone: "warn",
      times: 2,
      at: 9,
    });
  });

  test("puts a loss that is days away behind what is amber", () => {
    const partitions = [{ ...partition(0, "9"), loss: { ms: 100 * HOUR } }];
    expect(codes(history({ partitions }))).toEqual(["NOT_FALLEN", "LOSS_AHEAD", "ONLY_FORWARD"]);
  });

  test("says nothing of movement where nothing moves", () => {
    expect(codes(history({ outlook: { ...history().outlook, consumedPerSecond: 0 } }))).toEqual(["NOT_FALLEN"]);
  });

  test("says nothing of movement while too little was sampled", () => {
    expect(codes(history({ since: null }))).toEqual(["NOT_FALLEN"]);
  });
});

describe("outlookHelp", () => {
  const loss = { code: "LOSS_AHEAD", tone: "crit", ms: HOUR, partition: partition(0, "1") } as const;
  const stuck = { code: "NOT_FALLEN", tone: "warn", ms: HOUR, reads: false } as const;

  test("gains time before a loss, and looks at members that commit nothing", () => {
    expect(outlookHelp([loss, stuck], 2)).toEqual(["gain-time", "look-at-members"]);
    expect(outlookHelp([{ ...stuck, reads: true }], 2)).toEqual(["read-faster"]);
  });

  test("has no word for members where there are none, nor for a loss that is far", () => {
    expect(outlookHelp([stuck, { ...loss, tone: "info" }], 0)).toEqual([]);
  });
});
