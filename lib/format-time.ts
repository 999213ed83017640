import type { Locale } from "./format.ts";

type Fields = { year: string; month: string; day: string; hour: string; minute: string; second: string; ms: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  });
  formatters.set(timeZone, made);
  return made;
}

function fieldsOf(at: number, timeZone: string): Fields {
  const found: Record<string, string> = {};
  for (const part of formatter(timeZone).formatToParts(at)) found[part.type] = part.value;
  const { year = "", month = "", day = "", hour = "", minute = "", second = "", fractionalSecond: ms = "" } = found;
  return { year, month, day, hour, minute, second, ms };
}

const dayOf = (fields: Fields) => `${fields.year}-${fields.month}-${fields.day}`;
const DAY_MS = 86_400_000;

/** formatTimestamp is a whole moment in a zone, to the millisecond: 2026-11-23 14:28:04.117. */
export function formatTimestamp(at: number, timeZone: string): string {
  const fields = fieldsOf(at, timeZone);
  return `${dayOf(fields)} ${fields.hour}:${fields.minute}:${fields.second}.${fields.ms}`;
}

/** formatTime is as short as it can be told from `now`: 14:31:49 today (with milliseconds on demand), "Sat 10:12" within a week before or after, else 2026-11-14. */
export function formatTime(
  at: number,
  now: number,
  locale: Locale,
  timeZone: string,
  options: { ms?: boolean } = {},
): string {
  const fields = fieldsOf(at, timeZone);
  const clock = `${fields.hour}:${fields.minute}`;
  if (dayOf(fields) === dayOf(fieldsOf(now, timeZone)))
    return `${clock}:${fields.second}${options.ms ? `.${fields.ms}` : ""}`;
  if (Math.abs(now - at) >= 6 * DAY_MS) return dayOf(fields);
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "short" }).format(at);
  return `${weekday}\u00a0${clock}`;
}

/** zoneName is the city of a time zone as a person says it: "Berlin", "New York", "UTC". */
export function zoneName(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
