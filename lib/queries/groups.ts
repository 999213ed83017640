import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { GroupDetail, GroupList, GroupListQuery } from "@/lib/api/groups.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string) => `/api/clusters/${encodeURIComponent(clusterId)}/groups`;

/** groupsQuery reads one page of a cluster's groups with their totals: GroupList. Fails with ApiError. */
export function groupsQuery(clusterId: string, query: GroupListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "groups", query],
    queryFn: ({ signal, meta }) => apiGet<GroupList>(pathOf(clusterId), query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}

/** groupQuery reads one group with its members, its topics' sums and the reasons of its status: GroupDetail. Fails with ApiError, NOT_FOUND when Kafka lists no group of that id (any more). */
export function groupQuery(clusterId: string, groupId: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "group", groupId],
    queryFn: ({ signal, meta }) =>
      apiGet<GroupDetail>(
        `${pathOf(clusterId)}/${encodeURIComponent(groupId)}`,
        {},
        { signal, maxAgeMs: maxAgeOf(meta) },
      ),
  });
}
