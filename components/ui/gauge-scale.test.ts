import { expect, test } from "vitest";
import { type Gauge, gaugeScale, sortGauges } from "./gauge-scale.ts";

const gauge = (id: string, value: number | null): Gauge => ({ id, label: id, value, display: String(value) });

test("the scale leaves a little room over the largest and never ends under the mean", () => {
  expect(gaugeScale([gauge("a", 50), gauge("b", 100), gauge("c", null)])).toBeCloseTo(108);
  expect(gaugeScale([gauge("a", 1)], 10)).toBeCloseTo(10.8);
  expect(gaugeScale([gauge("a", 0)])).toBe(1);
});

test("gauges sort from the unknown over the largest to the smallest", () => {
  expect(sortGauges([gauge("a", 1), gauge("b", null), gauge("c", 5)]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
});
