import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import { GroupPartitionListQuery, type GroupPartitionList } from "@/lib/api/groups.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string, groupId: string) =>
  `/api/clusters/${encodeURIComponent(clusterId)}/groups/${encodeURIComponent(groupId)}/offsets`;

/** worstPartitionQuery is what finds the partition of a group with the largest lag: one row, the largest first. */
export const worstPartitionQuery: GroupPartitionListQuery = GroupPartitionListQuery.parse({
  sort: "-lag",
  pageSize: 1,
});

/** groupOffsetsQuery reads one page of the partitions that a group has committed or owns: GroupPartitionList. Fails with ApiError. */
export function groupOffsetsQuery(clusterId: string, groupId: string, query: GroupPartitionListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "group", groupId, "offsets", query],
    queryFn: ({ signal, meta }) =>
      apiGet<GroupPartitionList>(pathOf(clusterId, groupId), query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}
