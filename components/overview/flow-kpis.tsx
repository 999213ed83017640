"use client";

import { useTranslations } from "next-intl";
import type { History } from "@/lib/api/history.ts";
import { Sparkline } from "@/components/charts/sparkline.tsx";
import { latest } from "@/components/charts/summary.ts";
import { totalOf } from "@/components/throughput/pick.ts";
import { Kpi } from "@/components/ui/kpi.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { paths } from "@/lib/paths.ts";

type FlowProps = { clusterId: string; history: History | undefined };

/** ProducedKpi is how many records a second are written to the cluster, with the bytes that they are about. */
export function ProducedKpi({ clusterId, history }: FlowProps) {
  const t = useTranslations("overview");
  const format = useFormat();
  const produced = history && totalOf(history, "produced");
  const bytes = history && totalOf(history, "bytes");
  const [rate, byteRate] = [produced ? latest(produced.points) : null, bytes ? latest(bytes.points) : null];
  return (
    <Kpi
      label={t("kpi.produced")}
      value={rate === null ? <Unknown reason={t("notSampled")} /> : format.rate(rate)}
      unit={rate === null ? undefined : t("kpi.perSecond")}
      tone={rate === null ? "unknown" : undefined}
      hint={
        byteRate === null
          ? undefined
          : t(bytes?.estimate ? "kpi.aboutBytes" : "kpi.bytes", { bytes: format.byteRate(byteRate) })
      }
      href={paths.throughput(clusterId)}
      chart={produced ? <Sparkline points={produced.points} /> : undefined}
    />
  );
}

/** ConsumedKpi is how many records a second all groups commit, of those that are due to them. */
export function ConsumedKpi({ clusterId, history }: FlowProps) {
  const t = useTranslations("overview");
  const format = useFormat();
  const consumed = history && totalOf(history, "consumed");
  const due = history && totalOf(history, "due");
  const [rate, wanted] = [consumed ? latest(consumed.points) : null, due ? latest(due.points) : null];
  return (
    <Kpi
      label={t("kpi.consumed")}
      value={rate === null ? <Unknown reason={t("notSampled")} /> : format.rate(rate)}
      unit={rate === null ? undefined : t("kpi.perSecond")}
      tone={rate === null ? "unknown" : undefined}
      hint={wanted === null ? undefined : t("kpi.ofDue", { due: format.rate(wanted) })}
      href={paths.throughput(clusterId, { by: "group" })}
      chart={consumed ? <Sparkline points={consumed.points} /> : undefined}
    />
  );
}
