import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import { loadTopicThroughputParams } from "@/components/topic/throughput-params.ts";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { throughputQuery, toThroughputQuery } from "@/lib/queries/throughput.ts";
import { describeThroughput } from "@/lib/services/throughput.ts";
import { TopicOverview } from "./view.tsx";

type PageProps = { params: TopicRouteParams; searchParams: Promise<SearchParams> };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await readTopicName(params)).topic };
}

/** TopicPage is the overview of a topic; its layout has read what it shows but the throughput. */
export default async function TopicPage({ params, searchParams }: PageProps) {
  const name = await readTopicName(params);
  const time = toTimeAsk(await loadTopicThroughputParams(searchParams));
  const ask = { by: "topic" as const, topic: name.topic, ...time };
  const client = new QueryClient();
  await client.prefetchQuery({
    ...throughputQuery(name.clusterId, ask),
    queryFn: () => describeThroughput(name.clusterId, toThroughputQuery(ask, Date.now())),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicOverview name={name} />
    </HydrationBoundary>
  );
}
