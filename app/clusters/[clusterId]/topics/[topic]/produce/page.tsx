import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { ProduceView } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations("produce");
  return { title: t("pageTitle", { topic: (await readTopicName(params)).topic }) };
}

/** ProducePage writes records to a topic; what it has to know of the topic, its layout has read. */
export default async function ProducePage({ params }: PageProps) {
  return <ProduceView name={await readTopicName(params)} />;
}
