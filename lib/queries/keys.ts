import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { KeyAnswer, KeyHistorySearch, KeyQuery, LatestSearch } from "@/lib/api/keys.ts";
import { maxAgeOf } from "./max-age.ts";

// An empty key is a key too, so nothing is left out here.
function messagesPath(clusterId: string, topic: string, of: string, search: Record<string, string | undefined>) {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages/${of}`;
  return `${path}?${new URLSearchParams(given).toString()}`;
}

/** keyQuery reads where each partitioner sends a key: KeyAnswer. Fails with ApiError, INVALID for a key that cannot be read as asked. */
export function keyQuery(clusterId: string, topic: string, query: KeyQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "topic", topic, "key", query],
    queryFn: ({ signal, meta }) =>
      apiGet<KeyAnswer>(messagesPath(clusterId, topic, "key", query), {}, { signal, maxAgeMs: maxAgeOf(meta) }),
  });
}

/** keyHistoryPath is where the history of a key is streamed from, as lines of KeyHistoryLine. */
export function keyHistoryPath(clusterId: string, topic: string, search: KeyHistorySearch): string {
  return messagesPath(clusterId, topic, "key/history", search);
}

/** latestPath is where the table of the newest value of each key is streamed from, as lines of LatestLine. */
export function latestPath(clusterId: string, topic: string, search: LatestSearch): string {
  return messagesPath(clusterId, topic, "latest", search);
}
