import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { TopicDetail, TopicList, TopicListQuery } from "@/lib/api/topics.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string) => `/api/clusters/${encodeURIComponent(clusterId)}/topics`;

/** topicsQuery reads one page of a cluster's topics: TopicList. Fails with ApiError. */
export function topicsQuery(clusterId: string, query: TopicListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topics", query],
    queryFn: ({ signal, meta }) =>
      apiGet<TopicList>(
        pathOf(clusterId),
        { ...query, include: query.include.join(",") },
        { signal, maxAgeMs: maxAgeOf(meta) },
      ),
    placeholderData: keepPreviousData,
  });
}

/** topicQuery reads one topic: TopicDetail. Fails with ApiError, NOT_FOUND when there is no topic of that name (any more). */
export function topicQuery(clusterId: string, topic: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic],
    queryFn: ({ signal, meta }) =>
      apiGet<TopicDetail>(
        `${pathOf(clusterId)}/${encodeURIComponent(topic)}`,
        {},
        { signal, maxAgeMs: maxAgeOf(meta) },
      ),
  });
}
