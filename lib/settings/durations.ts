import { type Locale, NNBSP } from "../format.ts";
import { parseAmounts } from "./amounts.ts";

const MS = { ms: 1n, s: 1_000n, min: 60_000n, h: 3_600_000n, d: 86_400_000n, w: 604_800_000n, y: 31_536_000_000n };

const words: readonly (readonly [bigint, ...string[]])[] = [
  [MS.ms, "ms", "msec", "millisecond", "milliseconds", "밀리초"],
  [MS.s, "s", "sec", "secs", "second", "seconds", "초"],
  [MS.min, "m", "min", "mins", "minute", "minutes", "분"],
  [MS.h, "h", "hr", "hrs", "hour", "hours", "시간"],
  [MS.d, "d", "day", "days", "일"],
  [MS.w, "w", "wk", "week", "weeks", "주"],
  [MS.y, "y", "yr", "year", "years", "년"],
];

const units = new Map(words.flatMap(([ms, ...names]) => names.map((name) => [name, ms])));

/** parseDuration reads a time as a person writes it, "3 d", "1h 30min", "36 h", "2주", into ms; a year is 365 d. Null when it cannot be read. */
export function parseDuration(text: string): bigint | null {
  return parseAmounts(text, (word) => units.get(word.toLowerCase()));
}

const labels: Record<Locale, readonly (readonly [bigint, string])[]> = {
  en: [
    [MS.d, `${NNBSP}d`],
    [MS.h, `${NNBSP}h`],
    [MS.min, `${NNBSP}min`],
    [MS.s, `${NNBSP}s`],
    [MS.ms, `${NNBSP}ms`],
  ],
  ko: [
    [MS.d, "일"],
    [MS.h, "시간"],
    [MS.min, "분"],
    [MS.s, "초"],
    [MS.ms, `${NNBSP}ms`],
  ],
};

/** printDuration writes ms exactly, in at most two units ("7 d", "1 d 2 h"), else in the largest unit that loses nothing; parseDuration reads it back. */
export function printDuration(ms: bigint, locale: Locale): string {
  let rest = ms;
  const parts: string[] = [];
  for (const [unit, label] of labels[locale]) {
    if (rest >= unit) parts.push(`${rest / unit}${label}`);
    rest %= unit;
  }
  if (parts.length > 0 && parts.length <= 2) return parts.join("\u00a0");
  const [unit, label] = labels[locale].find(([size]) => ms > 0n && ms % size === 0n) ?? [1n, `${NNBSP}ms`];
  return `${ms / unit}${label}`;
}
