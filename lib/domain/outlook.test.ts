import { describe, expect, test } from "vitest";
import type { PartitionSample } from "./mean-rates.ts";
import {
  assessTrend,
  calculateOutlook,
  combineOutlooks,
  type Estimate,
  type Outlook,
  type OutlookInput,
} from "./outlook.ts";

type Offset = number | bigint | null;
type Line = Offset | ((seconds: number) => Offset);

const dayMs = 86_400_000;
const now = 100_000;

function at(line: Line, seconds: number): bigint | null {
  const offset = typeof line === "function" ? line(seconds) : line;
  return offset === null ? null : BigInt(offset);
}

/** input samples the lines every 10 s from 0 to 100 s (now); its trail is the known ends of the samples. */
function input(end: Line, committed: Line, more: Partial<OutlookInput> & { start?: Line; seconds?: number[] } = {}) {
  const { start = 0, seconds = Array.from({ length: 11 }, (_, index) => index * 10), ...given } = more;
  const samples = seconds.map((second): PartitionSample => ({
    at: second * 1000,
    start: at(start, second),
    end: at(end, second),
    committed: at(committed, second),
  }));
  const trail = samples.flatMap((sample) => (sample.end === null ? [] : [{ at: sample.at, end: sample.end }]));
  return { samples, trail, retentionMs: 7 * dayMs, deletes: true, now, ...given };
}

/** line rises by perSecond from first. */
const line = (first: number, perSecond: number) => (second: number) => first + perSecond * second;

/** jumps rises by `by` at each of the seconds. */
const jumps =
  (by: number, ...seconds: number[]) =>
  (second: number) =>
    by * seconds.filter((jump) => jump <= second).length;

const none = (reason: Extract<Estimate, { none: string }>["none"]): Estimate => ({ none: reason });
const seconds = (count: number): Estimate => ({ ms: count * 1000 });

describe("calculateOutlook: lag and rates", () => {
  const rows: [sentence: string, input: OutlookInput, outlook: Partial<Outlook>][] = [
    [
      "no samples: nothing is known",
      input(0, 0, { seconds: [] }),
      {
        lag: null,
        lagMs: null,
        lagMsAtLeast: false,
        producedPerSecond: null,
        consumedPerSecond: null,
        lagPerSecond: null,
        drain: none("unknown"),
        loss: none("unknown"),
        samples: 0,
        spanMs: 0,
      },
    ],
    [
      "one sample: a lag, but no rate",
      input(50, 40, { seconds: [100] }),
      { lag: 10n, producedPerSecond: null, drain: none("too-few-samples"), samples: 1, spanMs: 0 },
    ],
    [
      "two samples are too few, however far apart",
      input(line(0, 1), 0, { seconds: [0, 100] }),
      { producedPerSecond: null, drain: none("too-few-samples"), samples: 2, spanMs: 100_000 },
    ],
    [
      "19 s are too short, however many the samples",
      input(line(0, 1), 0, { seconds: [81, 85, 90, 95, 100] }),
      { producedPerSecond: null, drain: none("too-few-samples"), samples: 5, spanMs: 19_000 },
    ],
    [
      "three samples over 20 s are enough",
      input(line(0, 1), 0, { seconds: [80, 90, 100] }),
      { producedPerSecond: 1, samples: 3, spanMs: 20_000 },
    ],
    [
      "rates are means of all samples, lag's the difference of the two",
      input(line(1000, 10), line(0, 4)),
      {
        lag: 1600n,
        producedPerSecond: 10,
        consumedPerSecond: 4,
        lagPerSecond: 6,
        samples: 11,
        spanMs: 100_000,
      },
    ],
    [
      "a consumer that has stood for 60 s is 60 s behind",
      input(line(0, 10), (second) => Math.min(400, second * 10)),
      { lag: 600n, lagMs: 60_000, lagMsAtLeast: false },
    ],
    [
      "behind the whole trail it is an at least",
      input(line(50, 10), 0),
      { lag: 1050n, lagMs: 100_000, lagMsAtLeast: true },
    ],
    ["caught up is 0 ms behind, also without a trail", input(50, 50, { trail: [] }), { lag: 0n, lagMs: 0 }],
    ["behind without a trail: time unknown", input(50, 40, { trail: [] }), { lag: 10n, lagMs: null }],
    [
      "recreated topic: rates only from what came after",
      input((second) => (second < 60 ? 9000 + second : second * 2), 0),
      { producedPerSecond: 2, samples: 5, spanMs: 40_000 },
    ],
    [
      "reset group: rates only from what came after",
      input(1000, (second) => (second < 50 ? 900 + second : second)),
      { consumedPerSecond: 1, samples: 6, spanMs: 50_000 },
    ],
    [
      "a step back behind unknown samples is seen",
      input((second) => (second === 50 ? null : second < 50 ? 9000 : second), 0),
      { producedPerSecond: 1, samples: 5 },
    ],
    [
      "just after a reset there are too few samples",
      input(1000, (second) => (second < 100 ? 900 : 100)),
      { lag: 900n, lagPerSecond: null, drain: none("too-few-samples"), loss: none("too-few-samples"), samples: 1 },
    ],
    [
      "samples that know only one of end and commit are not used",
      input(
        (second) => (second % 20 === 0 ? second : null),
        (second) => second,
      ),
      { producedPerSecond: 1, consumedPerSecond: 1, samples: 6 },
    ],
    [
      "the newest end unknown: lag unknown, rates still known",
      input((second) => (second === 100 ? null : second), 0),
      { lag: null, producedPerSecond: 1, drain: none("unknown"), loss: none("unknown"), samples: 10 },
    ],
    [
      "never committed: what is produced is known, all else not",
      input(line(0, 3), null),
      {
        lag: null,
        lagMs: null,
        producedPerSecond: 3,
        consumedPerSecond: null,
        lagPerSecond: null,
        drain: none("unknown"),
        loss: none("unknown"),
        samples: 11,
      },
    ],
    [
      "beyond 2^53 lag and rates are exact",
      input(
        (second) => 2n ** 62n + BigInt(second) * 3n,
        (second) => 2n ** 62n - 1n + BigInt(second),
      ),
      { lag: 201n, producedPerSecond: 3, consumedPerSecond: 1, lagPerSecond: 2 },
    ],
  ];
  test.each(rows)("%s", (_, given, outlook) => expect(calculateOutlook(given)).toMatchObject(outlook));
});

