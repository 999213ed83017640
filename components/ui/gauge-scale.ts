/** Gauge is one partition (or broker): its value on the common scale, null when it is not known for `reason`; `display` is the figure in words; a tone makes it the outlier. */
export type Gauge = {
  id: string;
  label: string;
  value: number | null;
  display: string;
  tone?: "warn" | "crit" | undefined;
  reason?: string;
};

/** gaugeScale is the value at the top of every gauge: the largest, with a little room, never under the mean. */
export function gaugeScale(items: readonly Gauge[], mean = 0): number {
  const most = items.reduce((max, { value }) => Math.max(max, value ?? 0), mean);
  return most === 0 ? 1 : most * 1.08;
}

/** sortGauges puts the largest first and the unknown before all. */
export function sortGauges(items: readonly Gauge[]): Gauge[] {
  const rank = ({ value }: Gauge) => value ?? Number.POSITIVE_INFINITY;
  return items.toSorted((a, b) => rank(b) - rank(a));
}
