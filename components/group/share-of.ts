/** shareOf is the share (0..1) that a part has of a whole, both decimal strings; 0 of nothing. */
export function shareOf(part: string, whole: string): number {
  const all = BigInt(whole);
  if (all <= 0n) return 0;
  return Number((BigInt(part) * 10_000n) / all) / 10_000;
}
