import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { TopicDuplicates } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [t, words] = [await getTranslations("topic"), await getTranslations("compare.duplicates")];
  return { title: t("tabTitle", { topic: (await readTopicName(params)).topic, tab: words("title") }) };
}

/** TopicDuplicatesPage finds the records of a topic that are there more than once. */
export default async function TopicDuplicatesPage({ params }: PageProps) {
  return <TopicDuplicates name={await readTopicName(params)} />;
}
