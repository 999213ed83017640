import type { SeriesUnit } from "@/lib/api/history.ts";
import { formatDuration, type Locale, NNBSP } from "@/lib/format.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const durations = [1, 2, 5, 10, 15, 30].flatMap((count) => [count * SECOND, count * MINUTE]);
const long = [HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY];
const timeSteps = [...durations, ...long].toSorted((a, b) => a - b);

function decimalStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9)) ?? power * 10;
}

function niceStep(least: number, unit: SeriesUnit): number {
  if (unit === "records") return Math.max(1, decimalStep(least));
  if (unit !== "ms" || least <= SECOND / 2) return decimalStep(least);
  return timeSteps.find((step) => step >= least) ?? DAY * decimalStep(least / DAY);
}

/** valueTicks are round values from 0 to at least `peak`, at most `most` of them; the last is the top of the chart. */
export function valueTicks(peak: number, unit: SeriesUnit, most = 5): number[] {
  const step = peak > 0 ? niceStep(peak / (most - 1), unit) : 1;
  const count = Math.max(1, Math.ceil(peak / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const short = ["", "k", "M", "B", "T"];
const bytes = ["B", "kB", "MB", "GB", "TB"];

/** tickLabel is a round value as short as it goes: 60k, 2.5 MB/s, 5 min. */
export function tickLabel(value: number, unit: SeriesUnit, locale: Locale): string {
  if (value === 0) return "0";
  if (unit === "ms") return formatDuration(value, locale);
  const power = Math.max(0, Math.min(short.length - 1, Math.floor(Math.log10(value) / 3)));
  const figure = String(Number((value / 1_000 ** power).toPrecision(3)));
  return unit === "bytes/s" ? `${figure}${NNBSP}${bytes[power]}/s` : figure + short[power];
}
