"use client";

import { useTranslations } from "next-intl";
import { useClusters } from "@/components/layout/use-cluster.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";

/** useSideNames names both sides of a comparison: by their topics, and when these bear the same name by cluster or range too. */
export function useSideNames([left, right]: readonly [TopicName, TopicName]): readonly [string, string] {
  const t = useTranslations("compare.sides");
  const clusters = useClusters();
  if (left.topic !== right.topic) return [left.topic, right.topic];
  const { topic } = left;
  if (left.clusterId === right.clusterId) return [t("first", { topic }), t("second", { topic })];
  const nameOf = (id: string) => clusters.find(({ clusterId }) => clusterId === id)?.name ?? id;
  return [
    t("cluster", { topic, cluster: nameOf(left.clusterId) }),
    t("cluster", { topic, cluster: nameOf(right.clusterId) }),
  ];
}
