"use client";

import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/api/overview.ts";
import type { Topic } from "@/lib/api/topics.ts";
import { TopicRate } from "@/components/topics/topic-cells.tsx";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Card } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";
import { ShortName } from "./short-name.tsx";
import { SilentTopics } from "./silent-topics.tsx";

// The overview fits one screen.
const MOST_ROWS = 4;

function useColumns(topics: readonly Topic[]): Column<Topic>[] {
  const t = useTranslations("overview");
  const format = useFormat();
  const all = topics.reduce((sum, { producedPerSecond }) => sum + (producedPerSecond ?? 0), 0);
  return [
    { id: "name", header: t("topics.topic"), render: ({ name }) => <ShortName name={name} /> },
    {
      id: "share",
      header: t("topics.share"),
      align: "right",
      width: "40%",
      hideBelow: 760,
      render: ({ producedPerSecond }) => (
        <BarCell value={producedPerSecond ?? 0} max={all}>
          {format.share((producedPerSecond ?? 0) / all)}
        </BarCell>
      ),
    },
    { id: "rate", header: t("topics.rate"), align: "right", render: (topic) => <TopicRate topic={topic} /> },
  ];
}

/** BusiestTopics is the topics that most is written to now, and those that were written to and no longer are. */
export function BusiestTopics({ clusterId, overview }: { clusterId: string; overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { busiestTopics, silentTopics } = overview;
  const columns = useColumns(busiestTopics);
  const own = overview.topics - overview.internalTopics;
  return (
    <Card
      flush
      title={t("topics.busiest")}
      action={
        <TextLink href={paths.topics(clusterId, { sort: "-producedPerSecond" })}>
          {t("all", { count: format.count(own) })}
        </TextLink>
      }
    >
      <DataTable
        bare
        label={t("topics.busiest")}
        columns={columns}
        dense
        rows={busiestTopics.slice(0, silentTopics.length > 0 ? MOST_ROWS - 1 : MOST_ROWS)}
        getRowId={({ name }) => name}
        rowHref={({ name }) => paths.topic(clusterId, name)}
        empty={<EmptyState title={t("topics.nothingWritten")}>{t("topics.nothingWrittenDetail")}</EmptyState>}
      />
      <SilentTopics clusterId={clusterId} topics={silentTopics} />
    </Card>
  );
}
