import { formatExact, type Locale, NNBSP } from "../format.ts";
import { parseAmounts } from "./amounts.ts";

const binary = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].map((label, step) => ({
  label,
  bytes: 1024n ** BigInt(step),
}));
const decimal = ["B", "kB", "MB", "GB", "TB", "PB", "EB"].map((label, step) => ({
  label,
  bytes: 1000n ** BigInt(step),
}));
const units = new Map([...decimal, ...binary].map(({ label, bytes }) => [label.toLowerCase(), bytes]));

/** parseSize reads a size, "1 GiB" (powers of two) or "1 GB" (powers of ten), into bytes. Null when it cannot be read. */
export function parseSize(text: string): bigint | null {
  return parseAmounts(text, (word) => units.get(word.toLowerCase()));
}

/** inUnits gives the largest unit in which `bytes` has at most two decimals, exactly. */
function inUnits(bytes: bigint, ladder: readonly { label: string; bytes: bigint }[]): string | null {
  const unit = ladder.findLast((step) => bytes >= step.bytes && (bytes * 100n) % step.bytes === 0n);
  if (!unit || unit.bytes === 1n) return null;
  const hundredths = ((bytes * 100n) / unit.bytes).toString().padStart(3, "0");
  const amount = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, "");
  return amount.length > 7 ? null : `${amount}${NNBSP}${unit.label}`;
}

/** printSize writes bytes exactly: in powers of two, else of ten, where that takes two decimals at most, else in bytes; parseSize reads it back. */
export function printSize(bytes: bigint, locale: Locale): string {
  return inUnits(bytes, binary) ?? inUnits(bytes, decimal) ?? `${formatExact(bytes, locale)}${NNBSP}B`;
}
