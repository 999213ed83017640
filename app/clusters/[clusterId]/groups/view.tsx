"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { useGroupColumns } from "@/components/groups/group-columns.tsx";
import { type GroupsFilter, GroupsToolbar } from "@/components/groups/groups-toolbar.tsx";
import { NoGroups } from "@/components/groups/no-groups.tsx";
import { useGroupFacts } from "@/components/groups/use-group-facts.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { DataTable } from "@/components/ui/data-table.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import type { GroupList } from "@/lib/api/groups.ts";
import { paths } from "@/lib/paths.ts";
import { groupsQuery } from "@/lib/queries/groups.ts";
import { groupsSearchParams, toGroupListQuery } from "./search-params.ts";

const noFilter: GroupsFilter = { search: "", state: null, type: null, topic: null, attention: null };

function GroupsTable({ clusterId, list, stale }: { clusterId: string; list: GroupList | undefined; stale: boolean }) {
  const t = useTranslations("groups");
  const [search, setSearch] = useQueryStates(groupsSearchParams);
  const columns = useGroupColumns(clusterId);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={list?.items}
      loading={!list}
      stale={stale}
      skeletonRows={12}
      getRowId={({ groupId }) => groupId}
      rowHref={({ groupId }) => paths.group(clusterId, groupId)}
      sort={search.sort}
      onSort={(sort) => setSearch({ sort: sort as typeof search.sort, page: null })}
      empty={
        <NoGroups
          clusterId={clusterId}
          list={list}
          filter={search}
          onSearch={(text) => setSearch({ search: text, page: null })}
          onClear={() => setSearch({ ...noFilter, page: null })}
        />
      }
    />
  );
}

/** GroupsView is the list of a cluster's groups, live. */
export function GroupsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("groups");
  const [search, setSearch] = useQueryStates(groupsSearchParams);
  const { data, error, refetch } = useQuery({
    ...groupsQuery(clusterId, toGroupListQuery(search)),
    ...useLiveOptions(),
  });
  useAsOf(data?.asOf, error !== null);
  const silent = useSilence(clusterId, data?.errors) !== undefined;
  const facts = useGroupFacts(data?.totals);
  return (
    <Stack>
      <PageHeader title={t("title")} facts={facts} />
      <GroupsToolbar list={data} filter={search} onFilter={(change) => setSearch({ ...change, page: null })} />
      {error ? <ErrorNote error={error} onRetry={() => refetch()} /> : null}
      {data ? <ClusterErrors clusterId={clusterId} answer={data} /> : null}
      {data || !error ? <GroupsTable clusterId={clusterId} list={data} stale={silent || error !== null} /> : null}
      {data && data.total > 0 ? (
        <Pager
          label={t("title")}
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(page) => setSearch({ page })}
          onPageSize={(pageSize) => setSearch({ pageSize, page: null })}
        />
      ) : null}
    </Stack>
  );
}
