import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { BrokerDetail, BrokerList, BrokerListQuery } from "@/lib/api/brokers.ts";
import { apiGet } from "@/lib/api/client.ts";
import type { ConfigList, ConfigListQuery } from "@/lib/api/configs.ts";
import { maxAgeOf } from "./max-age.ts";

const pathOf = (clusterId: string) => `/api/clusters/${encodeURIComponent(clusterId)}/brokers`;

/** brokersQuery reads one page of a cluster's brokers, the live and those that hold replicas but are down: BrokerList. */
export function brokersQuery(clusterId: string, query: BrokerListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "brokers", query],
    queryFn: ({ signal, meta }) => apiGet<BrokerList>(pathOf(clusterId), query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}

/** brokerQuery reads one broker with its log directories and largest replicas: BrokerDetail. Fails with ApiError NOT_FOUND for an id that the cluster does not know. */
export function brokerQuery(clusterId: string, brokerId: number) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "broker", brokerId],
    queryFn: ({ signal, meta }) =>
      apiGet<BrokerDetail>(`${pathOf(clusterId)}/${brokerId}`, {}, { signal, maxAgeMs: maxAgeOf(meta) }),
  });
}

/** brokerConfigsQuery reads a broker's settings by name: ConfigList. */
export function brokerConfigsQuery(clusterId: string, brokerId: number, query: ConfigListQuery) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "broker", brokerId, "configs", query],
    queryFn: ({ signal, meta }) =>
      apiGet<ConfigList>(`${pathOf(clusterId)}/${brokerId}/configs`, query, { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: keepPreviousData,
  });
}
