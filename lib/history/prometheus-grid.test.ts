import { describe, expect, test } from "vitest";
import { absentCount } from "./codec.ts";
import { fallsOf } from "./prometheus-falls.ts";
import { columnsBy, countsAt, gridOf, momentsOf, timeAt } from "./prometheus-grid.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const series = (values: [seconds: number, text: string][], metric: Record<string, string> = {}) => ({
  metric,
  values: values.map(([seconds, text]): [number, string] => [noon / 1000 + seconds, text]),
});
const span = { from: noon, to: noon + 60_000, stepMs: 10_000 };
const grid = gridOf(span);

const grids: [from: number, to: number, step: number, times: number[]][] = [
  [0, 20, 10, [0, 10, 20]],
  [1, 19, 10, [0, 10, 20]],
  [9, 11, 10, [0, 10, 20]],
  [10, 10, 10, [10]],
];

test.each(grids)("from %d s to %d s in steps of %d s: points at %j", (from, to, step, times) => {
  const laid = gridOf({ from: noon + from * 1000, to: noon + to * 1000, stepMs: step * 1000 });
  expect(Array.from({ length: laid.points }, (_, index) => (timeAt(laid, index) - noon) / 1000)).toEqual(times);
  expect(laid.first % laid.stepMs).toBe(0);
});

/** sampled answers, for each point, with the second at which its sample was taken; null is no sample. */
function sampled(seconds: (number | null)[]) {
  const points = seconds.flatMap((second, index): [number, string][] =>
    second === null ? [] : [[index * 10, String(noon / 1000 + second)]],
  );
  return [series(points)];
}

const momentRows: [
  sentence: string,
  seconds: (number | null)[],
  moments: [index: number, at: number, covered: number][],
][] = [
  [
    "a sample for every point",
    [-1, 9, 19, 29],
    [
      [1, 9, 10],
      [2, 19, 10],
      [3, 29, 10],
    ],
  ],
  [
    "points that repeat a sample are none of their own",
    [-1, -1, 15, 15, 35],
    [
      [2, 15, 16],
      [4, 35, 20],
    ],
  ],
  [
    "after a gap nothing is covered",
    [-1, 9, null, null, 39, 49],
    [
      [1, 9, 10],
      [4, 39, 0],
      [5, 49, 10],
    ],
  ],
  [
    "nothing before, nothing covered",
    [null, 9, 19],
    [
      [1, 9, 0],
      [2, 19, 10],
    ],
  ],
  ["what lies outside the span is left out", [-11, -1, 9], [[2, 9, 10]]],
  [
    "a clock that was set back covers nothing",
    [9, 19, 5, 15],
    [
      [0, 9, 0],
      [1, 19, 10],
      [2, 5, 0],
      [3, 15, 10],
    ],
  ],
  ["no sample at all", [], []],
];

test.each(momentRows)("moments: %s", (_, seconds, moments) => {
  const found = momentsOf(sampled(seconds), grid, span);
  expect(found.map(({ index, at, coveredMs }) => [index, (at - noon) / 1000, coveredMs / 1000])).toEqual(moments);
});

describe("values at moments", () => {
  const moments = momentsOf(sampled([0, 10, 20]), grid, span);

  test("partitions come in their order; what is missing, or no number, is null", () => {
    const answer = [
      series(
        [
          [0, "5"],
          [20, "1.2345678e+10"],
        ],
        { partition: "2" },
      ),
      series(
        [
          [10, "NaN"],
          [20, "9007199254740991"],
        ],
        { partition: "0" },
      ),
      series([[0, "1"]], {}),
    ];
    expect(columnsBy(answer, grid, moments)).toEqual([
      [null, null, 9007199254740991n],
      [null, null, null],
      [5n, null, 12_345_678_000n],
    ]);
  });

  test("a count that is NaN is not known, one that is missing was not there, and what is off the grid is not taken", () => {
    const counts = countsAt(
      series([
        [0, "0"],
        [10, "NaN"],
        [70, "9"],
        [-10, "9"],
      ]),
      grid,
      [0, 1, 2],
    );
    expect([...counts]).toEqual([0, Number.NaN, absentCount]);
  });
});

test("partitions of a topic that fell in the same step are one event", () => {
  const metric = (partition: string) => ({ topic: "a", partition, consumergroup: "g" });
  const answer = [
    series([[10, "-5"]], metric("1")),
    series(
      [
        [10, "-7"],
        [20, "-1"],
      ],
      metric("3"),
    ),
  ];
  expect(fallsOf(answer, grid, "group")).toEqual([
    {
      at: noon + 10_000,
      code: "commit-back",
      kind: "group",
      name: "g",
      values: { topic: "a", partition: 1, partitions: 2, records: "12" },
    },
    {
      at: noon + 20_000,
      code: "commit-back",
      kind: "group",
      name: "g",
      values: { topic: "a", partition: 3, partitions: 1, records: "1" },
    },
  ]);
  expect(fallsOf(answer, grid, "topic")[0]).toMatchObject({ code: "end-back", kind: "topic", name: "a" });
});
