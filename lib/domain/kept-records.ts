/** FirstRecord is the first record that one partition still holds: its offset and timestamp (ms since the epoch). `deleted`: records before it are gone (its log start is not 0). */
export type FirstRecord = { partition: number; offset: bigint; timestamp: bigint; deleted: boolean };

/** PartitionStart is what is known of one partition: its first record, that it is empty, or the code of why it is not known. */
export type PartitionStart =
  | { partition: number; first: FirstRecord }
  | { partition: number; empty: true }
  | { partition: number; unknown: string };

/** KeptRecords says how far back a topic reaches: `oldest` of the first records, `least` the youngest of those before which records were deleted (nobody can read further back there), how many partitions are empty or not known, and why those are not. */
export type KeptRecords = {
  oldest: FirstRecord | null;
  least: FirstRecord | null;
  empty: number;
  unknown: number;
  reason: string | null;
};

function extreme(firsts: FirstRecord[], isBetter: (a: bigint, b: bigint) => boolean): FirstRecord | null {
  return firsts.reduce<FirstRecord | null>(
    (best, first) => (best === null || isBetter(first.timestamp, best.timestamp) ? first : best),
    null,
  );
}

/** summarizeKept adds up the partitions of a topic. */
export function summarizeKept(partitions: PartitionStart[]): KeptRecords {
  const firsts = partitions.flatMap((each) => ("first" in each ? [each.first] : []));
  const unknown = partitions.flatMap((each) => ("unknown" in each ? [each.unknown] : []));
  return {
    oldest: extreme(firsts, (a, b) => a < b),
    least: extreme(
      firsts.filter(({ deleted }) => deleted),
      (a, b) => a > b,
    ),
    empty: partitions.filter((each) => "empty" in each).length,
    unknown: unknown.length,
    reason: unknown[0] ?? null,
  };
}
