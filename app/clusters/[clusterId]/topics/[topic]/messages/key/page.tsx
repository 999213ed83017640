import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadKeyParams } from "@/components/keys/key-search.ts";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { keyQuery } from "@/lib/queries/keys.ts";
import { findKey } from "@/lib/services/message-key.ts";
import { TopicKey } from "./view.tsx";

type PageProps = { params: TopicRouteParams; searchParams: Promise<SearchParams> };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("topic.tabTitle", { topic: (await readTopicName(params)).topic, tab: t("keys.title") }) };
}

/** TopicKeyPage finds a key's partition and its history. */
export default async function TopicKeyPage({ params, searchParams }: PageProps) {
  const name = await readTopicName(params);
  const { key, keyAs } = await loadKeyParams(searchParams);
  const client = new QueryClient();
  if (key !== null)
    await client.prefetchQuery({
      ...keyQuery(name.clusterId, name.topic, { key, keyAs }),
      queryFn: () => findKey(name.clusterId, name.topic, { key, keyAs }),
    });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TopicKey name={name} />
    </HydrationBoundary>
  );
}
