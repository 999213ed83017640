import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { ClusterList } from "@/lib/api/clusters.ts";
import { maxAgeOf } from "./max-age.ts";

/** clustersQuery reads every configured cluster: ClusterList. It fails only when Highwater itself does; a cluster that does not answer says so in its own element. */
export function clustersQuery() {
  return queryOptions({
    queryKey: ["clusters"],
    queryFn: ({ signal, meta }) => apiGet<ClusterList>("/api/clusters", {}, { signal, maxAgeMs: maxAgeOf(meta) }),
  });
}
