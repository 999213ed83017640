"use client";

import { useTranslations } from "next-intl";
import type { Group } from "@/lib/api/groups.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { GroupLag } from "@/components/groups/group-lag.tsx";
import { GroupBehind, GroupTrend } from "@/components/groups/group-time.tsx";
import { Card } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Status } from "@/components/ui/status.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./groups-behind.module.css";
import { ShortName } from "./short-name.tsx";

// The overview fits one screen.
const MOST_ROWS = 5;

function useColumns(): Column<Group>[] {
  const t = useTranslations("overview");
  return [
    {
      id: "groupId",
      header: t("groups.group"),
      render: ({ groupId, status }) => (
        <span className={classes.group}>
          <ShortName name={groupId} />
          <Status status={status} />
        </span>
      ),
    },
    { id: "lagMs", header: t("groups.behind"), align: "right", render: (group) => <GroupBehind group={group} /> },
    {
      id: "lag",
      header: t("groups.lag"),
      align: "right",
      hideBelow: 760,
      render: (group) => <GroupLag group={group} />,
    },
    {
      id: "trend",
      header: t("groups.trend"),
      align: "right",
      render: (group) => <GroupTrend group={group} width={40} />,
    },
  ];
}

/** GroupsBehind is the groups that are furthest behind in time, each with its lag and where it goes. */
export function GroupsBehind({ clusterId, overview }: { clusterId: string; overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const columns = useColumns();
  const { groups, furthestBehind } = overview;
  const all = groups === null ? t("allGroups") : t("all", { count: format.count(groups) });
  return (
    <Card
      flush
      title={t("groups.behindTitle")}
      action={<TextLink href={paths.groups(clusterId, { sort: "-lagMs" })}>{all}</TextLink>}
    >
      <DataTable
        bare
        label={t("groups.behindTitle")}
        columns={columns}
        rows={furthestBehind.slice(0, MOST_ROWS)}
        getRowId={({ groupId }) => groupId}
        rowHref={({ groupId }) => paths.group(clusterId, groupId)}
        empty={<EmptyState title={t("groups.none")}>{t("groups.noneDetail")}</EmptyState>}
      />
    </Card>
  );
}
