"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card.tsx";
import { DataTable } from "@/components/ui/data-table.tsx";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Group, GroupDetail, GroupPartition, GroupPartitionList } from "@/lib/api/groups.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import { splitAnomalies } from "./anomalies.ts";
import { usePartitionColumns } from "./partition-columns.tsx";
import { type PartitionFilter, PartitionFilters } from "./partition-filters.tsx";
import { useMemberSections, useTopicSections } from "./partition-sections.tsx";
import { type PartitionSort, viewOf } from "./partition-view.ts";
import classes from "./partitions-card.module.css";

type PartitionsCardProps = {
  clusterId: string;
  detail: GroupDetail;
  list: GroupPartitionList | undefined;
  /** The partition with the group's largest lag. */
  worst: GroupPartition | undefined;
  filter: PartitionFilter;
  onFilter: (change: Partial<PartitionFilter>) => void;
  onPage: (page: number) => void;
  stale: boolean;
  /** What was sampled of the group, when history is kept. */
  history?: GroupHistory | undefined;
};

// The members of a share group share their partitions, so none of them owns one.
function hasOwners({ type, members }: Group): boolean {
  return type !== "share" && (members ?? 0) > 0;
}

function Nothing({ detail: { group }, filter, onFilter }: Pick<PartitionsCardProps, "detail" | "filter" | "onFilter">) {
  const t = useTranslations("group.partitions");
  const filtered = filter.topic ?? filter.search;
  if (filtered !== "") {
    return (
      <NothingMatches title={t("nothing", { topic: filtered })} onClear={() => onFilter({ topic: null, search: "" })} />
    );
  }
  if (group.partitions === null) return <EmptyState title={t("emptyUnreadTitle")}>{t("emptyUnread")}</EmptyState>;
  return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
}

/** useOnce stays true once it was: a column that came does not go while a person reads. */
function useOnce(now: boolean): boolean {
  const [before, setBefore] = useState(now);
  if (now && !before) setBefore(true);
  return before || now;
}

function Table({ clusterId, detail, list, worst, filter, onFilter, stale, history }: PartitionsCardProps) {
  const t = useTranslations("group.partitions");
  const { group, members, topics } = detail;
  const view = viewOf(filter.sort);
  const owned = hasOwners(group);
  const losing = group.lost !== null && group.lost !== "0";
  const odd = useOnce(list?.items.some((row) => splitAnomalies(row).beside.length > 0) ?? false);
  const columns = usePartitionColumns({
    clusterId,
    type: group.type,
    view,
    max: worst?.lag ?? "0",
    owned,
    losing,
    odd,
    history,
  });
  const toTopics = useTopicSections(clusterId, topics);
  const toMembers = useMemberSections(
    members,
    topics.some(({ lagAtMost }) => lagAtMost),
  );
  const sectioned = view === "topic" ? toTopics : view === "member" ? toMembers : null;
  return (
    <DataTable
      bare
      label={t("table", { group: group.groupId })}
      columns={columns}
      rows={sectioned ? undefined : list?.items}
      sections={list && sectioned ? sectioned(list.items) : undefined}
      getRowId={({ topic, partition }) => `${topic} ${partition}`}
      rowTone={({ lost }) => (lost !== null && lost !== "0" ? "crit" : undefined)}
      sort={filter.sort}
      onSort={(sort) => onFilter({ sort: sort as PartitionSort })}
      loading={!list}
      stale={stale}
      empty={<Nothing detail={detail} filter={filter} onFilter={onFilter} />}
    />
  );
}

/** PartitionsCard is every partition that a group has committed or owns: under topics, worst first, or under members; a page of them at a time. */
export function PartitionsCard(props: PartitionsCardProps) {
  const t = useTranslations("group.partitions");
  const format = useFormat();
  const { detail, list, filter, onFilter, onPage } = props;
  const owned = hasOwners(detail.group);
  const none = list?.total === 0 && filter.topic === null && filter.search === "";
  const subtitle =
    list && !none ? t(`subtitle.${viewOf(filter.sort)}`, { shown: format.exact(list.total) }) : undefined;
  const filters = <PartitionFilters topics={detail.topics} owned={owned} filter={filter} onFilter={onFilter} />;
  return (
    <Card title={t("title")} subtitle={subtitle} action={none ? undefined : filters} flush>
      <Table {...props} />
      {list && list.total > list.pageSize ? (
        <div className={classes.foot}>
          <Pager label={t("title")} page={list.page} pageSize={list.pageSize} total={list.total} onPage={onPage} />
        </div>
      ) : null}
    </Card>
  );
}
