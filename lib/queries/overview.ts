import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { maxAgeOf } from "./max-age.ts";

/** overviewQuery reads what a cluster's overview shows: Overview. Fails with ApiError. */
export function overviewQuery(clusterId: string) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "overview"],
    queryFn: ({ signal, meta }) =>
      apiGet<Overview>(
        `/api/clusters/${encodeURIComponent(clusterId)}/overview`,
        {},
        { signal, maxAgeMs: maxAgeOf(meta) },
      ),
  });
}
