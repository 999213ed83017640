"use client";

import { useTranslations } from "next-intl";
import type { Group } from "@/lib/api/groups.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { GroupLag } from "@/components/groups/group-lag.tsx";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Card } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { Status } from "@/components/ui/status.tsx";
import { toneOf } from "@/components/ui/status-list.ts";
import { TextLink } from "@/components/ui/text-link.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { paths } from "@/lib/paths.ts";
import classes from "./groups-by-lag.module.css";
import { ShortName } from "./short-name.tsx";

function toneOfBar(group: Group): "warn" | "crit" | "unknown" | undefined {
  const tone = toneOf(group.status);
  return tone === "ok" || tone === "info" ? undefined : tone;
}

function useColumns(groups: readonly Group[]): Column<Group>[] {
  const t = useTranslations("overview");
  const { titleOf } = useProblem();
  const most = Math.max(...groups.map(({ lag }) => Number(lag ?? 0)));
  const unknown = (group: Group, field: string) => titleOf(group.unknown[field] ?? "UNREACHABLE");
  return [
    { id: "groupId", header: t("groups.group"), render: ({ groupId }) => <ShortName name={groupId} /> },
    { id: "status", header: t("groups.status"), render: ({ status }) => <Status status={status} /> },
    {
      id: "members",
      header: t("groups.members"),
      align: "right",
      hideBelow: 760,
      render: (group) => <Count value={group.members} reason={unknown(group, "members")} />,
    },
    {
      id: "topicCount",
      header: t("groups.topics"),
      align: "right",
      hideBelow: 760,
      render: (group) => <Count value={group.topicCount} reason={unknown(group, "lag")} />,
    },
    {
      id: "lag",
      header: t("groups.lag"),
      align: "right",
      width: "30%",
      render: (group) => (
        <div className={classes.lag}>
          <BarCell value={Number(group.lag ?? 0)} max={most} tone={toneOfBar(group)}>
            <GroupLag group={group} />
          </BarCell>
        </div>
      ),
    },
  ];
}

/** GroupsByLag is the groups with the most unread records, each with its status. */
export function GroupsByLag({ clusterId, overview }: { clusterId: string; overview: Overview }) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { groups, largestLags } = overview;
  const columns = useColumns(largestLags);
  const all = groups === null ? t("allGroups") : t("all", { count: format.count(groups) });
  return (
    <Card
      flush
      title={t("groups.title")}
      subtitle={t("groups.subtitle")}
      action={groups === 0 ? null : <TextLink href={paths.groups(clusterId)}>{all}</TextLink>}
    >
      <DataTable
        bare
        label={t("groups.title")}
        columns={columns}
        rows={largestLags}
        getRowId={({ groupId }) => groupId}
        rowHref={({ groupId }) => paths.group(clusterId, groupId)}
        empty={
          <EmptyState title={t(groups === null ? "groupsUnknown" : "groups.none")}>
            {groups === null ? null : t("groups.noneDetail")}
          </EmptyState>
        }
      />
    </Card>
  );
}
