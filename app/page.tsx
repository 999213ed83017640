import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { clustersQuery } from "@/lib/queries/clusters.ts";
import { listClusters } from "@/lib/services/clusters.ts";
import { Shell } from "@/components/layout/shell.tsx";
import { ClustersView } from "./view.tsx";

/** generateMetadata titles the list of clusters. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clusters");
  return { title: t("title") };
}

/** ClustersPage lists every configured cluster. */
export default async function ClustersPage() {
  const client = new QueryClient();
  await client.prefetchQuery({ ...clustersQuery(), queryFn: () => listClusters() });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Shell clusterId={null}>
        <ClustersView />
      </Shell>
    </HydrationBoundary>
  );
}
