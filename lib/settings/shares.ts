const PERCENT = /^(\d+)(?:\.(\d+))?\s*%$/;
const FRACTION = /^(?:0?\.\d+|0(?:\.0+)?|1(?:\.0+)?)$/;

/** shift moves the point of a decimal text by `places`, so that 7% is 0.07 and not 0.07000000000000001. */
function shift(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = point <= 0 ? 1 : point;
  const text = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, "");
  return text.replace(/^0+(?=\d)/, "");
}

/** parseShare reads "50%" or "0.5" into a share of 1 as Kafka writes it; null when it is no share. */
export function parseShare(text: string): string | null {
  const percent = PERCENT.exec(text);
  const share = percent
    ? shift(percent[1] ?? "", percent[2] ?? "", -2)
    : FRACTION.test(text)
      ? text.replace(/^\./, "0.")
      : null;
  return share === null || Number(share) > 1 ? null : share;
}

/** printShare writes a share of 1 in percent, exactly; what is no share stays as it is. */
export function printShare(raw: string): string {
  if (!/^\d*\.?\d+$/.test(raw)) return raw;
  const [whole = "", fraction = ""] = raw.split(".");
  return `${shift(whole, fraction, 2)}%`;
}
