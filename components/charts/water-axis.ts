import type { Locale } from "@/lib/format.ts";
import { formatExact } from "@/lib/format.ts";
import type { WaterRow } from "./waterline-rows.ts";

const MOST_TICKS = 5;
const MOST_SPREADS = 3;
const MOST_CHARS = 8;
const units: [number, string][] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
];

/** WaterAxis is the axis of offsets: its bounds, round values on it, their distance, and whether the log start lies below it. */
export type WaterAxis = { low: number; high: number; step: number; ticks: number[]; startBelow: boolean };

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}

/** waterAxis fits the axis to the lines. A log start so far below the others that they would be one line stays below it, unless `whole`. */
export function waterAxis(rows: readonly WaterRow[], whole: boolean): WaterAxis | null {
  const known = (pick: (row: WaterRow) => number | null) => rows.map(pick).filter((value) => value !== null);
  const starts = known(({ start }) => start);
  const lines = [...known(({ end }) => end), ...known(({ committed }) => committed)];
  const all = lines.length === 0 ? starts : lines;
  if (all.length === 0) return null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const first = Math.min(least, ...starts);
  const startBelow = !whole && first < least - MOST_SPREADS * Math.max(1, most - least);
  const bottom = startBelow ? least : first;
  const step = roundStep((most - bottom) / (MOST_TICKS - 1));
  const low = Math.max(0, Math.floor(bottom / step) * step);
  const high = Math.max(low + step, Math.ceil(most / step) * step);
  const count = Math.round((high - low) / step);
  return { low, high, step, ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step), startBelow };
}

/** offsetLabel is a round offset, short but told apart from the next one a `step` away: 2,400, 2.44B, …604,100. */
export function offsetLabel(value: number, step: number, locale: Locale): string {
  const [size, name] = units.find(([least]) => value >= least) ?? [1, ""];
  const digits = size === 1 ? 0 : Math.max(0, Math.ceil(Math.log10(size / step) - 1e-9));
  const text = size === 1 ? formatExact(value, locale) : (value / size).toFixed(digits) + name;
  return text.length <= MOST_CHARS ? text : `…${formatExact(value, locale).slice(-7)}`;
}
