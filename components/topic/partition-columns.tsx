"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Partition } from "@/lib/api/topics.ts";
import type { Column } from "@/components/ui/data-table.tsx";
import { Bytes, Count } from "@/components/ui/figures.tsx";
import { Status } from "@/components/ui/status.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import { LastStableOffset, PartitionLeader, PartitionOffset } from "./partition-cells.tsx";
import { ReplicaList } from "./replica-list.tsx";

function Records({ row }: { row: Partition }) {
  const { titleOf } = useProblem();
  return (
    <Count
      value={row.messages}
      reason={titleOf(row.unknown["highWatermark"] ?? row.unknown["logStartOffset"] ?? "UNREACHABLE")}
    />
  );
}

function Size({ row }: { row: Partition }) {
  const { titleOf } = useProblem();
  return <Bytes value={row.sizeBytes} reason={titleOf(row.unknown["sizeBytes"] ?? "UNREACHABLE")} />;
}

const ids = [
  "partition",
  "status",
  "leader",
  "replicas",
  "logStartOffset",
  "lastStableOffset",
  "highWatermark",
  "messages",
  "sizeBytes",
] as const;
type Id = (typeof ids)[number];

const cells: Record<Id, (row: Partition) => ReactNode> = {
  partition: (row) => row.partition,
  status: (row) => <Status status={row.status} />,
  leader: (row) => <PartitionLeader row={row} />,
  replicas: (row) => <ReplicaList partition={row} />,
  logStartOffset: (row) => <PartitionOffset row={row} field="logStartOffset" />,
  lastStableOffset: (row) => <LastStableOffset row={row} />,
  highWatermark: (row) => <PartitionOffset row={row} field="highWatermark" />,
  messages: (row) => <Records row={row} />,
  sizeBytes: (row) => <Size row={row} />,
};

const words = new Set<Id>(["partition", "status", "leader", "replicas"]);
const sorting = new Set<Id>(["partition", "status", "leader", "messages", "sizeBytes"]);
const hinted = ["replicas", "logStartOffset", "lastStableOffset", "highWatermark", "messages", "sizeBytes"] as const;

/** usePartitionColumns are the columns of a topic's partitions; those that sort bear the field's name. */
export function usePartitionColumns(): Column<Partition>[] {
  const t = useTranslations("topic.partition");
  return ids.map((id) => {
    const hint = hinted.find((name) => name === id);
    return {
      id,
      header: t(`columns.${id}`),
      align: words.has(id) ? "left" : "right",
      sortable: sorting.has(id),
      render: cells[id],
      ...(hint ? { headerHint: t(`hints.${hint}`) } : {}),
    };
  });
}
