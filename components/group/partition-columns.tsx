"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "@/components/ui/data-table.tsx";
import type { GroupPartition, GroupType } from "@/lib/api/groups.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import { keyOf } from "./chosen-partition.ts";
import { Behind, DeletedIn, Rates } from "./outlook-cells.tsx";
import { EndOfLog, Lost, Notes, Offset, Owner, PartitionLag, PartitionName } from "./partition-cells.tsx";
import type { PartitionView } from "./partition-view.ts";

type Wanted = {
  clusterId: string;
  type: GroupType;
  view: PartitionView;
  /** The group's largest lag: what a full bar stands for. */
  max: string;
  /** Whether any member reads at all. */
  owned: boolean;
  /** Whether retention deleted something of the group's unread records. */
  losing: boolean;
  /** Whether any partition has been odd while it was in view. */
  odd: boolean;
  /** What was sampled of the group, when history is kept. */
  history?: GroupHistory | undefined;
};

function useOutlookColumns(history: GroupHistory | undefined): Column<GroupPartition>[] {
  const t = useTranslations("group.partitions.columns");
  return useMemo(() => {
    if (!history) return [];
    const outlooks = new Map(history.partitions.map((outlook) => [keyOf(outlook), outlook]));
    const now = Date.parse(history.asOf);
    const column = (id: "behind" | "rates" | "deleted", render: Column<GroupPartition>["render"]) =>
      ({ id, header: t(id), headerHint: t(`${id}Hint`), align: "right", render }) as const;
    return [
      column("behind", (row) => <Behind outlook={outlooks.get(keyOf(row))} />),
      column("rates", (row) => <Rates outlook={outlooks.get(keyOf(row))} />),
      column("deleted", (row) => <DeletedIn outlook={outlooks.get(keyOf(row))} now={now} />),
    ];
  }, [t, history]);
}

/** usePartitionColumns are the columns of a group's partitions; what the heading above already says, or what the whole group has none of, has no column. */
export function usePartitionColumns({
  clusterId,
  type,
  view,
  max,
  owned,
  losing,
  odd,
  history,
}: Wanted): Column<GroupPartition>[] {
  const t = useTranslations("group.partitions.columns");
  const ahead = useOutlookColumns(history);
  return useMemo(() => {
    const byTopic = view === "topic";
    const shared = type === "share";
    const name: Column<GroupPartition> = {
      id: byTopic ? "topic" : "partition",
      header: t("partition"),
      sortable: true,
      width: byTopic ? 72 : undefined,
      render: (row) => <PartitionName clusterId={clusterId} row={row} alone={byTopic} />,
    };
    const owner: Column<GroupPartition> = {
      id: "memberId",
      header: t("owner"),
      sortable: true,
      hideBelow: 760,
      render: (row) => <Owner row={row} short={view === "partition"} />,
    };
    const lag: Column<GroupPartition> = {
      id: "lag",
      header: t("lag"),
      headerHint: t("lagHint"),
      align: "right",
      sortable: true,
      width: 190,
      render: (row) => <PartitionLag row={row} max={max} />,
    };
    const lost: Column<GroupPartition> = {
      id: "lost",
      header: t("lost"),
      headerHint: t("lostHint"),
      align: "right",
      sortable: true,
      render: (row) => <Lost row={row} />,
    };
    const notes: Column<GroupPartition> = {
      id: "notes",
      header: t("notes"),
      render: (row) => <Notes row={row} />,
    };
    return [
      name,
      ...(owned && view !== "member" ? [owner] : []),
      ...ahead.slice(0, 1),
      lag,
      ...ahead.slice(1),
      ...(losing ? [lost] : []),
      ...(odd ? [notes] : []),
      {
        id: "committed",
        header: t(shared ? "shareStart" : "committed"),
        ...(shared && { headerHint: t("shareStartHint") }),
        align: "right",
        render: (row) => <Offset value={row.committedOffset} />,
      },
      {
        id: "logStart",
        header: t("logStart"),
        headerHint: t("logStartHint"),
        align: "right",
        render: (row) => <EndOfLog row={row} value={row.logStartOffset} />,
      },
      {
        id: "end",
        header: t("end"),
        headerHint: t("endHint"),
        align: "right",
        render: (row) => <EndOfLog row={row} value={row.endOffset} />,
      },
    ];
  }, [t, ahead, clusterId, type, view, max, owned, losing, odd]);
}
