"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kpi, KpiStrip } from "@/components/ui/kpi.tsx";
import { Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupDetail } from "@/lib/api/groups.ts";
import type { GroupHistory, PartitionOutlook } from "@/lib/api/history.ts";
import { LagKpi } from "./kpis.tsx";
import classes from "./outlook.module.css";
import { firstLost, gapToneOf, lossTone } from "./outlook-tone.ts";
import { useEstimateWords } from "./use-estimate-words.ts";
import { usePartitionName } from "./use-partition-name.ts";

type OutlookKpisProps = { detail: GroupDetail; history: GroupHistory };

const toneOrNone = (tone: "calm" | "warn" | "crit") => (tone === "calm" ? undefined : tone);

function OneLine({ children }: { children: string }) {
  return (
    <span className={classes.line} title={children}>
      {children}
    </span>
  );
}

function BehindKpi({ history }: { history: GroupHistory }) {
  const t = useTranslations("group.outlook");
  const nameOf = usePartitionName(history.partitions);
  const format = useFormat();
  const { lagMs, lagMsAtLeast } = history.outlook;
  if (lagMs === null)
    return (
      <Kpi
        label={t("behind")}
        tone="unknown"
        value={<Unknown reason={t("behindUnknown")} />}
        hint={t("behindUnknownHint")}
      />
    );
  const worst = history.partitions[0];
  if (lagMs === 0 || !worst)
    return <Kpi label={t("behind")} tone="unknown" value={t("nothingBehind")} hint={t("nothingBehindHint")} />;
  return (
    <Kpi
      label={t("behind")}
      tone={toneOrNone(gapToneOf(history))}
      value={
        <>
          {lagMsAtLeast ? <span className="hw-hidden">{t("atLeast")} </span> : null}
          {lagMsAtLeast ? <span aria-hidden="true">≥ </span> : null}
          {format.duration(lagMs)}
        </>
      }
      hint={<OneLine>{t(lagMsAtLeast ? "worstAtLeast" : "worst", { partition: nameOf(worst) })}</OneLine>}
    />
  );
}

function ChangeKpi({ history }: { history: GroupHistory }) {
  const t = useTranslations("group.outlook");
  const format = useFormat();
  const { lagPerSecond, producedPerSecond, consumedPerSecond } = history.outlook;
  const label = t("change");
  if (lagPerSecond === null || producedPerSecond === null || consumedPerSecond === null) {
    const reason = t("drain.too-few-samples.reason");
    return <Kpi label={label} tone="unknown" value={<Unknown reason={reason} />} hint={t("fewHint")} />;
  }
  return (
    <Kpi
      label={label}
      tone={lagPerSecond > 0 ? toneOrNone(gapToneOf(history)) : undefined}
      value={format.change(lagPerSecond)}
      hint={t("reads", { read: format.rate(consumedPerSecond), written: format.rate(producedPerSecond) })}
    />
  );
}

type EstimateProps = {
  label: string;
  figure: string | null;
  word: string;
  hint: ReactNode;
  tone?: "warn" | "crit" | undefined;
};

function EstimateKpi({ label, figure, word, hint, tone }: EstimateProps) {
  return <Kpi label={label} value={figure ?? word} tone={figure === null && !tone ? "unknown" : tone} hint={hint} />;
}

function useLossHint({ outlook, partitions }: GroupHistory, reason: string): string {
  const t = useTranslations("group.outlook");
  const nameOf = usePartitionName(partitions);
  const first: PartitionOutlook | null = firstLost(partitions);
  if (!("ms" in outlook.loss) || !first) return reason;
  return t("loss.first", { partition: nameOf(first), reason });
}

/** OutlookKpis are a group's key figures once it was sampled: how far behind, its lag, where that goes, when it is caught up, and when unread records are deleted. */
export function OutlookKpis({ detail, history }: OutlookKpisProps) {
  const t = useTranslations("group.outlook");
  const { drainWords, lossWords } = useEstimateWords();
  const { outlook, asOf } = history;
  const now = Date.parse(asOf);
  const [drain, loss] = [drainWords(outlook, now), lossWords(outlook, now)];
  const lossHint = useLossHint(history, loss.reason);
  return (
    <KpiStrip label={t("label")}>
      <BehindKpi history={history} />
      <LagKpi detail={detail} />
      <ChangeKpi history={history} />
      <EstimateKpi label={t("drain.label")} {...drain} hint={drain.reason} />
      <EstimateKpi
        label={t("loss.label")}
        {...loss}
        tone={toneOrNone(lossTone(outlook.loss))}
        hint={<OneLine>{lossHint}</OneLine>}
      />
    </KpiStrip>
  );
}
