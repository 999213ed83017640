"use client";

import { useTranslations } from "next-intl";
import { useCluster } from "@/components/layout/use-cluster.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { paths } from "@/lib/paths.ts";

/** NotWritable says why nothing can be written to a topic from here. */
export function NotWritable({ name, internal }: { name: TopicName; internal: boolean }) {
  const t = useTranslations("produce.notWritable");
  const cluster = useCluster()?.name ?? name.clusterId;
  const back = <LinkButton href={paths.topicMessages(name.clusterId, name.topic)}>{t("back")}</LinkButton>;
  return (
    <EmptyState
      title={internal ? t("internalTitle", { topic: name.topic }) : t("readOnlyTitle", { cluster })}
      action={back}
    >
      {t(internal ? "internal" : "readOnly")}
    </EmptyState>
  );
}
