/** spreadOver gives partitions in turn, from the one at `first` on: for records that no key places. */
export function spreadOver(partitions: readonly number[], first: number): () => number | null {
  let next = first;
  return () => (partitions.length === 0 ? null : partitions[next++ % partitions.length]!);
}
