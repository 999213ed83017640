import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { PartitionList, PartitionListQuery } from "@/lib/api/topics.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string, topic: string) =>
  `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/partitions`;

/** partitionsQuery reads one page of a topic's partitions: PartitionList. Fails with ApiError. */
export function partitionsQuery(clusterId: string, topic: string, query: PartitionListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "partitions", query],
    queryFn: ({ signal, meta }) =>
      apiGet<PartitionList>(pathOf(clusterId, topic), query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}
