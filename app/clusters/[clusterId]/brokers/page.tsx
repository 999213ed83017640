import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { brokersQuery } from "@/lib/queries/brokers.ts";
import { listBrokers } from "@/lib/services/brokers.ts";
import { loadBrokersParams, toBrokerListQuery } from "./search-params.ts";
import { BrokersView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata titles the list of brokers. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("brokers");
  return { title: t("title") };
}

/** BrokersPage lists a cluster's brokers. */
export default async function BrokersPage({ params, searchParams }: PageProps) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const query = toBrokerListQuery(await loadBrokersParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({ ...brokersQuery(clusterId, query), queryFn: () => listBrokers(clusterId, query) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BrokersView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
