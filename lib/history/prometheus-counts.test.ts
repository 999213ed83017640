import { expect, test } from "vitest";
import { absentCount } from "./codec.ts";
import type { PromSeries } from "./prometheus-client.ts";
import { countsOf } from "./prometheus-counts.ts";
import { gridOf } from "./prometheus-grid.ts";

const noon = Date.UTC(2026, 0, 1, 12);
const grid = gridOf({ from: noon, to: noon + 20_000, stepMs: 10_000 });
const moments = [0, 1, 2].map((index) => ({ index, at: noon + index * 10_000, coveredMs: 10_000 }));
const [absent, unknown] = [absentCount, Number.NaN];

function series(topic: string, counts: (number | null)[], instance = "a"): PromSeries {
  const values = counts.flatMap((count, index): [number, string][] =>
    count === null ? [] : [[noon / 1000 + index * 10, String(count)]],
  );
  return { metric: { topic, instance }, values };
}

type Row = [sentence: string, answers: PromSeries[][], counts: Record<string, number[]>];

const rows: Row[] = [
  ["counts as they are told", [[series("t", [1, null, 3])]], { t: [1, absent, 3] }],
  ["an offset that fell", [[series("t", [1, 2, 3])], [series("t", [null, 1, null])]], { t: [1, unknown, 3] }],
  [
    "a partition with a leader that was not told",
    [[series("t", [1, 2, 3])], [], [series("t", [2, 1, 3])], [series("t", [2, 2, 2])]],
    { t: [1, unknown, 3] },
  ],
  [
    "nothing told of a topic whose partitions have leaders",
    [[series("t", [1, null, null])], [], [series("t", [1, null, null])], [series("t", [1, 1, null])]],
    { t: [1, unknown, absent] },
  ],
  [
    "two exporters of the same: not twice, and the one that knows",
    [[series("t", [1, 5, null]), series("t", [2, 4, 3], "b")], [series("t", [null, 1, null])]],
    { t: [2, 4, 3] },
  ],
  ["what fell in another topic", [[series("t", [1, 1, 1])], [series("u", [1, 1, 1])]], { t: [1, 1, 1] }],
  ["a series without the name", [[{ metric: { instance: "a" }, values: [[noon / 1000, "1"]] }]], {}],
];

test.each(rows)("%s", (_, answers, expected) => {
  const { counts, intervals } = countsOf(answers, "topic", grid, moments);
  expect(Object.fromEntries([...counts].map(([name, values]) => [name, [...values]]))).toEqual(expected);
  expect(intervals).toEqual(moments.map(({ at, coveredMs }) => ({ at, coveredMs })));
});
