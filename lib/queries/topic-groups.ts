import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { TopicGroupList, TopicGroupListQuery } from "@/lib/api/groups.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string, topic: string) =>
  `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/groups`;

/** topicGroupsQuery reads one page of the groups that read a topic, with their figures on it: TopicGroupList. Fails with ApiError. */
export function topicGroupsQuery(clusterId: string, topic: string, query: TopicGroupListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "groups", query],
    queryFn: ({ signal, meta }) =>
      apiGet<TopicGroupList>(pathOf(clusterId, topic), query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}
