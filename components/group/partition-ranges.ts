import type { Assignment } from "@/lib/api/groups.ts";

/** PartitionRange is partitions that follow each other, both ends included. */
export type PartitionRange = { from: number; to: number };

/** toRanges joins partition numbers that follow each other: 0 1 2 3 7 gives 0–3 and 7. */
export function toRanges(partitions: readonly number[]): PartitionRange[] {
  const ranges: PartitionRange[] = [];
  for (const partition of partitions.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && partition <= last.to + 1) last.to = partition;
    else ranges.push({ from: partition, to: partition });
  }
  return ranges;
}

/** rangeText writes one range: p7, p0–p3. */
export function rangeText({ from, to }: PartitionRange): string {
  return from === to ? `p${from}` : `p${from}–p${to}`;
}

/** AssignmentText is one topic's partitions as compact ranges. */
export type AssignmentText = { topic: string; ranges: string };

/** toAssignmentTexts writes assignments in at most `most` ranges over all topics; topics without any room are left out. */
export function toAssignmentTexts(assignments: readonly Assignment[], most: number): AssignmentText[] {
  let room = most;
  return assignments.flatMap(({ topic, partitions }) => {
    const shown = toRanges(partitions).slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ topic, ranges: shown.map(rangeText).join(", ") }];
  });
}

/** countRanges is how many ranges all assignments have. */
export function countRanges(assignments: readonly Assignment[]): number {
  return assignments.reduce((sum, { partitions }) => sum + toRanges(partitions).length, 0);
}
