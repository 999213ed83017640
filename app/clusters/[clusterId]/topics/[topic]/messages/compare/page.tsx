import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { TopicCompare } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [t, words] = [await getTranslations("topic"), await getTranslations("compare")];
  return { title: t("tabTitle", { topic: (await readTopicName(params)).topic, tab: words("title") }) };
}

/** TopicComparePage compares a topic's records with those of another. */
export default async function TopicComparePage({ params }: PageProps) {
  return <TopicCompare name={await readTopicName(params)} />;
}
