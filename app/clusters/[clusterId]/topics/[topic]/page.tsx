import type { Metadata } from "next";
import { readTopicName, type TopicRouteParams } from "@/components/topic/topic-name.ts";
import { TopicOverview } from "./view.tsx";

type PageProps = { params: TopicRouteParams };

/** generateMetadata names the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await readTopicName(params)).topic };
}

/** TopicPage is the overview of a topic; its layout has read what it shows. */
export default async function TopicPage({ params }: PageProps) {
  return <TopicOverview name={await readTopicName(params)} />;
}
