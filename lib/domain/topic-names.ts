/** findCollision gives the existing topic whose metric name would be the same: '.' and '_' are one there (org.apache.kafka.common.internals.Topic.hasCollision). */
export function findCollision(name: string, existing: Iterable<string>): string | null {
  const unified = name.replaceAll(".", "_");
  for (const other of existing) {
    if (other !== name && other.replaceAll(".", "_") === unified) return other;
  }
  return null;
}