describe("calculateOutlook: drain", () => {
  const rows: [sentence: string, input: OutlookInput, drain: Estimate][] = [
    ["nothing unread", input(line(0, 10), line(0, 10)), none("no-lag")],
    ["the lag falls: lag over its rate", input(line(5000, 10), line(0, 30)), seconds(3000 / 20)],
    ["the producer is idle: the same", input(5000, line(0, 10)), seconds(400)],
    ["the lag stands", input(line(5000, 10), line(0, 10)), none("not-falling")],
    ["the lag grows", input(line(5000, 10), line(0, 5)), none("not-falling")],
    ["in 30 days it still falls", input(2_592_100, line(0, 1)), seconds(2_592_000)],
    ["later than that it is noise", input(2_592_101, line(0, 1)), none("not-falling")],
  ];
  test.each(rows)("%s", (_, given, drain) => expect(calculateOutlook(given).drain).toEqual(drain));
});

describe("calculateOutlook: loss", () => {
  const hour = { retentionMs: 3_600_000 };
  const forEver = { retentionMs: -1 };
  const compacts = { deletes: false };
  /** rush: 10,000 records within 10 s, and then 1/s. */
  const rush = [
    { at: -20_000, end: 0n },
    { at: -10_000, end: 10_000n },
    { at: 100_000, end: 10_100n },
  ];
  const behind = (committed: number) => (second: number) => Math.min(committed, second * 10);

  const rows: [sentence: string, input: OutlookInput, loss: Estimate][] = [
    ["nothing unread", input(line(0, 10), line(0, 10), hour), none("no-lag")],
    ["already lost", input(line(0, 10), 4, { start: 5 }), { ms: 0 }],
    ["already lost, although nothing is left to read", input(9, 4, { start: 9 }), { ms: 0 }],
    ["already lost, although the end is unknown", input(null, 4, { start: 9 }), { ms: 0 }],
    ["the log start is unknown", input(line(0, 10), behind(400), { start: null }), none("unknown")],
    ["too few samples", input(line(0, 10), 5, { ...hour, seconds: [90, 100] }), none("too-few-samples")],

    [
      "by time: a consumer that stands has the rest of the retention",
      input(line(0, 10), behind(400), hour),
      {
        ms: (3_600_000 - 60_000) / 0.6,
      },
    ],
    ["by time: standing all the while, time lag grows 1 s/s", input(line(0, 10), 0, hour), seconds(3500)],
    [
      "by time: standing while nothing is produced either",
      input(100, 0, {
        ...hour,
        trail: [
          { at: 40_000, end: 0n },
          { at: 50_000, end: 100n },
        ],
      }),
      seconds(3600 - 60),
    ],
    ["by time: standing while nothing is produced, beyond the trail", input(100, 0, hour), seconds(3500)],
    [
      "by time: reading at half the pace of writing, twice as long",
      input(line(0, 10), line(0, 5), hour),
      seconds(2 * 3550),
    ],
    [
      "by time: without a trail around the commit, the present rate",
      input(line(2000, 10), line(0, 5), { ...hour }),
      seconds(2 * 3500),
    ],
    ["by time: older than retention is due now", input(line(0, 10), 0, { retentionMs: 50_000 }), { ms: 0 }],
    ["by time: reading as fast as was written", input(line(500, 10), line(400, 10), hour), none("not-reached")],
    ["by time: half a percent slower is noise", input(line(0, 1000), line(0, 995), hour), none("not-reached")],
    [
      "by time: nearly at the end, a difference of rates is noise, however short the retention",
      { ...input(line(0, 100), line(0, 90), { retentionMs: 600_000 }), now: 100_000 },
      none("not-reached"),
    ],
    [
      "by time: further than 30 days while it reads",
      input(line(0, 100), line(0, 50), { retentionMs: 16 * dayMs }),
      none("not-reached"),
    ],
    [
      "by time: further than 30 days, and it stands: that is certain",
      input(line(0, 10), 0, { retentionMs: 60 * dayMs }),
      { ms: 60 * dayMs - 100_000 },
    ],
    ["by time: further than a year", input(line(0, 10), line(0, 9), { retentionMs: 365 * dayMs }), none("not-reached")],
    [
      "by time: faster than now is written, but slower than was written around the commit",
      input((second) => (second <= 50 ? second * 100 : 5000 + (second - 50)), line(0, 1), hour),
      {
        // Read 1/s, written 50.5/s over the 100 s around; 1 s of each 50.5 is made good.
        ms: (3_600_000 - 99_000) / (1 - 1 / 50.5),
      },
    ],
    [
      "by time: what is drained sooner is not lost",
      input(line(10_000, 1), line(0, 20), { ...hour, trail: rush }),
      none("not-reached"),
    ],
    [
      "by time: what is due before it is drained is lost",
      input(line(10_000, 1), line(0, 20), { retentionMs: 218_000, trail: rush }),
      {
        // Written 84.2/s (10,100 in 120 s), and 100 s are left of the retention; drained after 426 s.
        ms: 100_000 / (1 - 20 / (10_100 / 120)),
      },
    ],
    ["by time: retention unknown", input(line(0, 10), behind(400), { retentionMs: null }), none("unknown")],
    ["by time: cleanup policy unknown", input(line(0, 10), behind(400), { deletes: null }), none("unknown")],
    ["by time: time lag unknown", input(line(0, 10), behind(400), { trail: [] }), none("unknown")],

    ["kept for ever", input(line(0, 10), behind(400), forEver), none("kept-forever")],
    ["only compacted", input(line(0, 10), behind(400), compacts), none("kept-forever")],
    [
      "only compacted, and few samples",
      input(line(0, 10), 5, { ...compacts, seconds: [90, 100] }),
      none("kept-forever"),
    ],
    [
      "no retention by time, but too few samples to see one by size",
      input(line(0, 10), 5, { ...forEver, seconds: [90, 100] }),
      none("too-few-samples"),
    ],

    [
      "by log start: it gains on the commit",
      input(line(2000, 10), line(1000, 4), { ...forEver, start: line(0, 10) }),
      seconds((1400 - 1000) / 6),
    ],
    [
      "by log start: it follows the commit at its pace",
      input(line(2000, 10), line(1000, 10), { ...forEver, start: line(0, 10) }),
      none("not-reached"),
    ],
    [
      "by log start: one jump says nothing of its rate",
      input(line(5000, 10), line(1000, 4), { ...forEver, start: jumps(300, 50) }),
      none("too-few-samples"),
    ],
    [
      "by log start: from jump to jump, not from sample to sample",
      input(line(5000, 10), line(1000, 4), { ...forEver, start: jumps(300, 30, 80) }),
      seconds((1400 - 600) / 2),
    ],
    [
      "by log start: size deletes no faster than is written",
      input(line(9000, 10), line(5000, 5), { ...forEver, start: jumps(900, 30, 80) }),
      seconds((5500 - 1800) / (10 - 5)),
    ],
    [
      "by log start: last week's rush does not threaten a group that keeps up",
      input(line(500_001, 1), line(500_000, 1), { start: line(0, 1000) }),
      none("not-reached"),
    ],
    [
      "by log start: with time lag beyond the trail it is the only evidence",
      input(line(500_001, 1), line(150_000, 1), { start: line(0, 1000) }),
      seconds((150_100 - 100_000) / 999),
    ],
    [
      "by log start: also when nothing of the configuration is known",
      input(line(2000, 10), line(1000, 0), { start: line(0, 10), retentionMs: null, deletes: null }),
      { ms: 0 },
    ],
    [
      "by log start: also of a topic that is only compacted (records deleted by request)",
      input(line(2000, 10), line(1500, 0), { ...compacts, start: line(0, 10) }),
      seconds(50),
    ],
    ["the earlier of both: log start", input(line(0, 10), 700, { ...hour, start: line(0, 5) }), seconds(200 / 5)],
    [
      "the earlier of both: time",
      input(line(0, 10), 700, { retentionMs: 60_000, start: line(0, 5) }),
      seconds(60 - 30),
    ],
    [
      "exact times beyond 2^53",
      input((second) => 2n ** 62n + BigInt(second) * 10n, 2n ** 62n, { ...hour, start: 2n ** 62n - 5n }),
      seconds(3500),
    ],
  ];
  test.each(rows)("%s", (_, given, loss) => {
    const told = calculateOutlook(given).loss;
    if ("none" in loss || "none" in told) expect(told).toEqual(loss);
    else expect(told.ms).toBeCloseTo(loss.ms, 3);
  });
});

