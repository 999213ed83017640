import type { Admin } from "@platformatic/kafka";

/** End offsets by topic: the high watermark of each partition. */
type Ends = Map<string, bigint[]>;

/**
 * setStates commits the offsets that no member of the demo would: groups without members, partitions without a commit,
 * records deleted before they were read (KIP-107), and commits beyond the end, as a consumer makes them that kept
 * running while its topic was deleted and created again.
 */
export async function setStates(admin: Admin): Promise<void> {
  const ends = await endOffsets(admin, ["orders", "audit-log", "loyalty-points", "emails", "returns"]);
  await commit(admin, "nightly-export", ends, "orders", (end, partition) => (partition < 8 ? (end * 4n) / 5n : null));
  await commit(admin, "audit-archive", ends, "audit-log", (end) => end / 4n);
  await commit(admin, "loyalty-sync", ends, "loyalty-points", (end, partition) =>
    partition < 2 ? end + 500n : end / 2n,
  );
  await commit(admin, "mailer", ends, "emails", (end) => (end > 30n ? end - 30n : 0n));
  await commit(admin, "returns-desk", ends, "returns", (end) => end / 2n);
  const deleted = ends.get("audit-log")!.map((end, partition) => ({ partition, offset: (end * 3n) / 5n }));
  await admin.deleteRecords({ topics: [{ name: "audit-log", partitions: deleted }] });
}

async function endOffsets(admin: Admin, topics: string[]): Promise<Ends> {
  const metadata = await admin.metadata({ topics });
  const asked = topics.map((name) => ({
    name,
    partitions: metadata.topics.get(name)!.partitions.map((_, partitionIndex) => ({ partitionIndex, timestamp: -1n })),
  }));
  const answer = await admin.listOffsets({ topics: asked, isolationLevel: 0 });
  return new Map(answer.map(({ name, partitions }) => [name, inOrder(partitions)]));
}

function inOrder(partitions: { partitionIndex: number; offset: bigint }[]): bigint[] {
  return partitions.toSorted((one, other) => one.partitionIndex - other.partitionIndex).map(({ offset }) => offset);
}

async function commit(
  admin: Admin,
  groupId: string,
  ends: Ends,
  topic: string,
  offsetOf: (end: bigint, partition: number) => bigint | null,
): Promise<void> {
  const partitionOffsets = ends.get(topic)!.flatMap((end, partition) => {
    const offset = offsetOf(end, partition);
    return offset === null ? [] : [{ partition, offset }];
  });
  await admin.alterConsumerGroupOffsets({ groupId, topics: [{ name: topic, partitionOffsets }] });
}
