import { type Locale, NNBSP } from "@/lib/format.ts";
import { printDuration } from "@/lib/settings/durations.ts";
import { printSize } from "@/lib/settings/sizes.ts";

const timeUnits: [suffix: RegExp, inMs: bigint][] = [
  [/\.ms$/, 1n],
  [/\.seconds$/, 1000n],
  [/\.minutes$/, 60_000n],
  [/\.hours$/, 3_600_000n],
];

function explainSize(bytes: bigint, locale: Locale): string | null {
  const text = printSize(bytes, locale);
  return text.endsWith(`${NNBSP}B`) ? null : text;
}

/** explainSetting says a broker setting's raw value in larger units, by the unit in its name (`log.retention.ms`, `log.segment.bytes`); null when it has none, or the raw value says it as well. */
export function explainSetting(name: string, value: string | null, locale: Locale): string | null {
  if (value === null || !/^\d{1,18}$/.test(value)) return null;
  const amount = BigInt(value);
  const inMs = timeUnits.find(([suffix]) => suffix.test(name))?.[1];
  if (inMs !== undefined) return amount * inMs < 1000n ? null : printDuration(amount * inMs, locale);
  return /\.bytes$|\.buffer\.size$/.test(name) ? explainSize(amount, locale) : null;
}