describe("combineOutlooks", () => {
  /** outlook is of a partition that stands 10 behind, in its given respects. */
  const outlook = (more: Partial<Outlook> = {}): Outlook => ({
    lag: 10n,
    lagMs: 1000,
    lagMsAtLeast: false,
    producedPerSecond: 5,
    consumedPerSecond: 5,
    lagPerSecond: 0,
    drain: none("not-falling"),
    loss: none("not-reached"),
    samples: 11,
    spanMs: 100_000,
    ...more,
  });
  const drains = (drain: Estimate, lag: bigint | null = 10n) =>
    outlook({ drain, lag, lagPerSecond: "ms" in drain && lag !== null ? (-Number(lag) / drain.ms) * 1000 : 0 });
  const caughtUp = outlook({ lag: 0n, lagMs: 0, drain: none("no-lag"), loss: none("no-lag") });
  const uncommitted = outlook({
    lag: null,
    lagMs: null,
    consumedPerSecond: null,
    lagPerSecond: null,
    drain: none("unknown"),
    loss: none("unknown"),
  });

  const rows: [sentence: string, outlooks: Outlook[], combined: Partial<Outlook>][] = [
    [
      "of nothing nothing is known",
      [],
      {
        lag: null,
        lagMs: null,
        lagMsAtLeast: false,
        producedPerSecond: null,
        consumedPerSecond: null,
        lagPerSecond: null,
        drain: none("unknown"),
        loss: none("unknown"),
        samples: 0,
        spanMs: 0,
      },
    ],
    ["one is itself", [outlook()], outlook()],
    [
      "lag and rates are sums, time lag the largest, samples and span the smallest",
      [
        outlook({ lag: 2n ** 62n, lagMs: 5000, lagPerSecond: 3, samples: 4, spanMs: 30_000 }),
        outlook({ lag: 1n, lagPerSecond: -1 }),
      ],
      {
        lag: 2n ** 62n + 1n,
        lagMs: 5000,
        producedPerSecond: 10,
        consumedPerSecond: 10,
        lagPerSecond: 2,
        samples: 4,
        spanMs: 30_000,
      },
    ],
    [
      "what is unknown is not added",
      [outlook(), uncommitted],
      { lag: 10n, lagMs: 1000, producedPerSecond: 10, consumedPerSecond: 5, lagPerSecond: 0 },
    ],
    [
      "nothing but unknown stays unknown",
      [uncommitted, uncommitted],
      {
        lag: null,
        lagMs: null,
        consumedPerSecond: null,
        lagPerSecond: null,
        drain: none("unknown"),
        loss: none("unknown"),
      },
    ],
    [
      "one time lag that is at least so long makes the largest an at least",
      [outlook({ lagMs: 9000 }), outlook({ lagMs: 2000, lagMsAtLeast: true })],
      { lagMs: 9000, lagMsAtLeast: true },
    ],
    [
      "drain: what a reader gains on one partition it has for the others: all lag at all pace",
      [drains(seconds(50)), drains(seconds(20), 40n)],
      { drain: { ms: expect.closeTo((50 / 2.2) * 1000, 6) as number } },
    ],
    [
      "drain: one partition may grow while its reader gains on the others",
      [drains(seconds(5), 20n), outlook({ lagPerSecond: 1 })],
      { drain: { ms: expect.closeTo(10_000, 6) as number } },
    ],
    ["drain: caught-up partitions do not count", [drains(seconds(5)), caughtUp], { drain: seconds(5) }],
    ["drain: all caught up", [caughtUp, caughtUp], { drain: none("no-lag") }],
    ["drain: caught up but for what is never committed", [caughtUp, uncommitted], { drain: none("no-lag") }],
    [
      "drain: a reader that falls behind as a whole is never through",
      [drains(seconds(5)), outlook({ lagPerSecond: 3 })],
      { drain: none("not-falling") },
    ],
    [
      "drain: one from which nothing is consumed holds all",
      [drains(seconds(5)), outlook({ consumedPerSecond: 0, lagPerSecond: 0 })],
      { drain: none("not-falling") },
    ],
    [
      "drain: one that cannot be told leaves the longest untold",
      [drains(seconds(5)), drains(none("too-few-samples"))],
      { drain: none("too-few-samples") },
    ],
    [
      "drain: not falling is worse than untold",
      [drains(none("too-few-samples")), outlook({ consumedPerSecond: 0 })],
      { drain: none("not-falling") },
    ],
    [
      "loss: the earliest",
      [outlook({ loss: seconds(50) }), outlook({ loss: seconds(5) }), outlook({ loss: none("unknown") })],
      { loss: seconds(5) },
    ],
    [
      "loss: of a partition without a known lag too",
      [outlook(), outlook({ lag: null, loss: { ms: 0 } })],
      { loss: { ms: 0 } },
    ],
    [
      "loss: unknown of one is unknown of all",
      [outlook(), outlook({ loss: none("unknown") })],
      { loss: none("unknown") },
    ],
    ["loss: never committed does not count", [outlook(), uncommitted], { loss: none("not-reached") }],
    [
      "loss: kept for ever only when all with lag are",
      [outlook({ loss: none("kept-forever") }), caughtUp],
      { loss: none("kept-forever") },
    ],
    [
      "loss: kept in one, safe in another",
      [outlook({ loss: none("kept-forever") }), outlook()],
      { loss: none("not-reached") },
    ],
    ["loss: nothing unread", [caughtUp, caughtUp], { loss: none("no-lag") }],
  ];
  test.each(rows)("%s", (_, outlooks, combined) => expect(combineOutlooks(outlooks)).toMatchObject(combined));

  test("drained is a group when the last of its readers is through", () => {
    const outlooks = [drains(seconds(50)), drains(seconds(20)), drains(seconds(5))];
    expect(combineOutlooks(outlooks, ["a", "b", "b"]).drain).toEqual({ ms: expect.closeTo(50_000, 6) as number });
    expect(combineOutlooks(outlooks, ["a", "a", "b"]).drain).toEqual({
      ms: expect.closeTo((20 / 0.7) * 1000, 6) as number,
    });
    expect(combineOutlooks([...outlooks, outlook()], ["a", "a", "b", "c"]).drain).toEqual(none("not-falling"));
  });

  test("as many partitions as a cluster may have", () => {
    const combined = combineOutlooks(Array.from({ length: 200_000 }, () => drains(seconds(7))));
    expect(combined).toMatchObject({ lag: 2_000_000n, drain: { ms: expect.closeTo(7000, 3) as number }, samples: 11 });
  });
});

describe("assessTrend", () => {
  const rows: [
    sentence: string,
    lagPerSecond: number | null,
    producedPerSecond: number | null,
    trend: ReturnType<typeof assessTrend>,
  ][] = [
    ["not known", null, 5, null],
    ["nothing moves", 0, 0, "steady"],
    ["1 % of what is produced is steady", 10, 1000, "steady"],
    ["more than that rises", 10.1, 1000, "rising"],
    ["or falls", -10.1, 1000, "falling"],
    ["0.05 records/s is steady, however little is produced", -0.05, 1, "steady"],
    ["more than that rises, too", 0.06, 1, "rising"],
    ["without a known production 0.05 records/s decide", -0.06, null, "falling"],
  ];
  test.each(rows)("%s", (_, lagPerSecond, producedPerSecond, trend) =>
    expect(assessTrend(lagPerSecond, producedPerSecond)).toBe(trend),
  );
});
