function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** calculateRemappedShare gives the share of keys (0..1) that go to another partition when a topic grows from `before` to `after`: the default partitioner takes hash mod count, and by the Chinese remainder theorem `before` of every lcm(before, after) hashes stay (Kafka: BuiltInPartitioner.partitionForKey). */
export function calculateRemappedShare(before: number, after: number): number {
  const common = (before / greatestCommonDivisor(before, after)) * after;
  return 1 - before / common;
}
