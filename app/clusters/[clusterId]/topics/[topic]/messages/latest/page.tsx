import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { TopicLatest } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("topic.tabTitle", { topic: (await readTopicName(params)).topic, tab: t("keys.latest.title") }) };
}

/** TopicLatestPage shows the newest value of each key; the rows stream into the browser, so nothing is read before. */
export default async function TopicLatestPage({ params }: PageProps) {
  return <TopicLatest name={await readTopicName(params)} />;
}
