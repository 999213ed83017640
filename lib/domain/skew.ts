/** calculateSkew gives each value as a ratio to the mean of all (1 = average); null where the mean is 0. */
export function calculateSkew(values: bigint[]): (number | null)[] {
  const total = values.reduce((sum, value) => sum + value, 0n);
  if (total === 0n) return values.map(() => null);
  return values.map((value) => Number((value * BigInt(values.length) * 10_000n) / total) / 10_000);
}
