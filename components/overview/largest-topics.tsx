"use client";

import { useTranslations } from "next-intl";
import type { Overview } from "@/lib/api/overview.ts";
import type { Topic } from "@/lib/api/topics.ts";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { AtMostCount } from "@/components/topics/at-most-count.tsx";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Card } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Bytes } from "@/components/ui/figures.tsx";
import { LinkButton } from "@/components/ui/link-button.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./largest-topics.module.css";
import { ShortName } from "./short-name.tsx";

function useColumns(topics: readonly Topic[]): Column<Topic>[] {
  const t = useTranslations("overview");
  const { titleOf } = useProblem();
  const most = Math.max(...topics.map(({ sizeWithReplicasBytes }) => Number(sizeWithReplicasBytes ?? 0)));
  const unknown = (topic: Topic, field: string) => titleOf(topic.unknown[field] ?? "UNREACHABLE");
  return [
    { id: "name", header: t("topics.topic"), render: ({ name }) => <ShortName name={name} /> },
    {
      id: "size",
      header: t("topics.size"),
      align: "right",
      width: "42%",
      render: (topic) => (
        <BarCell value={Number(topic.sizeWithReplicasBytes ?? 0)} max={most}>
          <span className={classes.size}>
            <Bytes value={topic.sizeWithReplicasBytes} reason={unknown(topic, "sizeWithReplicasBytes")} />
          </span>
        </BarCell>
      ),
    },
    {
      id: "messages",
      header: t("topics.records"),
      align: "right",
      render: (topic) => (
        <AtMostCount value={topic.messages} atMost={topic.messagesAtMost} reason={unknown(topic, "messages")} />
      ),
    },
  ];
}

function NoTopics({ clusterId }: { clusterId: string }) {
  const t = useTranslations("overview");
  const action = useCluster()?.readOnly ? null : (
    <LinkButton href={paths.createTopic(clusterId)}>{t("topics.create")}</LinkButton>
  );
  return (
    <EmptyState title={t("topics.none")} action={action}>
      {t("topics.noneDetail")}
    </EmptyState>
  );
}

/** LargestTopics is the topics that take the most disk, with every replica counted. */
export function LargestTopics({ clusterId, overview }: { clusterId: string; overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const columns = useColumns(overview.largestTopics);
  const own = overview.topics - overview.internalTopics;
  return (
    <Card
      flush
      title={t("topics.title")}
      subtitle={t("topics.subtitle")}
      action={
        own === 0 ? null : <TextLink href={paths.topics(clusterId)}>{t("all", { count: format.count(own) })}</TextLink>
      }
    >
      <DataTable
        bare
        label={t("topics.title")}
        columns={columns}
        rows={overview.largestTopics}
        getRowId={({ name }) => name}
        rowHref={({ name }) => paths.topic(clusterId, name)}
        empty={<NoTopics clusterId={clusterId} />}
      />
    </Card>
  );
}
