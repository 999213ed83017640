import { keepPreviousData, queryOptions, skipToken, useMutation } from "@tanstack/react-query";
import { apiGet, apiSend } from "@/lib/api/client.ts";
import type { ConfigList, ConfigPatch, ConfigPatchResult } from "@/lib/api/configs.ts";
import { maxAgeOf } from "./max-age.ts";
import { DRY_RUN, useReadAgain } from "./read-again.ts";

const pathOf = (clusterId: string, topic: string) =>
  `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/configs`;

/** topicConfigsQuery reads all settings of a topic, with types, defaults and explanations: ConfigList. Fails with ApiError. */
export function topicConfigsQuery(clusterId: string, topic: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "configs"],
    queryFn: ({ signal, meta }) =>
      apiGet<ConfigList>(pathOf(clusterId, topic), {}, { signal, maxAgeMs: maxAgeOf(meta) }),
  });
}

/** checkTopicConfigsQuery asks the broker whether it would make a change, and what it would do: ConfigPatchResult. Nothing changes. Fails with ApiError, its `fields` naming refused settings. */
export function checkTopicConfigsQuery(clusterId: string, topic: string, patch: ConfigPatch | null) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "configs", DRY_RUN, patch],
    queryFn:
      patch === null
        ? skipToken
        : () => apiSend<ConfigPatchResult>("PATCH", pathOf(clusterId, topic), patch, { validateOnly: true }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** useAlterTopicConfigs changes a topic's settings incrementally; what it does not name stays. It is done once what is shown of the cluster was read again. */
export function useAlterTopicConfigs(clusterId: string, topic: string) {
  const readAgain = useReadAgain(clusterId);
  return useMutation({
    mutationFn: (patch: ConfigPatch) => apiSend<ConfigPatchResult>("PATCH", pathOf(clusterId, topic), patch),
    onSuccess: () => readAgain(),
  });
}
