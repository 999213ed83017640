"use client";

import { IconAdjustmentsHorizontal, IconSend } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { TopicDetail } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { ICON } from "@/components/ui/icon.ts";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Status } from "@/components/ui/status.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { useTopicFacts } from "./topic-facts.tsx";
import { TopicMenu } from "./topic-menu.tsx";
import type { TopicName } from "./topic-name.ts";

function Actions({ name, detail, gone }: { name: TopicName; detail: TopicDetail; gone: boolean }) {
  const t = useTranslations("topic");
  const produce = useTranslations("produce");
  const readOnly = useCluster()?.readOnly ?? true;
  if (gone || readOnly) return null;
  return (
    <>
      {detail.topic.internal ? null : (
        <LinkButton href={paths.topicProduce(name.clusterId, name.topic)} leftSection={<IconSend {...ICON} />}>
          {produce("button")}
        </LinkButton>
      )}
      <LinkButton
        href={paths.topicConfigs(name.clusterId, name.topic)}
        leftSection={<IconAdjustmentsHorizontal {...ICON} />}
      >
        {t("configure")}
      </LinkButton>
      {/* Kafka's own topics are not deleted, emptied or widened by hand: it would lose offsets and transactions. */}
      {detail.topic.internal ? null : <TopicMenu name={name} />}
    </>
  );
}

/** TopicHeader is a topic's name with its status, facts and actions. */
export function TopicHeader({ name, detail, gone }: { name: TopicName; detail: TopicDetail; gone: boolean }) {
  const t = useTranslations("topics");
  const facts = useTopicFacts(detail.topic);
  const status = (
    <>
      {detail.topic.internal ? <Tag tip={t("internalTip")}>{t("internal")}</Tag> : null}
      {gone ? null : <Status status={detail.topic.status} variant="pill" />}
    </>
  );
  return (
    <PageHeader
      title={name.topic}
      copy
      status={status}
      facts={facts}
      actions={<Actions name={name} detail={detail} gone={gone} />}
    />
  );
}
