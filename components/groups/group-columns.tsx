"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "@/components/ui/data-table.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { Status } from "@/components/ui/status.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { Group } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import { GroupLag } from "./group-lag.tsx";
import { GroupBehind, GroupTrend } from "./group-time.tsx";
import { GroupTopics } from "./group-topics.tsx";
import classes from "./group-columns.module.css";

function useReasonOf() {
  const { titleOf } = useProblem();
  return (group: Group, field: string) => {
    const code = group.unknown[field];
    return code === undefined ? undefined : titleOf(code);
  };
}

function Coordinator({ clusterId, id }: { clusterId: string; id: number | null }) {
  const t = useTranslations("groups");
  if (id === null) return <NoValue />;
  return <TextLink href={paths.broker(clusterId, id)}>{t("broker", { id: String(id) })}</TextLink>;
}

function WithoutCommit({ group }: { group: Group }) {
  const reason = useReasonOf();
  const { partitionsWithoutCommit: count } = group;
  if (count === 0) return <span className={classes.none}>0</span>;
  return <Count value={count} reason={reason(group, "partitionsWithoutCommit")} />;
}

function Members({ group }: { group: Group }) {
  const reason = useReasonOf();
  return <Count value={group.members} reason={reason(group, "members")} />;
}

/** useGroupColumns are the columns of the group list: health and figures first, then what the group is. */
export function useGroupColumns(clusterId: string): Column<Group>[] {
  const t = useTranslations("groups");
  const status = useTranslations("status");
  return useMemo(
    () => [
      {
        id: "groupId",
        header: t("columns.group"),
        sortable: true,
        render: ({ groupId }) => groupId,
        copy: ({ groupId }) => groupId,
      },
      {
        id: "status",
        header: t("columns.health"),
        sortable: true,
        render: (group) => <Status status={group.status} />,
      },
      {
        id: "lag",
        header: t("columns.lag"),
        headerHint: t("columns.lagHint"),
        align: "right",
        sortable: true,
        render: (group) => <GroupLag group={group} />,
      },
      {
        id: "lagMs",
        header: t("columns.behind"),
        headerHint: t("columns.behindHint"),
        align: "right",
        sortable: true,
        render: (group) => <GroupBehind group={group} />,
      },
      {
        id: "lagPerSecond",
        header: t("columns.trend"),
        headerHint: t("columns.trendHint"),
        align: "right",
        sortable: true,
        render: (group) => <GroupTrend group={group} />,
      },
      {
        id: "partitionsWithoutCommit",
        header: t("columns.withoutCommit"),
        headerHint: t("columns.withoutCommitHint"),
        align: "right",
        sortable: true,
        render: (group) => <WithoutCommit group={group} />,
      },
      {
        id: "members",
        header: t("columns.members"),
        align: "right",
        sortable: true,
        render: (group) => <Members group={group} />,
      },
      {
        id: "topicCount",
        header: t("columns.topics"),
        sortable: true,
        render: (group) => <GroupTopics clusterId={clusterId} group={group} />,
      },
      { id: "state", header: t("columns.state"), sortable: true, render: ({ state }) => status(state) },
      {
        id: "type",
        header: t("columns.type"),
        sortable: true,
        hideBelow: 1200,
        render: ({ type }) => t(`types.${type}`),
      },
      {
        id: "coordinator",
        header: t("columns.coordinator"),
        sortable: true,
        hideBelow: 1200,
        render: ({ coordinator }) => <Coordinator clusterId={clusterId} id={coordinator} />,
      },
    ],
    [t, status, clusterId],
  );
}
