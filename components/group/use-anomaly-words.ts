"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Anomaly, GroupPartition } from "@/lib/api/groups.ts";
import { anomalyFigures, type LagAbsence } from "./anomalies.ts";

/** InTool tells whether kafka-consumer-groups.sh describes the group in view: not those of type share and streams. */
export const InTool = createContext(true);

/** useAnomalyWords puts an anomaly of a partition into a word, and explains it with its figures: what is so, and what kafka-consumer-groups.sh prints instead. */
export function useAnomalyWords() {
  const inTool = useContext(InTool);
  const t = useTranslations("group.anomalies");
  const lagWord = useTranslations("group.lagWords");
  const format = useFormat();
  const explain = (anomaly: Anomaly, row: GroupPartition): string => {
    const figures = Object.entries(anomalyFigures(row)).map(([name, value]) => [
      name,
      value === null ? "" : format.exact(value),
    ]);
    const values = { ...Object.fromEntries(figures), owned: row.memberId === null ? "no" : "yes" };
    const why = t(`${anomaly}.why`, values);
    return inTool ? `${why} ${t(`${anomaly}.tool`, values)}` : why;
  };
  return {
    wordOf: (anomaly: Anomaly) => t(`${anomaly}.word`),
    lagWordOf: (absence: LagAbsence) => lagWord(absence),
    explain,
  };
}
