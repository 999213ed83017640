"use client";

import { useTranslations } from "next-intl";
import { ChartSkeleton } from "@/components/charts/chart-skeleton.tsx";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import classes from "./group-page.module.css";

const kpis = ["behind", "lag", "change", "drain.label", "loss.label"] as const;

/** OutlookKpisSkeleton is the shape of a group's figures while its history loads. */
export function OutlookKpisSkeleton() {
  const t = useTranslations("group.outlook");
  return (
    <KpiStrip label={t("label")}>
      {kpis.map((kpi) => (
        <Kpi key={kpi} label={t(kpi)} value={<span className={classes.bone} />} />
      ))}
    </KpiStrip>
  );
}

/** HistorySkeleton is the shape of a group's charts while its history loads. */
export function HistorySkeleton() {
  return (
    <>
      <ChartSkeleton height={300} />
      <ChartSkeleton height={180} />
    </>
  );
}
