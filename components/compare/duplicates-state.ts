import type { DuplicateGroup, DuplicatesProgress, DuplicatesTotals } from "@/lib/api/duplicates.ts";

/** MOST_GROUPS is how many groups a page shows. */
export const MOST_GROUPS = 100;

/** DuplicatesResult is what was found so far; the groups with the most copies come first. */
export type DuplicatesResult = {
  progress: DuplicatesProgress | null;
  totals: DuplicatesTotals | null;
  groups: readonly DuplicateGroup[];
};

/** noDuplicates is a search of which nothing has come yet. */
export const noDuplicates: DuplicatesResult = { progress: null, totals: null, groups: [] };

// A group that has grown takes the place of what it was.
function addGroup(groups: readonly DuplicateGroup[], group: DuplicateGroup): DuplicateGroup[] {
  const others = groups.filter(({ id }) => id !== group.id);
  const at = others.findIndex(({ copies }) => copies < group.copies);
  return others.toSpliced(at < 0 ? others.length : at, 0, group).slice(0, MOST_GROUPS);
}

/** addDuplicatesLine takes in a line of a search for duplicates. */
export function addDuplicatesLine(
  result: DuplicatesResult,
  line: DuplicatesProgress | DuplicatesTotals | DuplicateGroup,
): DuplicatesResult {
  if (line.type === "progress") return { ...result, progress: line };
  if (line.type === "totals") return { ...result, totals: line };
  return { ...result, groups: addGroup(result.groups, line) };
}

/** Spread is how far the latest copy of a group lies from its first record: in ms, and in offsets (null: in another partition). */
export type Spread = { ms: number; offsets: bigint | null };

/** spreadOf tells how far apart a group's first record and its latest copy are. */
export function spreadOf({ first, latest }: DuplicateGroup): Spread | null {
  const last = latest.at(-1);
  if (!last) return null;
  const same = last.partition === first.partition;
  return { ms: last.timestamp - first.timestamp, offsets: same ? BigInt(last.offset) - BigInt(first.offset) : null };
}
