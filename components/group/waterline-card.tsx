"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ExportMenu } from "@/components/charts/export-menu.tsx";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorNote } from "@/components/ui/error-note.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import { keyOf, type PartitionKey } from "./chosen-partition.ts";
import type { HistorySearch } from "./history-params.ts";
import classes from "./outlook.module.css";
import { usePartitionName } from "./use-partition-name.ts";
import { WaterlineControls } from "./waterline-controls.tsx";
import { gapToneOf } from "./outlook-tone.ts";
import { PART_HEIGHT, PartPlot } from "./part-plot.tsx";

const isEmpty = ({ series }: GroupHistory) => series.every(({ points }) => points.every(([, value]) => value === null));

/** PartQuery is the read of the part of a group that the chart shows. */
export type PartQuery = { data: GroupHistory | undefined; error: unknown; refetch: () => unknown };

type WaterlineCardProps = {
  groupId: string;
  /** The whole group now. */
  whole: GroupHistory;
  /** What the chart shows: one partition, or null for all of them. */
  chosen: PartitionKey | null;
  worst: PartitionKey | null;
  part: PartQuery;
  search: HistorySearch;
  onSearch: (change: Partial<HistorySearch>) => void;
  onRange: (from: number, to: number) => void;
};

function NothingSampled({ history }: { history: GroupHistory }) {
  const t = useTranslations("group.waterline");
  const format = useFormat();
  const young = history.since === null;
  return (
    <EmptyState title={t(young ? "nothing" : "nothingHere")}>
      {young ? t("nothingDetail", { time: format.duration(history.sampledEveryMs) }) : t("nothingHereDetail")}
    </EmptyState>
  );
}

/** WaterlineCard is a group on one partition, or on all of them, over time: the waterline of its offsets, its lag, or how far behind it was. */
export function WaterlineCard({ groupId, whole, chosen, worst, part, search, onSearch, onRange }: WaterlineCardProps) {
  const t = useTranslations("group.waterline");
  const nameOf = usePartitionName(whole.partitions);
  const charts = useRef<HTMLDivElement>(null);
  const show = chosen === null && search.show === "offsets" ? "lag" : search.show;
  const name = chosen ? nameOf(chosen) : "";
  const isWorst = chosen !== null && worst !== null && keyOf(chosen) === keyOf(worst) && search.of === "worst";
  const which = chosen === null ? "sum" : isWorst ? "worst" : "one";
  const { data, error, refetch } = part;
  const title = t(`title.${show}`);
  const live = !("to" in toTimeAsk(search));
  const columns = () => (data?.series ?? []).map(({ measure, points }) => ({ name: t(`measures.${measure}`), points }));
  return (
    <Card
      title={title}
      subtitle={t(`subtitle.${which}`, { name, count: whole.partitions.length })}
      action={
        <>
          <WaterlineControls
            {...{ chosen, worst, nameOf, show }}
            partitions={whole.partitions}
            of={search.of}
            onChange={onSearch}
          />
          {data && !isEmpty(data) ? (
            <ExportMenu title={title} file={`${groupId}-${show}`} columns={columns} charts={charts} />
          ) : null}
        </>
      }
    >
      {error ? <ErrorNote error={error} onRetry={refetch} /> : null}
      {data && isEmpty(data) ? <NothingSampled history={data} /> : null}
      {data && !isEmpty(data) ? (
        <div ref={charts}>
          <PartPlot
            {...{ data, show, live, onRange }}
            tone={gapToneOf(which === "one" ? data : whole)}
            title={`${title} ${chosen ? name : t("all")}`}
          />
        </div>
      ) : null}
      {data || error ? null : <div className={classes.wait} style={{ height: PART_HEIGHT }} />}
    </Card>
  );
}
