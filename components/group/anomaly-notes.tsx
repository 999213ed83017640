"use client";

import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { toneIcons } from "@/components/ui/status-list.ts";
import type { Anomaly, GroupPartition } from "@/lib/api/groups.ts";
import { anomalyTones } from "./anomalies.ts";
import classes from "./anomaly-notes.module.css";
import { useAnomalyWords } from "./use-anomaly-words.ts";

/** AnomalyNotes says what is odd about a partition, a word each; hover or focus explains it. */
export function AnomalyNotes({ row, anomalies }: { row: GroupPartition; anomalies: readonly Anomaly[] }) {
  const { wordOf, explain } = useAnomalyWords();
  return (
    <span className={classes.notes}>
      {anomalies.map((anomaly) => (
        <button key={anomaly} type="button" className={`hw-plain ${classes.note}`} data-tip={explain(anomaly, row)}>
          <StatusBadge tone={anomalyTones[anomaly]} icon={anomaly === "open-transaction" ? toneIcons.info : undefined}>
            {wordOf(anomaly)}
          </StatusBadge>
        </button>
      ))}
    </span>
  );
}
