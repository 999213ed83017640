import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getQueryClient } from "@/lib/queries/query-client.ts";
import { topicSettingsQuery } from "@/lib/queries/topic-settings.ts";
import { describeTopicSettings } from "@/lib/services/topic-settings.ts";
import { CreateTopicView } from "./view.tsx";

type Props = { params: Promise<{ clusterId: string }> };

/** generateMetadata titles the form. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("create");
  return { title: t("title") };
}

/** CreateTopicPage is the form of a new topic, which knows the cluster. */
export default async function CreateTopicPage({ params }: Props) {
  const clusterId = decodeURIComponent((await params).clusterId);
  const client = getQueryClient();
  const queryFn = () => describeTopicSettings(clusterId);
  await client.prefetchQuery({ ...topicSettingsQuery(clusterId), queryFn, retry: false });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CreateTopicView clusterId={clusterId} />
    </HydrationBoundary>
  );
}
