import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { partitionsQuery } from "@/lib/queries/partitions.ts";
import { listPartitions } from "@/lib/services/partitions.ts";
import { loadPartitionsParams, toPartitionListQuery } from "./search-params.ts";
import { TopicPartitions } from "./view.tsx";

type PageProps = { params: TopicRouteParams; searchParams: Promise<SearchParams> };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("tabTitle", { topic: (await readTopicName(params)).topic, tab: t("tabs.partitions") }) };
}

/** TopicPartitionsPage lists a topic's partitions. */
export default async function TopicPartitionsPage({ params, searchParams }: PageProps) {
  const name = await readTopicName(params);
  const query = toPartitionListQuery(await loadPartitionsParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({
    ...partitionsQuery(name.clusterId, name.topic, query),
    queryFn: () => listPartitions(name.clusterId, name.topic, query),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicPartitions name={name} />
    </HydrationBoundary>
  );
}
