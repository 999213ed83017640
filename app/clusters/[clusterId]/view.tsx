"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ChartCursor } from "@/components/charts/cursor.tsx";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { HistoryOffNote } from "@/components/charts/history-off.tsx";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { AttentionCard } from "@/components/overview/attention-card.tsx";
import { BrokerStrip } from "@/components/overview/broker-strip.tsx";
import { BusiestTopics } from "@/components/overview/busiest-topics.tsx";
import { GroupsBehind } from "@/components/overview/groups-behind.tsx";
import { GroupsByLag } from "@/components/overview/groups-by-lag.tsx";
import { LargestTopics } from "@/components/overview/largest-topics.tsx";
import { OverviewKpis } from "@/components/overview/overview-kpis.tsx";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton.tsx";
import { hasValues } from "@/components/throughput/pick.ts";
import { TotalCard } from "@/components/throughput/total-card.tsx";
import { Columns } from "@/components/ui/columns.tsx";
import type { History } from "@/lib/api/history.ts";
import type { Overview } from "@/lib/api/overview.ts";
import { paths } from "@/lib/paths.ts";
import { overviewQuery } from "@/lib/queries/overview.ts";
import { throughputQuery } from "@/lib/queries/throughput.ts";
import { overviewFlow, overviewParams } from "./search-params.ts";

type PartProps = { clusterId: string; overview: Overview };

function Flow({ clusterId, overview, history }: PartProps & { history: History }) {
  const router = useRouter();
  const open = (from: number, to: number) => {
    const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    router.push(paths.throughput(clusterId, range));
  };
  return (
    <>
      <Columns ratio="62:38">
        <ChartCursor>
          <TotalCard history={history} measure="records" onRange={open} height={98} lagHeight={64} />
        </ChartCursor>
        <GroupsBehind clusterId={clusterId} overview={overview} />
      </Columns>
      <Columns ratio="1:1">
        <BusiestTopics clusterId={clusterId} overview={overview} />
        <BrokerStrip clusterId={clusterId} overview={overview} />
      </Columns>
    </>
  );
}

function Stock({ clusterId, overview }: PartProps) {
  return (
    <>
      <Columns ratio="62:38">
        <GroupsByLag clusterId={clusterId} overview={overview} />
        <LargestTopics clusterId={clusterId} overview={overview} />
      </Columns>
      <BrokerStrip clusterId={clusterId} overview={overview} />
    </>
  );
}

/** OverviewView is a cluster at a glance, live: what needs attention, key figures, what flows and who is behind; until something is sampled, the largest lags and topics instead. */
export function OverviewView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("overview");
  const [{ attention }, setParams] = useQueryStates(overviewParams);
  const live = useLiveOptions();
  const query = useQuery({ ...overviewQuery(clusterId), ...live });
  const kept = useHistoryKept();
  const { data: history } = useQuery({
    ...throughputQuery(clusterId, overviewFlow),
    ...live,
    retry: false,
    enabled: kept,
  });
  useAsOf(query.data?.asOf, query.isError);
  const flows = history !== undefined && hasValues(history);
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
            <OverviewKpis clusterId={clusterId} overview={overview} history={history} sampled={flows} />
            {kept ? null : <HistoryOffNote />}
            {flows ? <Flow {...{ clusterId, overview, history }} /> : <Stock {...{ clusterId, overview }} />}
          </>
        )}
      </ClusterAnswer>
    </>
  );
}
