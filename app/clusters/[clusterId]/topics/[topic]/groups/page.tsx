import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { topicGroupsQuery } from "@/lib/queries/topic-groups.ts";
import { listTopicGroups } from "@/lib/services/topic-groups.ts";
import { loadTopicGroupsParams, toTopicGroupListQuery } from "./search-params.ts";
import { TopicGroups } from "./view.tsx";

type PageProps = { params: TopicRouteParams; searchParams: Promise<SearchParams> };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("tabTitle", { topic: (await readTopicName(params)).topic, tab: t("tabs.groups") }) };
}

/** TopicGroupsPage lists the groups that read a topic. */
export default async function TopicGroupsPage({ params, searchParams }: PageProps) {
  const name = await readTopicName(params);
  const query = toTopicGroupListQuery(await loadTopicGroupsParams(searchParams));
  const client = new QueryClient();
  await client.prefetchQuery({
    ...topicGroupsQuery(name.clusterId, name.topic, query),
    queryFn: () => listTopicGroups(name.clusterId, name.topic, query),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicGroups name={name} />
    </HydrationBoundary>
  );
}
