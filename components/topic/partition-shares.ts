import type { TopicDetail } from "@/lib/api/topics.ts";

/** PartitionShare is what one partition holds of its topic: `value` records or bytes and `share` 0..1 of what is known; null where it is not. */
export type PartitionShare = { partition: number; leader: number | null; value: bigint | null; share: number | null };

/** Shares are a topic's partitions side by side. `mean` is 0..1, `largest` null when nothing is held or known. */
export type Shares = {
  partitions: PartitionShare[];
  mean: number;
  largest: { partition: number; share: number; timesMean: number } | null;
};

type Field = "messages" | "sizeBytes";

const ratio = (value: bigint, total: bigint) => (total === 0n ? 0 : Number((value * 1_000_000n) / total) / 1_000_000);

/** calculateShares works out what each partition holds of all that is known of the topic. */
export function calculateShares(all: TopicDetail["partitionShares"], field: Field): Shares {
  const values = all.map((row) => ({
    partition: row.partition,
    leader: row.leader,
    value: row[field] === null ? null : BigInt(row[field]),
  }));
  const known = values.filter((row) => row.value !== null);
  const total = known.reduce((sum, { value }) => sum + (value ?? 0n), 0n);
  const partitions = values.map((row) => ({ ...row, share: row.value === null ? null : ratio(row.value, total) }));
  const top = partitions.reduce<PartitionShare | null>(
    (best, row) => ((row.share ?? 0) > (best?.share ?? 0) ? row : best),
    null,
  );
  const mean = known.length === 0 ? 0 : 1 / known.length;
  const largest = top?.share ? { partition: top.partition, share: top.share, timesMean: top.share / mean } : null;
  return { partitions, mean, largest };
}

/** mostGauges is how many partitions the page draws; of more, the largest. */
export const mostGauges = 1024;

/** largestShares keeps the partitions that are drawn: all, or the `most` largest, the unknown among them. */
export function largestShares(partitions: PartitionShare[], most = mostGauges): PartitionShare[] {
  if (partitions.length <= most) return partitions;
  return partitions.toSorted((a, b) => (b.share ?? 2) - (a.share ?? 2)).slice(0, most);
}
