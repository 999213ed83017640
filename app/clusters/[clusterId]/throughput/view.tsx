"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ChartCursor } from "@/components/charts/cursor.tsx";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { HistoryOff } from "@/components/charts/history-off.tsx";
import { ClusterAnswer } from "@/components/clusters/cluster-answer.tsx";
import { useAsOf, useLiveOptions } from "@/components/layout/refresh.tsx";
import { Controls, type ThroughputChoice } from "@/components/throughput/controls.tsx";
import { ElementsCard } from "@/components/throughput/elements-card.tsx";
import { ElementsTable } from "@/components/throughput/elements-table.tsx";
import { countsBytes, hasBytes, isFirst } from "@/components/throughput/pick.ts";
import { ThroughputSkeleton } from "@/components/throughput/throughput-skeleton.tsx";
import { TotalCard } from "@/components/throughput/total-card.tsx";
import { useThroughputFacts } from "@/components/throughput/use-throughput-facts.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Stack } from "@/components/ui/columns.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { History } from "@/lib/api/history.ts";
import { throughputQuery } from "@/lib/queries/throughput.ts";
import { throughputParams, toAsk } from "./search-params.ts";

// What a range that has ended says does not change any more.
const ENDED = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

function NothingSampled({ history }: { history: History }) {
  const t = useTranslations("throughput");
  const format = useFormat();
  return (
    <Card>
      <EmptyState title={t("nothing")}>
        {t("nothingDetail", { time: format.duration(history.sampledEveryMs) })}
      </EmptyState>
    </Card>
  );
}

/** ThroughputView is what a cluster produces and consumes over time, live: as a whole, divided by topic, group or broker, and in numbers. */
export function ThroughputView({ clusterId }: { clusterId: string }) {
  const t = useTranslations("throughput");
  const [search, setSearch] = useQueryStates(throughputParams);
  const ask = toAsk(search);
  const ended = "to" in ask;
  const live = useLiveOptions();
  const kept = useHistoryKept();
  const query = useQuery({ ...throughputQuery(clusterId, ask), ...(ended ? ENDED : live), enabled: kept });
  useAsOf(ended ? null : query.data?.asOf, query.isError);
  const facts = useThroughputFacts(query.data);
  const { by, measure, range, topic } = search;
  const zoom = ended ? { from: new Date(ask.from), to: new Date(ask.to) } : null;
  const change = ({ zoom: chosen, ...rest }: Partial<ThroughputChoice>) =>
    void setSearch({
      ...rest,
      ...(chosen === undefined ? {} : { from: chosen?.from ?? null, to: chosen?.to ?? null }),
    });
  // The way back out of a zoom is also the browser's.
  const onRange = (from: number, to: number) =>
    void setSearch({ from: new Date(from), to: new Date(to) }, { history: "push" });
  if (!kept)
    return (
      <Stack>
        <PageHeader title={t("title")} />
        <HistoryOff />
      </Stack>
    );
  return (
    <Stack>
      <PageHeader title={t("title")} facts={facts} />
      <Controls
        choice={{ by, measure, range, zoom, topic }}
        bytes={query.data && hasBytes(query.data) ? (countsBytes(query.data) ? "counted" : "estimated") : null}
        onChange={change}
      />
      <ClusterAnswer clusterId={clusterId} query={query} pending={<ThroughputSkeleton />}>
        {(history) =>
          isFirst(history) ? (
            <NothingSampled history={history} />
          ) : (
            <ChartCursor>
              <TotalCard history={history} measure={measure} onRange={onRange} />
              <ElementsCard history={history} by={by} measure={measure} onRange={onRange} />
              <ElementsTable clusterId={clusterId} history={history} by={by} measure={measure} />
            </ChartCursor>
          )
        }
      </ClusterAnswer>
    </Stack>
  );
}
