"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { BalanceCard } from "@/components/brokers/balance-card.tsx";
import { BrokersSkeleton } from "@/components/brokers/brokers-skeleton.tsx";
import { BrokersTable } from "@/components/brokers/brokers-table.tsx";
import { useBrokersFacts } from "@/components/brokers/use-brokers-facts.tsx";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { Toolbar } from "@/components/ui/toolbar.tsx";
import { brokersQuery } from "@/lib/queries/brokers.ts";
import { brokersParams, toBrokerListQuery } from "./search-params.ts";

// With a handful of brokers all are in sight, and a search would only be in the way.
const searchableFrom = 11;

/** BrokersView is the list of a cluster's brokers, live: how even the load is, and a row each. */
export function BrokersView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("brokers");
  const [search, setSearch] = useQueryStates(brokersParams);
  const query = useQuery({ ...brokersQuery(clusterId, toBrokerListQuery(search)), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  const facts = useBrokersFacts(search.search === "" ? query.data : undefined);
  const searched = search.search !== "";
  return (
    <Stack>
      <PageHeader title={t("title")} facts={facts} />
      <ClusterAnswer clusterId={clusterId} query={query} pending={<BrokersSkeleton />}>
        {(list) => (
          <>
            {list.items.length > 1 ? <BalanceCard brokers={list.items} /> : null}
            {searched || list.total >= searchableFrom ? (
              <Toolbar>
                <SearchInput
                  label={t("search")}
                  value={search.search}
                  onChange={(text) => setSearch({ search: text, page: null })}
                />
              </Toolbar>
            ) : null}
            <BrokersTable
              clusterId={clusterId}
              list={list}
              sort={search.sort}
              search={search.search}
              onSort={(sort) => setSearch({ sort: brokersParams.sort.parse(sort), page: null })}
              onClear={() => setSearch({ search: null, page: null })}
            />
            {list.total > list.items.length ? (
              <Pager
                label={t("title")}
                page={list.page}
                pageSize={list.pageSize}
                total={list.total}
                onPage={(page) => setSearch({ page })}
                onPageSize={(pageSize) => setSearch({ pageSize, page: null })}
              />
            ) : null}
          </>
        )}
      </ClusterAnswer>
    </Stack>
  );
}
