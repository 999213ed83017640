import { describe, expect, test } from "vitest";
import type { HistoryEvent, Series } from "../api/history.ts";
import { spanOf } from "./history-range.ts";
import { mostDrawn, thinSeries } from "./thin-series.ts";

const step = 10_000;
const points = (count: number, value: (index: number) => number | null): Series["points"] =>
  Array.from({ length: count }, (_, index) => [index * step, value(index)]);
const line = (values: Series["points"], unit: Series["unit"] = "records/s"): Series => ({
  name: "orders",
  kind: "element",
  measure: "produced",
  unit,
  estimate: false,
  points: values,
});
const event = (at: number): HistoryEvent => ({ at, code: "end-back", kind: "topic", name: "orders", values: {} });

describe("thinSeries", () => {
  test("leaves alone what a chart can show", () => {
    const series = [line(points(mostDrawn, (index) => index))];
    expect(thinSeries({ series, events: [], step })).toEqual({ series, events: [], step, thinnedFrom: null });
  });

  test("thins 10,000 points, and says so; the sum is that of all of them", () => {
    const all = points(10_000, (index) => 100 + 50 * Math.sin(index / 40) + (index % 7));
    const { series, thinnedFrom } = thinSeries({ series: [line(all)], events: [], step });
    expect(thinnedFrom).toBe(10_000);
    expect(series[0]!.points.length).toBeLessThanOrEqual(mostDrawn);
    expect(series[0]!.sum).toBe((all.reduce((sum, [, rate]) => sum + rate!, 0) * step) / 1000);
    const shown = (series[0]!.points.reduce((sum, [, rate]) => sum + rate!, 0) * step) / 1000;
    expect(shown).toBeLessThan(series[0]!.sum! / 4);
  });

  test("keeps gaps, and the points beside an event", () => {
    const all = points(10_000, (index) => (index >= 4000 && index < 4010 ? null : 5));
    const at = 7000 * step + 1;
    const thinned = thinSeries({ series: [line(all)], events: [event(at)], step }).series[0]!.points;
    const times = new Set(thinned.map(([time]) => time));
    for (const index of [0, 3999, 4000, 4010, 7000, 7001, 9999]) expect(times).toContain(index * step);
    expect(thinned.find(([time]) => time === 4000 * step)![1]).toBeNull();
  });

  test("a level adds up to nothing, a rate that is all gaps neither", () => {
    const { series } = thinSeries({
      series: [
        line(
          points(3000, (index) => index),
          "records",
        ),
        line(points(3000, () => null)),
      ],
      events: [],
      step,
    });
    expect(series.map(({ sum }) => sum)).toEqual([null, null]);
  });
});

describe("a range without a step", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  const [minute, day] = [60_000, 86_400_000];

  test.each([1000, 5000, 10_000, 30_000, minute])("never needs thinning (sampled every %d ms)", (everyMs) => {
    for (const rangeMs of [minute, 15 * minute, 60 * minute, day, 2 * day, 7 * day, 30 * day, 365 * day]) {
      const from = new Date(now - rangeMs).toISOString();
      const span = spanOf({ from }, everyMs, now);
      expect((span.to - span.from) / span.stepMs).toBeLessThanOrEqual(mostDrawn);
    }
  });
});
