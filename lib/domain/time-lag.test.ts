import { describe, expect, test } from "vitest";
import { calculateTimeLag, calculateWrittenRate, findRise, type TimeLag, type TrailSample } from "./time-lag.ts";

/** trail: pairs of seconds and end offset. */
function trail(...samples: [seconds: number, end: number | bigint][]): TrailSample[] {
  return samples.map(([seconds, end]) => ({ at: seconds * 1000, end: BigInt(end) }));
}

const steady = Array.from({ length: 61 }, (_, second) => ({ at: second * 1000, end: BigInt(second) * 10n }));
const huge = 2n ** 62n;

describe("calculateTimeLag", () => {
  const exactly = (seconds: number): TimeLag => ({ ms: seconds * 1000, atLeast: false });
  const atLeast = (seconds: number): TimeLag => ({ ms: seconds * 1000, atLeast: true });

  type Row = [sentence: string, trail: TrailSample[], committed: bigint, nowSeconds: number, lag: TimeLag | null];
  const rows: Row[] = [
    ["no trail: unknown, not 0", [], 5n, 60, null],
    ["caught up: 0, however old the trail is", trail([0, 5]), 5n, 60, exactly(0)],
    ["a commit beyond the end: 0", trail([0, 5]), 6n, 60, exactly(0)],
    ["behind a trail of one sample: at least as long as it", trail([10, 5]), 4n, 60, atLeast(50)],
    ["behind the whole trail: at least as long as it", steady, -1n, 60, atLeast(60)],
    ["a consumer that has stood for 60 s is 60 s behind", steady, 0n, 60, exactly(60)],
    ["at a sample, what lies behind it", steady, 200n, 60, exactly(40)],
    ["between two samples, in proportion", trail([0, 0], [10, 100]), 25n, 30, exactly(27.5)],
    [
      "the end stood still at the commit: the last such moment counts",
      trail([0, 0], [10, 50], [20, 50], [30, 50], [40, 80]),
      50n,
      45,
      exactly(15),
    ],
    [
      "the end stood still below the commit: the interval in which it moved counts",
      trail([0, 0], [10, 40], [30, 40], [40, 60]),
      50n,
      45,
      exactly(10),
    ],
    ["the producer became faster: each record's own time", trail([0, 0], [10, 10], [20, 1010]), 510n, 20, exactly(5)],
    ["and slower", trail([0, 0], [10, 1000], [20, 1010]), 500n, 20, exactly(15)],
    ["recreated topic: only what came after counts", trail([0, 0], [10, 900], [20, 10], [30, 20]), 15n, 30, exactly(5)],
    [
      "recreated topic, a commit below all that came after: at least since then",
      trail([0, 0], [10, 900], [20, 10], [30, 20]),
      5n,
      30,
      atLeast(10),
    ],
    ["recreated topic, an old commit beyond the new end: 0", trail([0, 900], [10, 20]), 900n, 30, exactly(0)],
    ["recreated twice: after the last time", trail([0, 9], [10, 1], [20, 9], [30, 1], [40, 3]), 2n, 40, exactly(5)],
    ["a clock that went back makes no negative time", trail([0, 0], [60, 60]), 30n, 10, exactly(0)],
    ["beyond 2^53 it is exact", trail([0, huge], [10, huge + 10n]), huge + 3n, 10, exactly(7)],
  ];
  test.each(rows)("%s", (_, given, committed, now, lag) =>
    expect(calculateTimeLag(given, committed, now * 1000)).toEqual(lag),
  );

  test("every offset of a straight line gives its own time, also from a known rise", () => {
    for (let offset = 0; offset <= 600; offset += 1) {
      const lag = calculateTimeLag(steady, BigInt(offset), 60_000, findRise(steady))!;
      expect(lag.ms).toBeCloseTo(60_000 - offset * 100, 6);
    }
  });

  test("from a known rise it looks at few samples of a long trail", () => {
    const long = Array.from({ length: 100_000 }, (_, index) => ({ at: index * 1000, end: BigInt(index) }));
    let looks = 0;
    const watched = new Proxy(long, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(calculateTimeLag(watched, 31_415n, 100_000_000, 0)).toEqual(exactly(100_000 - 31_415));
    expect(looks).toBeLessThan(30);
  });
});

describe("findRise", () => {
  const rows: [sentence: string, trail: TrailSample[], index: number][] = [
    ["no trail: 0", [], 0],
    ["one sample: 0", trail([0, 5]), 0],
    ["never fell: 0", trail([0, 5], [1, 5], [2, 6]), 0],
    ["fell: the first one after", trail([0, 5], [1, 4], [2, 6]), 1],
    ["fell at the end: the last one", trail([0, 5], [1, 6], [2, 1]), 2],
  ];
  test.each(rows)("%s", (_, given, index) => expect(findRise(given)).toBe(index));
});

describe("calculateWrittenRate", () => {
  const change = trail([0, 0], [10, 1000], [20, 2000], [30, 2010], [40, 2020], [50, 2030]);
  const rows: [sentence: string, trail: TrailSample[], committed: bigint, spanSeconds: number, rate: number | null][] =
    [
      ["no trail: unknown", [], 5n, 20, null],
      ["nothing after the commit: unknown", change, 2030n, 20, null],
      ["a commit below the trail: unknown", change, -1n, 20, null],
      ["the records that come next, over the span", change, 0n, 20, 100],
      ["a span across a change is its mean", change, 1500n, 20, 50.5],
      ["near the newest, the newest span", change, 2025n, 20, 1],
      ["a span longer than the trail: all of it", change, 2025n, 500, 2030 / 50],
      [
        "a gap before the span does not push the commit out of it",
        trail([0, 0], [100, 100], [150, 200], [160, 280]),
        250n,
        20,
        3,
      ],
      ["before the last step back does not count", trail([0, 0], [10, 9000], [20, 0], [30, 10]), 5n, 30, 1],
    ];
  test.each(rows)("%s", (_, given, committed, span, rate) =>
    expect(calculateWrittenRate(given, committed, span * 1000)).toBe(rate),
  );
});
