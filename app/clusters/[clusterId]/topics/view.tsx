"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ClusterErrors, useSilence } from "@/components/clusters/cluster-errors.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { useCluster } from "@/components/layout/use-cluster.ts";
import { NoTopics } from "@/components/topics/no-topics.tsx";
import { useTableLook } from "@/components/topics/table-look.ts";
import { TopicsHeader } from "@/components/topics/topics-header.tsx";
import type { SetTopicsSearch } from "@/components/topics/topics-search.ts";
import { TopicsTable } from "@/components/topics/topics-table.tsx";
import { TopicsToolbar } from "@/components/topics/topics-toolbar.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import type { TopicList } from "@/lib/api/topics.ts";
import { topicsQuery } from "@/lib/queries/topics.ts";
import { topicsParams, type TopicsSearch, toTopicListQuery } from "./search-params.ts";

type ListProps = {
  clusterId: string;
  answer: TopicList | undefined;
  stale: boolean;
  search: TopicsSearch;
  onSearch: SetTopicsSearch;
};

function List({ clusterId, answer, stale, search, onSearch }: ListProps) {
  const t = useTranslations("topics");
  const [look, setLook] = useTableLook("topics");
  const readOnly = useCluster()?.readOnly ?? true;
  const none = answer ? <NoTopics {...{ clusterId, answer, search, onSearch, readOnly }} /> : null;
  return (
    <>
      <TopicsToolbar search={search} onSearch={onSearch} totals={answer?.totals} look={look} onLook={setLook} />
      <TopicsTable
        clusterId={clusterId}
        topics={answer?.items}
        sort={search.sort}
        onSort={(sort) => onSearch({ sort: topicsParams.sort.parse(sort), page: null })}
        look={look}
        stale={stale}
        empty={none}
      />
      {answer && answer.total > 0 ? (
        <Pager
          label={t("title")}
          page={answer.page}
          pageSize={answer.pageSize}
          total={answer.total}
          onPage={(page) => onSearch({ page })}
          onPageSize={(pageSize) => onSearch({ pageSize, page: null })}
        />
      ) : null}
    </>
  );
}

/** TopicsView is the topic list, as the URL says it. */
export function TopicsView({ clusterId }: { clusterId: string }) {
  const [search, onSearch] = useQueryStates(topicsParams, { history: "push" });
  const query = useQuery({ ...topicsQuery(clusterId, toTopicListQuery(search)), ...useLiveOptions() });
  const readOnly = useCluster()?.readOnly ?? true;
  const silence = useSilence(clusterId, query.data?.errors);
  useAsOf(query.data?.asOf, query.isError);
  const stale = query.isError || silence !== undefined;
  return (
    <Stack>
      <TopicsHeader clusterId={clusterId} totals={query.data?.totals} readOnly={readOnly} />
      {query.error ? <ErrorNote error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.data ? <ClusterErrors clusterId={clusterId} answer={query.data} /> : null}
      {query.error && !query.data ? null : (
        <List clusterId={clusterId} answer={query.data} stale={stale} search={search} onSearch={onSearch} />
      )}
    </Stack>
  );
}
