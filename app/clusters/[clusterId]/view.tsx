"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { AttentionCard } from "@/components/overview/attention-card.tsx";
import { BrokerStrip } from "@/components/overview/broker-strip.tsx";
import { GroupsByLag } from "@/components/overview/groups-by-lag.tsx";
import { LargestTopics } from "@/components/overview/largest-topics.tsx";
import { OverviewKpis } from "@/components/overview/overview-kpis.tsx";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton.tsx";
import { Columns } from "@/components/ui/columns.tsx";
import { overviewQuery } from "@/lib/queries/overview.ts";
import { overviewParams } from "./search-params.ts";

/** OverviewView is a cluster at a glance, live: what needs attention, key figures, the largest lags and topics, the brokers. */
export function OverviewView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("overview");
  const [{ attention }, setParams] = useQueryStates(overviewParams);
  const query = useQuery({ ...overviewQuery(clusterId), ...useLiveOptions() });
  useAsOf(query.data?.asOf, query.isError);
  return (
    <>
      <h1 className="hw-hidden">{t("title")}</h1>
      <ClusterAnswer clusterId={clusterId} query={query} pending={<OverviewSkeleton />}>
        {(overview) => (
          <>
            <AttentionCard
              clusterId={clusterId}
              overview={overview}
              shown={attention}
              onShown={(shown) => setParams({ attention: shown })}
            />
            <OverviewKpis clusterId={clusterId} overview={overview} />
            <Columns ratio="62:38">
              <GroupsByLag clusterId={clusterId} overview={overview} />
              <LargestTopics clusterId={clusterId} overview={overview} />
            </Columns>
            <BrokerStrip clusterId={clusterId} overview={overview} />
          </>
        )}
      </ClusterAnswer>
    </>
  );
}
