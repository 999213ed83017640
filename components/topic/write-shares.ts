import type { PartitionRate } from "@/lib/api/history.ts";

const HOT_TIMES_MEAN = 3;
const HOT_SHARE = 0.1;

/** WriteShare is what one partition takes of its topic's writes: its mean rate (records/s) and its share 0..1; null when it was not sampled. */
export type WriteShare = { partition: number; rate: number | null; share: number | null };

/** WriteShares are a topic's partitions side by side; `largest` is null when nothing was written, `hot` when it takes more than three times the mean and more than a tenth. */
export type WriteShares = {
  partitions: WriteShare[];
  mean: number;
  largest: { partition: number; share: number; timesMean: number; hot: boolean } | null;
};

/** writeShares works out what each of a topic's partitions (0 to `count` - 1) takes of the writes that were sampled. */
export function writeShares(told: readonly PartitionRate[], count: number): WriteShares {
  const rates = new Map(told.map(({ partition, producedPerSecond }) => [partition, producedPerSecond]));
  const all = Array.from({ length: count }, (_, partition) => ({ partition, rate: rates.get(partition) ?? null }));
  const known = all.filter(({ rate }) => rate !== null);
  const total = known.reduce((sum, { rate }) => sum + (rate ?? 0), 0);
  const shareOf = (rate: number | null) => (rate === null ? null : total === 0 ? 0 : rate / total);
  const partitions = all.map((row) => ({ ...row, share: shareOf(row.rate) }));
  const top = partitions.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  const mean = known.length === 0 ? 0 : 1 / known.length;
  if (!top?.share) return { partitions, mean, largest: null };
  const timesMean = top.share / mean;
  const hot = timesMean > HOT_TIMES_MEAN && top.share > HOT_SHARE;
  return { partitions, mean, largest: { partition: top.partition, share: top.share, timesMean, hot } };
}
