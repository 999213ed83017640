import { expect, test } from "vitest";
import { fromFirstSample, shownOf, toRange } from "./history-time.ts";

const minute = 60_000;
const to = Date.parse("2026-11-23T14:30:00Z");
const iso = (ms: number) => new Date(ms).toISOString();

test("toRange keeps a fixed time, and puts the last minutes on a grid of five seconds", () => {
  const fixed = { from: iso(to - minute), to: iso(to) };
  expect(toRange(fixed, to)).toEqual(fixed);
  expect(toRange({ lastMs: minute }, to + 4_999)).toEqual({ from: iso(to - minute) });
  expect(toRange({ lastMs: minute }, to + 5_000)).toEqual({ from: iso(to - minute + 5_000) });
});

function answer(since: number | null) {
  const times = [-60, -45, -30, -6, -4, 0].map((minutes) => to + minutes * minute);
  const points = times.map((at): [number, number | null] => [at, since !== null && at >= since ? 1 : null]);
  const line = { name: "", kind: "total", measure: "produced", unit: "records/s", estimate: false, points } as const;
  return {
    from: iso(to - 60 * minute),
    to: iso(to),
    step: 15_000,
    since: since === null ? null : iso(since),
    series: [{ ...line, points }],
  };
}

test.each([
  ["sampled for longer than asked", to - 90 * minute, 60, 6],
  ["sampled since a moment in it: begins one step before", to - 40 * minute, 40.25, 4],
  ["sampled for a minute: five minutes", to - minute, 5, 2],
  ["not sampled yet: as asked", null, 60, 6],
])("fromFirstSample, %s", (_, since, beginsMinutesAgo, points) => {
  const shown = fromFirstSample(answer(since));
  expect(to - Date.parse(shown.from)).toBe(beginsMinutesAgo * minute);
  expect(shown.series[0]!.points).toHaveLength(points);
  expect(shown.to).toBe(iso(to));
});

test("a time that was chosen is shown as it is", () => {
  const all = answer(to - minute);
  expect(shownOf({ from: all.from, to: all.to })(all)).toBe(all);
  expect(shownOf({ lastMs: 60 * minute })(all)).not.toBe(all);
});
