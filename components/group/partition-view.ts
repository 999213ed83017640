import type { GroupPartition, GroupPartitionListQuery } from "@/lib/api/groups.ts";

/** PartitionSort is an order of a group's partitions, in the API's words. */
export type PartitionSort = GroupPartitionListQuery["sort"];

/** PartitionView is how a group's partitions stand: under their topics, under their members, or one by one. */
export type PartitionView = "topic" | "partition" | "member";

/** viewOf is the view that an order stands for. */
export function viewOf(sort: PartitionSort): PartitionView {
  if (sort === "topic" || sort === "-topic") return "topic";
  return sort === "memberId" || sort === "-memberId" ? "member" : "partition";
}

/** sortOf is the order that a view begins with; single partitions stand worst first. */
export const sortOf: Record<PartitionView, PartitionSort> = { topic: "topic", partition: "-lag", member: "memberId" };

/** PartitionRun is rows under one heading: a topic's, a member's, or those that no member owns (null). */
export type PartitionRun = { key: string | null; rows: GroupPartition[] };

/** toRuns puts rows under their keys, in the order in which the keys first come. */
export function toRuns(rows: readonly GroupPartition[], keyOf: (row: GroupPartition) => string | null): PartitionRun[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, same]) => ({ key, rows: same }));
}
