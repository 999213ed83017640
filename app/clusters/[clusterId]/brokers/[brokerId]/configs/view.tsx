"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { BrokerHeader } from "@/components/brokers/broker-header.tsx";
import { SettingPanel } from "@/components/brokers/setting-panel.tsx";
import { SettingsTable } from "@/components/brokers/settings-table.tsx";
import { SettingsToolbar } from "@/components/brokers/settings-toolbar.tsx";
import { CardSkeleton } from "@/components/clusters/card-skeleton.tsx";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { brokerConfigsQuery, brokerQuery } from "@/lib/queries/brokers.ts";
import { brokerConfigsParams, toConfigListQuery } from "./search-params.ts";
import classes from "./view.module.css";

/** BrokerConfigsView is a broker's settings, live: each with its value and who set it; one that is opened with its documentation. */
export function BrokerConfigsView({ clusterId, brokerId }: { clusterId: string; brokerId: number }) {
  const t = useTranslations("brokers");
  const live = useLiveOptions();
  const [search, setSearch] = useQueryStates(brokerConfigsParams);
  const broker = useQuery({ ...brokerQuery(clusterId, brokerId), ...live });
  const query = useQuery({ ...brokerConfigsQuery(clusterId, brokerId, toConfigListQuery(search)), ...live });
  useAsOf(query.data?.asOf, query.isError);
  const open = query.data?.items.find(({ name }) => name === search.setting);
  return (
    <Stack>
      <BrokerHeader clusterId={clusterId} brokerId={brokerId} detail={broker.data} />
      <SettingsToolbar
        clusterId={clusterId}
        brokerId={brokerId}
        search={search.search}
        overridden={search.overridden}
        total={query.isPlaceholderData ? undefined : query.data?.total}
        onChange={(change) => setSearch({ ...change, page: null })}
      />
      <ClusterAnswer clusterId={clusterId} query={query} pending={<CardSkeleton lines={12} />}>
        {(list) => (
          <div className={classes.columns} data-open={open ? true : undefined}>
            <Stack>
              <SettingsTable
                settings={list.items}
                open={search.setting}
                search={search.search}
                onOpen={(setting) => setSearch({ setting })}
                onClear={() => setSearch({ search: null, overridden: null, page: null })}
              />
              {list.total > list.items.length ? (
                <Pager
                  label={t("tabs.configs")}
                  page={list.page}
                  pageSize={list.pageSize}
                  total={list.total}
                  onPage={(page) => setSearch({ page })}
                />
              ) : null}
            </Stack>
            {open ? <SettingPanel key={open.name} setting={open} onClose={() => setSearch({ setting: null })} /> : null}
          </div>
        )}
      </ClusterAnswer>
    </Stack>
  );
}
