import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { throughputQuery, toThroughputQuery } from "@/lib/queries/throughput.ts";
import { describeThroughput } from "@/lib/services/throughput.ts";
import { loadThroughputParams, toAsk } from "./search-params.ts";
import { ThroughputView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata titles the page of throughput. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("throughput");
  return { title: t("title") };
}

/** ThroughputPage shows what a cluster's topics, groups and brokers produce and consume over time. */
export default async function ThroughputPage({ params, searchParams }: PageProps) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const ask = toAsk(await loadThroughputParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({
    ...throughputQuery(clusterId, ask),
    queryFn: () => describeThroughput(clusterId, toThroughputQuery(ask, Date.now())),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ThroughputView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
