import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { TopicSettings } from "@/lib/api/configs.ts";

/** topicSettingsQuery reads what a new topic would run with on a cluster, and what a form must know of it: TopicSettings. Fails with ApiError. */
export function topicSettingsQuery(clusterId: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic-settings"],
    queryFn: ({ signal }) =>
      apiGet<TopicSettings>(`/api/clusters/${encodeURIComponent(clusterId)}/topic-settings`, {}, { signal }),
  });
}
