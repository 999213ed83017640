"use client";

import { useTranslations } from "next-intl";
import type { BrokerDetail } from "@/lib/api/brokers.ts";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Card } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Bytes } from "@/components/ui/figures.tsx";
import { paths } from "@/lib/paths.ts";
import classes from "./largest-replicas.module.css";

type Replica = BrokerDetail["largestReplicas"][number];

function useColumns(replicas: readonly Replica[]): Column<Replica>[] {
  const t = useTranslations("brokers");
  const most = Math.max(...replicas.map(({ sizeBytes }) => Number(sizeBytes)));
  return [
    { id: "topic", header: t("replicas.topic"), render: ({ topic }) => topic },
    { id: "partition", header: t("replicas.partition"), align: "right", render: ({ partition }) => partition },
    {
      id: "role",
      header: t("replicas.role"),
      hideBelow: 760,
      render: ({ leader }) => (
        <span className={classes.role}>{t(leader ? "replicas.leader" : "replicas.follower")}</span>
      ),
    },
    {
      id: "size",
      header: t("replicas.size"),
      align: "right",
      width: "34%",
      render: ({ sizeBytes }) => (
        <BarCell value={Number(sizeBytes)} max={most}>
          <span className={classes.size}>
            <Bytes value={sizeBytes} />
          </span>
        </BarCell>
      ),
    },
  ];
}

/** LargestReplicas is the replicas that take the most of a broker's disk; each opens its topic's partitions. */
export function LargestReplicas({ clusterId, detail }: { clusterId: string; detail: BrokerDetail }) {
  const t = useTranslations("brokers");
  const columns = useColumns(detail.largestReplicas);
  const none = detail.logDirs === null ? t("replicas.unknown") : t("replicas.none");
  return (
    <Card flush title={t("replicas.title")}>
      <DataTable
        bare
        label={t("replicas.title")}
        columns={columns}
        rows={detail.largestReplicas}
        getRowId={({ topic, partition }) => `${topic}-${partition}`}
        rowHref={({ topic }) => paths.topicPartitions(clusterId, topic)}
        empty={<EmptyState title={none} />}
      />
    </Card>
  );
}
