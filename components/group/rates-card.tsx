"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ExportMenu } from "@/components/charts/export-menu.tsx";
import { RateChart } from "@/components/charts/rate-chart.tsx";
import { spanOf } from "@/components/charts/time-span.ts";
import { Card } from "@/components/ui/card.tsx";
import type { GroupHistory } from "@/lib/api/history.ts";
import { gapToneOf } from "./outlook-tone.ts";

type RatesCardProps = { groupId: string; history: GroupHistory; onRange: (from: number, to: number) => void };

/** RatesCard is what was written for a group to read, and what it read, over time. */
export function RatesCard({ groupId, history, onRange }: RatesCardProps) {
  const t = useTranslations("group.rates");
  const charts = useRef<HTMLDivElement>(null);
  const pointsOf = (measure: "due" | "consumed") =>
    history.series.find((line) => line.measure === measure)?.points ?? [];
  const [produced, consumed] = [
    { name: t("produced"), points: pointsOf("due") },
    { name: t("consumed"), points: pointsOf("consumed") },
  ];
  const title = t("title");
  return (
    <Card
      title={title}
      subtitle={t("subtitle")}
      action={
        <ExportMenu title={title} file={`${groupId}-rates`} columns={() => [produced, consumed]} charts={charts} />
      }
    >
      <div ref={charts}>
        <RateChart
          {...{ title, produced, consumed, onRange }}
          span={spanOf(history)}
          unit="records/s"
          gapTone={gapToneOf(history)}
          events={history.events}
          height={180}
        />
      </div>
    </Card>
  );
}
