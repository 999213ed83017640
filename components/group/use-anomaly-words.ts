"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Anomaly, GroupPartition } from "@/lib/api/groups.ts";
import { anomalyFigures, type LagAbsence } from "./anomalies.ts";

/** useAnomalyWords puts an anomaly of a partition into a word, and explains it with its figures: what is so, and what kafka-consumer-groups.sh prints instead. */
export function useAnomalyWords() {
  const t = useTranslations("group.anomalies");
  const lagWord = useTranslations("group.lagWords");
  const format = useFormat();
  const explain = (anomaly: Anomaly, row: GroupPartition): string => {
    const figures = Object.entries(anomalyFigures(row)).map(([name, value]) => [
      name,
      value === null ? "" : format.exact(value),
    ]);
    const owned = row.memberId === null ? "no" : "yes";
    return t(`${anomaly}.why`, { ...Object.fromEntries(figures), owned });
  };
  return {
    wordOf: (anomaly: Anomaly) => t(`${anomaly}.word`),
    lagWordOf: (absence: LagAbsence) => lagWord(absence),
    explain,
  };
}
