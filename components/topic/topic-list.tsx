"use client";

import type { ReactNode } from "react";
import type { List } from "@/lib/api/common.ts";
import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { useAsOf } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { failureOf } from "./failure.ts";

const fewRows = 15;

type Search = { search: string; sort: string };
type SetSearch = (
  change: { search?: string | null; page?: number | null; pageSize?: number },
  options?: { history?: "push" | "replace" },
) => unknown;

type TopicListProps<Row> = {
  clusterId: string;
  query: { data: List<Row> | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  label: string;
  searchLabel: string;
  columns: readonly Column<Row>[];
  getRowId: (row: Row) => string;
  rowHref?: (row: Row) => string;
  search: Search;
  onSearch: SetSearch;
  onSort: (sort: string) => void;
  /** Stands where there are no rows. */
  empty: ReactNode;
};

/** TopicList is a tab of a topic that is a list: search (once there are more rows than a glance takes in), table, pages. */
export function TopicList<Row>({
  clusterId,
  query,
  label,
  searchLabel,
  columns,
  search,
  onSearch,
  ...rest
}: TopicListProps<Row>) {
  const { data } = query;
  const worthSearching = search.search !== "" || (data?.total ?? 0) > fewRows;
  const failure = failureOf(query);
  const silent = useSilence(clusterId, data?.errors) !== undefined;
  useAsOf(data?.asOf, query.error !== null);
  const { getRowId, rowHref, onSort, empty } = rest;
  return (
    <Stack>
      {failure ? <ErrorNote error={failure} onRetry={query.refetch} /> : null}
      {data ? <ClusterErrors clusterId={clusterId} answer={data} /> : null}
      {worthSearching ? (
        <Toolbar>
          <SearchInput
            label={searchLabel}
            value={search.search}
            onChange={(text) => onSearch({ search: text, page: null }, { history: "replace" })}
          />
        </Toolbar>
      ) : null}
      {failure && !data ? null : (
        <DataTable
          label={label}
          columns={columns}
          rows={data?.items}
          getRowId={getRowId}
          {...(rowHref ? { rowHref } : {})}
          sort={search.sort}
          onSort={onSort}
          loading={query.isPending}
          stale={failure !== null || silent}
          empty={empty}
        />
      )}
      {data && data.total > 0 ? (
        <Pager
          label={label}
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onPage={(page) => onSearch({ page })}
          onPageSize={(pageSize) => onSearch({ pageSize, page: null })}
        />
      ) : null}
    </Stack>
  );
}
