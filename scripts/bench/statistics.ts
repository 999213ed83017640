/** Spread is what a list of times comes to, in milliseconds. */
export type Spread = { median: number; p95: number; count: number };

/** summarizeTimes gives median and 95th percentile (nearest rank). */
export function summarizeTimes(times: number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), count: sorted.length };
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
