const GROUPED = /^\d{1,3}(,\d{3})+$/;
const AMOUNT = /^(\d+)(?:\.(\d+))?$/;

/** multiply gives `amount` (decimal text) times `unit` exactly, or null when that is no whole number. */
function multiply(amount: string, unit: bigint): bigint | null {
  const [, whole = "", fraction = ""] = AMOUNT.exec(GROUPED.test(amount) ? amount.replaceAll(",", "") : amount) ?? [];
  if (whole === "") return null;
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(whole + fraction) * unit;
  return product % scale === 0n ? product / scale : null;
}

/** parseAmounts reads "1 d 2 h", "1.5 GiB" or "1,048,588 B" in the given units, exactly; null when it cannot be read or is no whole number of the smallest unit. */
export function parseAmounts(text: string, unitOf: (word: string) => bigint | undefined): bigint | null {
  const parts = [...text.matchAll(/([\d.,]+)\s*([^\d\s.,]+)\s*/gy)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return null;
  let total = 0n;
  for (const [, amount = "", word = ""] of parts) {
    const unit = unitOf(word);
    const value = unit === undefined ? null : multiply(amount, unit);
    if (value === null) return null;
    total += value;
  }
  return total;
}

/** parseInteger reads a whole number, with or without groups and with either minus sign; null when it is none. */
export function parseInteger(text: string): bigint | null {
  const plain = text.replace(/^\u2212/, "-");
  const digits = plain.replace(/^-/, "");
  if (!/^\d+$/.test(digits) && !GROUPED.test(digits)) return null;
  return BigInt(plain.replaceAll(",", ""));
}
