/** Locale is a language the product speaks. */
export type Locale = "en" | "ko";

/** Numeric is a figure as the wire or the code holds it: a bigint, a number, or a decimal string. */
export type Numeric = bigint | number | string;

/** NNBSP is the narrow no-break space that stands before a unit. */
export const NNBSP = "\u202f";

const MINUS = "\u2212";
const INTEGER = /^-?\d+$/;
const groupers: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en", { maximumFractionDigits: 20 }),
  ko: new Intl.NumberFormat("ko", { maximumFractionDigits: 20 }),
};

function toExact(value: Numeric): bigint | number {
  if (typeof value === "bigint") return value;
  if (typeof value === "string") return INTEGER.test(value) ? BigInt(value) : Number(value);
  return Number.isInteger(value) ? BigInt(value) : value;
}

function signed(text: string, negative: boolean): string {
  return negative ? MINUS + text : text;
}

/** fixed gives `value / 10^power` with `decimals`, rounded half up, without ever making a float of a bigint. */
function fixed(value: bigint, power: number, decimals: number): string {
  const cut = 10n ** BigInt(power - decimals);
  const digits = ((value + cut / 2n) / cut).toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** scale finds the power of 1000 under which `value` keeps at most three digits before the point, after rounding. */
function scale(value: bigint, decimals: (whole: number) => number, most: number): { text: string; step: number } {
  let step = Math.min(most, Math.floor((value.toString().length - 1) / 3));
  const render = () => fixed(value, step * 3, Math.min(step * 3, decimals(value.toString().length - step * 3)));
  let text = render();
  if (step < most && Number(text) >= 1000) {
    step += 1;
    text = render();
  }
  return { text, step };
}

const threeDigits = (whole: number) => Math.min(2, Math.max(0, 3 - whole));

/** formatExact groups every digit: 2,374,604,118. For offsets and for the figure on hover. */
export function formatExact(value: Numeric, locale: Locale): string {
  const exact = toExact(value);
  return signed(groupers[locale].format(exact < 0 ? -exact : exact), exact < 0);
}

/** formatCount is exact below 1,000,000 and three digits from there: 84,210, 37.4M, 5.83B. */
export function formatCount(value: Numeric, locale: Locale): string {
  const exact = toExact(value);
  if (typeof exact === "number") return formatRate(exact, locale);
  const size = exact < 0n ? -exact : exact;
  if (size < 1_000_000n) return formatExact(exact, locale);
  const { text, step } = scale(size, threeDigits, 4);
  return signed(step === 4 ? groupLeft(text, locale) : text, exact < 0n) + ["", "k", "M", "B", "T"][step];
}

function groupLeft(text: string, locale: Locale): string {
  const [whole = "0", rest] = text.split(".");
  const grouped = formatExact(BigInt(whole), locale);
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

function thousands(size: number): string {
  const whole = BigInt(Math.round(size));
  return whole >= 999_950n ? formatCount(whole < 1_000_000n ? 1_000_000n : whole, "en") : `${fixed(whole, 3, 1)}k`;
}

/** formatRate is exact below 10,000 (one decimal below 10), then 31.2k, then as formatCount: a figure per second without its unit. */
export function formatRate(value: Numeric, locale: Locale): string {
  const rate = Number(value);
  const size = Math.abs(rate);
  if (size > 0 && size < 0.05) return rate < 0 ? `>${MINUS}0.1` : "<0.1";
  if (size < 9.95) return signed(String(Math.round(size * 10) / 10), rate < 0);
  if (size < 9_999.5) return signed(formatExact(Math.round(size), locale), rate < 0);
  return signed(thousands(size), rate < 0);
}

/** formatChange is a change per second with its sign: +9.8k/s, −310/s, ±0. */
export function formatChange(perSecond: Numeric, locale: Locale, unit = "/s"): string {
  const change = Number(perSecond);
  const size = Math.abs(change);
  if (size < 0.05) return "±0";
  const text = size < 999.5 ? formatRate(size, locale) : thousands(size);
  return (change < 0 ? MINUS : "+") + text + unit;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

/** formatBytes counts bytes in powers of ten: 640 B, 39.8 MB, 859 GB, 8.42 TB. */
export function formatBytes(value: Numeric): string {
  const exact = toExact(value);
  const bytes = typeof exact === "bigint" ? exact : BigInt(Math.round(exact));
  const size = bytes < 0n ? -bytes : bytes;
  const decimals = (whole: number) => (whole >= 3 ? 0 : size >= 999_500_000_000n ? threeDigits(whole) : 1);
  const { text, step } = scale(size, decimals, BYTE_UNITS.length - 1);
  return signed(text, bytes < 0n) + NNBSP + BYTE_UNITS[step];
}

const BINARY_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** formatBinaryBytes is for settings that are powers of two: 1 GiB, 1.5 MiB, at most two decimals. */
export function formatBinaryBytes(value: Numeric): string {
  const bytes = BigInt(toExact(value));
  const size = bytes < 0n ? -bytes : bytes;
  let step = 0;
  while (step < BINARY_UNITS.length - 1 && size >= 1024n ** BigInt(step + 1)) step += 1;
  const unit = 1024n ** BigInt(step);
  const hundredths = (size * 100n + unit / 2n) / unit;
  const text = fixed(hundredths, 2, 2).replace(/\.?0+$/, "");
  return signed(text, bytes < 0n) + NNBSP + BINARY_UNITS[step];
}

const DURATION_UNITS: Record<Locale, { d: string; h: string; min: string; s: string }> = {
  en: { d: `${NNBSP}d`, h: `${NNBSP}h`, min: `${NNBSP}min`, s: `${NNBSP}s` },
  ko: { d: "일", h: "시간", min: "분", s: "초" },
};

/** splitSeconds cuts whole seconds into their two largest units, the smaller left out when it is zero. */
function splitSeconds(seconds: bigint, locale: Locale): string {
  const unit = DURATION_UNITS[locale];
  const parts: [bigint, string][] = [
    [seconds / 86_400n, unit.d],
    [(seconds / 3_600n) % 24n, unit.h],
    [(seconds / 60n) % 60n, unit.min],
    [seconds % 60n, unit.s],
  ];
  const first = parts.findIndex(([amount]) => amount > 0n);
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0n);
  return shown.map(([amount, name]) => `${amount}${name}`).join("\u00a0");
}

/** formatDuration gives the two largest units of `ms`: 38 ms, 0.4 s, 48 s, 2 min 6 s, 1 h 4 min, 2 d 4 h. It holds no breaking space. */
export function formatDuration(ms: Numeric, locale: Locale): string {
  const exact = toExact(ms);
  if (exact < 0) return MINUS + formatDuration(-exact, locale);
  const seconds = DURATION_UNITS[locale].s;
  if (exact < 99.5) return `${Math.round(Number(exact))}${NNBSP}ms`;
  if (exact < 9_950) return `${Math.round(Number(exact) / 100) / 10}${seconds}`;
  const whole = typeof exact === "bigint" ? (exact + 500n) / 1_000n : BigInt(Math.round(exact / 1_000));
  return splitSeconds(whole, locale);
}

/** formatAge says how long ago: now (under 2 s), 48 s ago, 4 min ago; a time still to come is "in 4 min". */
export function formatAge(ageMs: number, locale: Locale): string {
  if (Math.abs(ageMs) < 2_000) return locale === "ko" ? "방금" : "now";
  const seconds = Math.floor(Math.abs(ageMs) / 1_000);
  const unit = [86_400, 3_600, 60, 1].find((size) => seconds >= size) ?? 1;
  const amount = splitSeconds(BigInt(Math.floor(seconds / unit) * unit), locale);
  if (locale === "ko") return ageMs < 0 ? `${amount}\u00a0후` : `${amount}\u00a0전`;
  return ageMs < 0 ? `in\u00a0${amount}` : `${amount}\u00a0ago`;
}

/** formatShare is a share of 1 in percent: 31%, 4.2%, one decimal below ten. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return "<0.1%";
  return signed(
    `${Math.abs(percent) < 9.95 ? Math.round(Math.abs(percent) * 10) / 10 : Math.round(Math.abs(percent))}%`,
    percent < 0,
  );
}
