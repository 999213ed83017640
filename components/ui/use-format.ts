"use client";

import { useLocale, useTimeZone } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import * as figures from "@/lib/format.ts";
import { formatTime, formatTimestamp } from "@/lib/format-time.ts";

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** useZone is the browser's time zone; until the page is hydrated the one the server knows. */
export function useZone(): string {
  const known = useTimeZone() ?? "UTC";
  return useSyncExternalStore(never, browserZone, () => known);
}

/** createFormat binds the figures' and times' formats to a language and a zone. */
export function createFormat(locale: figures.Locale, timeZone: string) {
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    locale,
    timeZone,
    count: (value: figures.Numeric) => figures.formatCount(value, locale),
    exact: (value: figures.Numeric) => figures.formatExact(value, locale),
    rate: (value: figures.Numeric) => figures.formatRate(value, locale),
    change: (perSecond: figures.Numeric) => figures.formatChange(perSecond, locale),
    bytes: figures.formatBytes,
    byteRate: (perSecond: figures.Numeric) => `${figures.formatBytes(perSecond)}/s`,
    binaryBytes: figures.formatBinaryBytes,
    duration: (ms: figures.Numeric) => figures.formatDuration(ms, locale),
    age: (ageMs: number) => figures.formatAge(ageMs, locale),
    share: figures.formatShare,
    time: (at: number, now: number) => formatTime(at, now, locale, timeZone),
    timestamp: (at: number) => formatTimestamp(at, timeZone),
    list: (items: readonly string[]) => list.format(items),
  };
}

/** Format is every format of a figure or a time, bound to a language and a zone. */
export type Format = ReturnType<typeof createFormat>;

/** useFormat is Format in the reader's language and zone. */
export function useFormat(): Format {
  const locale = useLocale();
  const timeZone = useZone();
  return useMemo(() => createFormat(locale, timeZone), [locale, timeZone]);
}
