"use client";

import { useTranslations } from "next-intl";
import { clockAt } from "@/components/charts/clock.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import type { OutlookReason } from "./outlook-reasons.ts";
import { usePartitionName } from "./use-partition-name.ts";

type Values = Record<string, string | number>;

/** useOutlookReasonWords puts what the history says of a group's status into words: a title and a grey line. */
export function useOutlookReasonWords(history: GroupHistory) {
  const t = useTranslations("group.outlookReasons");
  const format = useFormat();
  const nameOf = usePartitionName(history.partitions);
  const now = Date.parse(history.asOf);
  const valuesOf = (reason: OutlookReason): Values => {
    const time: Values = "ms" in reason ? { time: format.duration(reason.ms) } : {};
    const partition: Values = "partition" in reason ? { partition: nameOf(reason.partition) } : {};
    if (reason.code === "NOT_FALLEN") return { ...time, reads: reason.reads ? "yes" : "no" };
    if (reason.code === "ONE_PARTITION") return { ...partition, share: format.share(reason.share) };
    if (reason.code === "WENT_BACK") return { count: reason.times, at: clockAt(reason.at, now, format) };
    return { ...time, ...partition };
  };
  return (reason: OutlookReason) => {
    const values = valuesOf(reason);
    return { title: t(`${reason.code}.title`, values), detail: t(`${reason.code}.detail`, values) };
  };
}
