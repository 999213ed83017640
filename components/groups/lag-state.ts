import type { Group } from "@/lib/api/groups.ts";

/** LagState is what can be said of a group's lag: a sum of what is known, or why there is none. `code` is an ErrorCode. */
export type LagState =
  | { kind: "known"; lag: string; withoutCommit: number; unknown: number }
  | { kind: "not-read"; code: string }
  | { kind: "offsets-unknown"; unknown: number }
  | { kind: "share" }
  | { kind: "no-commit" };

/** lagStateOf tells what can be said of a group's lag; without any commit it is "no commit", never 0. */
export function lagStateOf(group: Group): LagState {
  const { lag, unknownPartitions, partitionsWithoutCommit } = group;
  if (lag !== null)
    return { kind: "known", lag, withoutCommit: partitionsWithoutCommit ?? 0, unknown: unknownPartitions };
  if (group.unknown["lag"] !== undefined) return { kind: "not-read", code: group.unknown["lag"] };
  if (unknownPartitions > 0) return { kind: "offsets-unknown", unknown: unknownPartitions };
  return group.type === "share" ? { kind: "share" } : { kind: "no-commit" };
}
