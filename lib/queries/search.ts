import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { SearchAnswer } from "@/lib/api/search.ts";

/** searchQuery finds topics, groups and brokers of a cluster by a part of their name: SearchAnswer, best first. Nothing typed asks nothing. Fails with ApiError. */
export function searchQuery(clusterId: string | null, text: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "search", text],
    queryFn: ({ signal }) =>
      apiGet<SearchAnswer>(`/api/clusters/${encodeURIComponent(clusterId ?? "")}/search`, { q: text }, { signal }),
    enabled: clusterId !== null && text !== "",
    placeholderData: keepPreviousData,
  });
}
