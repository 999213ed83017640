/** TopicCondition of a topic or a partition. */
export type TopicCondition = "offline" | "below-min-isr" | "under-replicated" | "hot-partition" | "unknown" | "healthy";

/** topicConditionOrder lists the conditions worst first. */
export const topicConditionOrder: TopicCondition[] = [
  "offline",
  "below-min-isr",
  "under-replicated",
  "hot-partition",
  "unknown",
  "healthy",
];

/** Replication is what decides a partition's condition. */
export type Replication = { leader: number | null; replicas: number[]; isr: number[] };

/** assessPartition: no leader = offline; fewer in sync than min.insync.replicas = producers with acks=all are refused; fewer in sync than replicas = under-replicated. `minIsr` null = not known, so not judged. */
export function assessPartition({ leader, replicas, isr }: Replication, minIsr: number | null): TopicCondition {
  if (leader === null) return "offline";
  if (minIsr !== null && isr.length < Math.min(minIsr, replicas.length)) return "below-min-isr";
  return isr.length < replicas.length ? "under-replicated" : "healthy";
}

/** isUnderReplicated: some replica is not in sync (Kafka's UnderReplicatedPartitions). */
export function isUnderReplicated({ replicas, isr }: Replication): boolean {
  return isr.length < replicas.length;
}

/** Hot is a partition that holds far more than its share: `share` 0..1 of all, `timesMean` against the mean. */
export type Hot = { partition: number; share: number; timesMean: number };

const hotFactor = 3;
const hotLeast = 1000n;

/** assessHotPartition finds the partition with at least 3 times the mean of retained records, once the topic holds 1,000 and has 3 partitions or more. `messages[i]` belongs to partition i; null = not known, then nothing is claimed. */
export function assessHotPartition(messages: (bigint | null)[]): Hot | null {
  if (messages.length < 3 || messages.includes(null)) return null;
  const values = messages as bigint[];
  const total = values.reduce((sum, value) => sum + value, 0n);
  if (total < hotLeast) return null;
  const partition = values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);
  const share = Number((values[partition]! * 1_000_000n) / total) / 1_000_000;
  const timesMean = share * values.length;
  return timesMean >= hotFactor ? { partition, share, timesMean } : null;
}
