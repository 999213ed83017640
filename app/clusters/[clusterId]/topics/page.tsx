import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { topicsQuery } from "@/lib/queries/topics.ts";
import { listTopics } from "@/lib/services/topics.ts";
import { loadTopicsParams, toTopicListQuery } from "./search-params.ts";
import { TopicsView } from "./view.tsx";

type PageProps = { params: Promise<{ clusterId: string }>; searchParams: Promise<SearchParams> };

/** generateMetadata names the page. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("topics");
  return { title: t("title") };
}

/** TopicsPage is the list of a cluster's topics. */
export default async function TopicsPage({ params, searchParams }: PageProps) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const query = toTopicListQuery(await loadTopicsParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({ ...topicsQuery(clusterId, query), queryFn: () => listTopics(clusterId, query) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicsView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
