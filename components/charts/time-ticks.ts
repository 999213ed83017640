import type { Locale } from "@/lib/format.ts";
import { formatTimestamp } from "@/lib/format-time.ts";
import type { TimeSpan } from "./time-span.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const inSeconds = [1, 2, 5, 10, 15, 30].map((count) => count * 1_000);
const inMinutes = [1, 2, 5, 10, 15, 30].map((count) => count * MINUTE);
const inHours = [1, 2, 3, 6, 12].map((count) => count * HOUR);
const steps = [...inSeconds, ...inMinutes, ...inHours, DAY, 2 * DAY, 5 * DAY, 10 * DAY];

function offsetAt(at: number, zone: string): number {
  const whole = Math.floor(at / 1_000) * 1_000;
  return Date.parse(`${formatTimestamp(whole, zone).replace(" ", "T")}Z`) - whole;
}

/** TimeTick is a round time of a zone and its label. */
export type TimeTick = { at: number; label: string };

function labelOf(at: number, step: number, span: TimeSpan, locale: Locale, zone: string): string {
  const [day = "", clock = ""] = formatTimestamp(at, zone).split(" ");
  const midnight = clock.startsWith("00:00:00");
  if (step < DAY && !(midnight && span.to - span.from > 12 * HOUR)) return clock.slice(0, step < MINUTE ? 8 : 5);
  if (span.to - span.from > 8 * DAY) return day.slice(5);
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "short" }).format(at);
}

/** timeTicks are round times of the zone, at most `most` + 1: clock times, and the day where one begins. */
export function timeTicks(span: TimeSpan, locale: Locale, zone: string, most = 7): TimeTick[] {
  const step = steps.find((candidate) => (span.to - span.from) / candidate <= most) ?? 30 * DAY;
  const first = Math.ceil((span.from + offsetAt(span.from, zone)) / step) * step;
  const count = Math.max(0, Math.floor((span.to + offsetAt(span.to, zone) - first) / step) + 1);
  const locals = Array.from({ length: count }, (_, index) => first + index * step);
  // A day on which the clock changes is an hour longer or shorter, so each tick has its own offset.
  const times = locals.map((local) => local - offsetAt(local - offsetAt(span.from, zone), zone));
  const inside = times.filter((at) => at >= span.from && at <= span.to);
  return inside.map((at) => ({ at, label: labelOf(at, step, span, locale, zone) }));
}
