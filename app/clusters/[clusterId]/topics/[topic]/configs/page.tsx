import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfigListQuery } from "@/lib/api/configs.ts";
import { getQueryClient } from "@/lib/queries/query-client.ts";
import { topicConfigsQuery } from "@/lib/queries/topic-configs.ts";
import { listTopicConfigs } from "@/lib/services/topic-configs.ts";
import { TopicConfigsView } from "./view.tsx";

type Props = { params: Promise<{ clusterId: string; topic: string }> };

async function readParams({ params }: Props) {
  const { clusterId, topic } = await params;
  return { clusterId: decodeURIComponent(clusterId), topic: decodeURIComponent(topic) };
}

/** generateMetadata titles a topic's settings. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ topic }, t] = await Promise.all([readParams(props), getTranslations("configs")]);
  return { title: t("title", { topic }) };
}

/** TopicConfigsPage shows and changes the settings of a topic. */
export default async function TopicConfigsPage(props: Props) {
  const { clusterId, topic } = await readParams(props);
  const client = getQueryClient();
  const queryFn = () => listTopicConfigs(clusterId, topic, ConfigListQuery.parse({}));
  await client.prefetchQuery({ ...topicConfigsQuery(clusterId, topic), queryFn, retry: false });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicConfigsView clusterId={clusterId} topic={topic} />
    </HydrationBoundary>
  );
}
