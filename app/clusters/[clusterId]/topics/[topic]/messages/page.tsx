import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { TopicMessages } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("tabTitle", { topic: (await readTopicName(params)).topic, tab: t("tabs.messages") }) };
}

/** TopicMessagesPage searches a topic's records; they stream into the browser, so nothing is read before. */
export default async function TopicMessagesPage({ params }: PageProps) {
  return <TopicMessages name={await readTopicName(params)} />;
}
