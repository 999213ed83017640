import type { Format } from "@/components/ui/use-format.ts";

const DAY = 86_400_000;

/** clockAt is a moment to the minute as it is told from `now`, also one still to come: 16:38, Tue 02:15, 2026-12-17. */
export function clockAt(at: number, now: number, { locale, timeZone, timestamp }: Format): string {
  const [day = "", clock = ""] = timestamp(at).split(" ");
  const minute = clock.slice(0, 5);
  if (timestamp(now).startsWith(day)) return minute;
  if (Math.abs(at - now) >= 6 * DAY) return day;
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "short" }).format(at);
  return `${weekday}\u00a0${minute}`;
}
