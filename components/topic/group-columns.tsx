"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TopicGroup } from "@/lib/api/groups.ts";
import { LagCount } from "@/components/groups/lag-count.tsx";
import type { Column } from "@/components/ui/data-table.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { Status } from "@/components/ui/status.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import classes from "./topic.module.css";

/** GroupLag is a group's lag on the topic: with "≤" when it may be less, and with what it leaves out. */
export function GroupLag({ group }: { group: TopicGroup }) {
  const t = useTranslations("topic.groups");
  const { lag, lagAtMost, unknownPartitions: unknown } = group;
  if (lag === null)
    return unknown > 0 ? <Unknown reason={t("lagUnknown")} /> : <span className={classes.quiet}>{t("noCommit")}</span>;
  return <LagCount lag={lag} atMost={lagAtMost} notes={unknown > 0 ? [t("without", { count: unknown })] : []} />;
}

function Quiet({ value }: { value: number | string }) {
  return BigInt(value) === 0n ? <span className={classes.quiet}>0</span> : <Count value={value} />;
}

function Members({ members }: { members: number | null }) {
  const t = useTranslations("topic.groups");
  return <Count value={members} reason={t("membersUnknown")} />;
}

/** GroupColumnId is a column of the groups that read a topic; those that sort bear the field's name. */
export type GroupColumnId =
  | "groupId"
  | "status"
  | "type"
  | "state"
  | "members"
  | "lag"
  | "lost"
  | "partitionsWithoutCommit";

const cells: Record<GroupColumnId, (group: TopicGroup) => ReactNode> = {
  groupId: (group) => (
    <span className={classes.name} title={group.groupId.length > 48 ? group.groupId : undefined}>
      {group.groupId}
    </span>
  ),
  status: (group) => <Status status={group.status} />,
  type: (group) => <Tag>{group.type}</Tag>,
  state: (group) => <Status status={group.state} />,
  members: (group) => <Members members={group.members} />,
  lag: (group) => <GroupLag group={group} />,
  lost: (group) =>
    group.lost === "0" ? <Quiet value="0" /> : <span className={classes.crit}>{<Count value={group.lost} />}</span>,
  partitionsWithoutCommit: (group) => <Quiet value={group.partitionsWithoutCommit} />,
};

const figures = new Set<GroupColumnId>(["members", "lag", "lost", "partitionsWithoutCommit"]);
const sorting = new Set<GroupColumnId>(["groupId", "state", "members", "lag"]);
const lessNeeded = new Set<GroupColumnId>(["type", "state", "members", "partitionsWithoutCommit"]);
const hinted = ["lag", "lost", "partitionsWithoutCommit"] as const;

/** useGroupColumns are the wanted columns of the groups that read a topic. */
export function useGroupColumns(ids: readonly GroupColumnId[]): Column<TopicGroup>[] {
  const t = useTranslations("topic.groups");
  return ids.map((id) => {
    const hint = hinted.find((name) => name === id);
    return {
      id,
      header: t(`columns.${id}`),
      align: figures.has(id) ? "right" : "left",
      sortable: sorting.has(id),
      render: cells[id],
      ...(id === "groupId" ? { copy: (group: TopicGroup) => group.groupId } : {}),
      ...(lessNeeded.has(id) ? { hideBelow: 760 } : {}),
      ...(hint ? { headerHint: t(`hints.${hint}`) } : {}),
    };
  });
}
