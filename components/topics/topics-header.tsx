"use client";

import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TopicTotals } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { ICON } from "@/components/ui/icon.ts";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";

const b = (figure: ReactNode) => <b>{figure}</b>;

function useTotals(totals: TopicTotals | undefined): ReactNode[] {
  const t = useTranslations("topics.totals");
  const format = useFormat();
  if (!totals) return [];
  const { topics, internal, partitions, underReplicated, sizeWithReplicasBytes: size } = totals;
  const figure = (key: "topics" | "internal" | "partitions", count: number) => (
    <span key={key}>{t.rich(key, { count, shown: format.count(count), b })}</span>
  );
  return [
    figure("topics", topics - internal),
    internal > 0 && figure("internal", internal),
    figure("partitions", partitions),
    size !== null && <span key="size">{t.rich("size", { size: format.bytes(size), b })}</span>,
    underReplicated > 0 && (
      <StatusBadge key="under" tone="warn">
        {t("underReplicated", { count: underReplicated, shown: format.count(underReplicated) })}
      </StatusBadge>
    ),
  ];
}

/** TopicsHeader is the topic list's title with what all topics add up to, and the way to a new one. */
export function TopicsHeader({
  clusterId,
  totals,
  readOnly,
}: {
  clusterId: string;
  totals: TopicTotals | undefined;
  readOnly: boolean;
}) {
  const t = useTranslations("topics");
  const create = (
    <LinkButton href={paths.createTopic(clusterId)} variant="filled" leftSection={<IconPlus {...ICON} />}>
      {t("create")}
    </LinkButton>
  );
  return <PageHeader title={t("title")} facts={useTotals(totals)} actions={readOnly ? null : create} />;
}
