"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { clustersQuery } from "@/lib/queries/clusters.ts";
import { useLiveOptions } from "./refresh.tsx";

/** ClusterInView is the cluster that the page is about (null on pages without one), and what the server knew of it when it made the page. */
export const ClusterInView = createContext<{ clusterId: string | null; initial: ClusterSummary | null }>({
  clusterId: null,
  initial: null,
});

/** useClusters is every configured cluster, live; empty until they are read. */
export function useClusters(): readonly ClusterSummary[] {
  const { initial } = useContext(ClusterInView);
  const { data } = useQuery({ ...clustersQuery(), ...useLiveOptions() });
  return data?.items ?? (initial ? [initial] : []);
}

/** useCluster is the cluster in view, live; null on pages without one. */
export function useCluster(): ClusterSummary | null {
  const inView = useContext(ClusterInView);
  const clusters = useClusters();
  return clusters.find(({ clusterId }) => clusterId === inView.clusterId) ?? inView.initial;
}
