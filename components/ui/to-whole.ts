/** toWhole reads a whole number from what was typed; null when there is none. */
export function toWhole(text: string): number | null {
  const digits = text.replaceAll(/[^\d]/g, "").slice(0, 9);
  return digits === "" ? null : Number(digits);
}
