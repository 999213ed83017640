"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { type GroupColumnId, useGroupColumns } from "@/components/topic/group-columns.tsx";
import { NoGroups } from "@/components/topic/no-groups.tsx";
import { TopicList } from "@/components/topic/topic-list.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { NothingMatches } from "@/components/ui/empty-state.tsx";
import { paths } from "@/lib/paths.ts";
import { topicGroupsQuery } from "@/lib/queries/topic-groups.ts";
import { topicGroupsParams, toTopicGroupListQuery } from "./search-params.ts";

const columnIds: GroupColumnId[] = [
  "groupId",
  "status",
  "type",
  "state",
  "members",
  "lag",
  "lost",
  "partitionsWithoutCommit",
];

/** TopicGroups is the groups that read a topic, with their figures on it. */
export function TopicGroups({ name }: { name: TopicName }) {
  const t = useTranslations("topic.groups");
  const [search, onSearch] = useQueryStates(topicGroupsParams, { history: "push" });
  const query = useQuery({
    ...topicGroupsQuery(name.clusterId, name.topic, toTopicGroupListQuery(search)),
    ...useLiveOptions(),
  });
  const nothing = (
    <NothingMatches
      title={t("nothing", { search: search.search })}
      onClear={() => onSearch({ search: null, page: null })}
    />
  );
  return (
    <TopicList
      clusterId={name.clusterId}
      query={query}
      label={t("title")}
      searchLabel={t("search")}
      columns={useGroupColumns(columnIds)}
      getRowId={(group) => group.groupId}
      rowHref={(group) => paths.group(name.clusterId, group.groupId)}
      search={search}
      onSearch={onSearch}
      onSort={(sort) => onSearch({ sort: topicGroupsParams.sort.parse(sort), page: null })}
      empty={search.search === "" ? <NoGroups name={name} /> : nothing}
    />
  );
}
