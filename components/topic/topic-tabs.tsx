"use client";

import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { TabsNav } from "@/components/ui/tabs-nav.tsx";
import type { TopicName } from "./topic-name.ts";
import { useTopicReaders } from "./use-topic.ts";

/** TopicTabs are the pages about one topic, each with its count: partitions, settings that the topic sets, groups. */
export function TopicTabs({ name, detail }: { name: TopicName; detail: TopicDetail | undefined }) {
  const t = useTranslations("topic.tabs");
  const groups = useTopicReaders(name).data?.total;
  const { clusterId, topic } = name;
  const tabs = [
    { href: paths.topic(clusterId, topic), label: t("overview"), exact: true },
    { href: paths.topicMessages(clusterId, topic), label: t("messages") },
    { href: paths.topicPartitions(clusterId, topic), label: t("partitions"), count: detail?.topic.partitions ?? null },
    {
      href: paths.topicConfigs(clusterId, topic),
      label: t("configs"),
      count: detail?.configs?.filter(({ source }) => source === "topic").length ?? null,
    },
    { href: paths.topicGroups(clusterId, topic), label: t("groups"), count: groups ?? null },
  ];
  return <TabsNav label={t("label", { topic })} tabs={tabs} />;
}
