import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HistoryKept } from "@/components/charts/history-kept.tsx";
import { Shell } from "@/components/layout/shell.tsx";
import type { ClusterSummary } from "@/lib/api/clusters.ts";
import { KafkaError } from "@/lib/kafka/kafka-error.ts";
import { historyIfAny } from "@/lib/services/cluster-history.ts";
import { describeCluster } from "@/lib/services/clusters.ts";

type Props = { params: Promise<{ clusterId: string }>; children: ReactNode };

async function readCluster(clusterId: string): Promise<ClusterSummary> {
  try {
    return await describeCluster(clusterId);
  } catch (error) {
    if (error instanceof KafkaError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

/** The pages of one cluster, inside the shell; 404 when no cluster of that id is configured. */
export default async function ClusterLayout({ params, children }: Props) {
  const { clusterId } = await params;
  const id = decodeURIComponent(clusterId);
  const cluster = await readCluster(id);
  return (
    <Shell clusterId={id} cluster={cluster}>
      <HistoryKept kept={historyIfAny(id) !== null}>{children}</HistoryKept>
    </Shell>
  );
}
