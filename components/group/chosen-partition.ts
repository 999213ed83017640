import type { PartitionOutlook } from "@/lib/api/history.ts";

/** PartitionKey is a partition of a group's topics. */
export type PartitionKey = { topic: string; partition: number };

const KEEP = 0.8;

/** keyOf writes a partition as the URL does; no topic has a ":" in its name. */
export function keyOf({ topic, partition }: PartitionKey): string {
  return `${topic}:${partition}`;
}

/** readKey reads a partition that keyOf wrote; null when it is none. */
export function readKey(text: string): PartitionKey | null {
  const [, topic, digits] = /^([a-zA-Z0-9._-]{1,249}):(\d{1,9})$/.exec(text) ?? [];
  return topic === undefined ? null : { topic, partition: Number(digits) };
}

/** chooseWorst is the partition where a group is furthest behind. The one shown before stays while it is nearly as far behind, so that a chart does not jump with every answer. */
export function chooseWorst(partitions: readonly PartitionOutlook[], shown: string | null): PartitionOutlook | null {
  const first = partitions.find(({ lag }) => lag !== null);
  if (!first) return null;
  const before = partitions.find((one) => keyOf(one) === shown);
  const near = (a: number, b: number) => a >= b * KEEP;
  const keeps =
    before !== undefined &&
    before.lag !== null &&
    near(before.lagMs ?? 0, first.lagMs ?? 0) &&
    near(Number(before.lag), Number(first.lag));
  return keeps ? before : first;
}
