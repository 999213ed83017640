"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { History } from "@/lib/api/history.ts";
import { ExportMenu } from "@/components/charts/export-menu.tsx";
import { LagPanel } from "@/components/charts/lag-panel.tsx";
import { RateChart } from "@/components/charts/rate-chart.tsx";
import { spanOf } from "@/components/charts/time-span.ts";
import { Card } from "@/components/ui/card.tsx";
import type { MeasureChoice } from "./choices.ts";
import { countsBytes, totalOf } from "./pick.ts";
import classes from "./throughput.module.css";

type TotalCardProps = {
  history: History;
  measure: MeasureChoice;
  onRange: (from: number, to: number) => void;
  height?: number;
  lagHeight?: number;
};

/** useTotals is what the card draws: what was due (or, where no group reads, produced) above what was consumed, and the lag; of bytes what was written, and what was read where Kafka's own counters tell. */
function useTotals(history: History, measure: MeasureChoice) {
  const t = useTranslations("throughput");
  const bytes = measure === "bytes" ? totalOf(history, "bytes") : undefined;
  const out = measure === "bytes" ? totalOf(history, "bytesOut") : undefined;
  if (bytes)
    return {
      above: { name: t(bytes.estimate ? "written" : "bytesIn"), points: bytes.points },
      unit: bytes.unit,
      consumed: out && { name: t("bytesOut"), points: out.points },
      lag: undefined,
    };
  const due = totalOf(history, "due");
  const above = due ?? totalOf(history, "produced");
  const consumed = totalOf(history, "consumed");
  return {
    above: { name: t(due ? "due" : "produced"), points: above?.points ?? [] },
    unit: above?.unit ?? ("records/s" as const),
    consumed: consumed && { name: t("consumed"), points: consumed.points },
    lag: totalOf(history, "lag"),
  };
}

/** TotalCard is the whole cluster: what was due to be read above what was read, and below it the lag that the gap becomes. */
export function TotalCard({ history, measure, onRange, height = 240, lagHeight = 84 }: TotalCardProps) {
  const t = useTranslations("throughput");
  const charts = useRef<HTMLDivElement>(null);
  const { above, unit, consumed, lag } = useTotals(history, measure);
  const { events } = history;
  const span = spanOf(history);
  const bytes = unit === "bytes/s";
  const what = bytes ? (countsBytes(history) ? "counted" : "bytes") : consumed ? "total" : "produced";
  const title = t(`${what}Title`);
  const columns = () => [
    { name: above.name, points: above.points },
    ...(consumed ? [consumed] : []),
    ...(lag ? [{ name: t("lag"), points: lag.points }] : []),
  ];
  return (
    <Card
      title={title}
      subtitle={t(`${what}Subtitle`)}
      action={<ExportMenu title={title} file="throughput" columns={columns} charts={charts} />}
    >
      <div className={classes.charts} ref={charts}>
        <RateChart
          {...{ title, span, unit, consumed, events, onRange, height }}
          produced={above}
          hatched={!bytes}
          timeAxis={!lag}
        />
        {lag ? (
          <LagPanel
            {...{ span, events, onRange }}
            title={t("lag")}
            unit="records"
            points={lag.points}
            height={lagHeight}
          />
        ) : null}
      </div>
    </Card>
  );
}
