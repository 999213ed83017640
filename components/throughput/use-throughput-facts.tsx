"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { History } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";

const bold = { b: (text: ReactNode) => <b>{text}</b> };

/** useThroughputFacts is the line under the title: how often is sampled, how far two points lie apart, since when there are samples, and where they are kept. */
export function useThroughputFacts(history: History | undefined): ReactNode[] {
  const t = useTranslations("throughput.facts");
  const format = useFormat();
  if (!history) return [];
  const { sampledEveryMs, step, since, store, to } = history;
  return [
    <Fragment key="every">{t.rich("every", { ...bold, time: format.duration(sampledEveryMs) })}</Fragment>,
    <Fragment key="step">{t.rich("step", { ...bold, time: format.duration(step) })}</Fragment>,
    since === null ? null : (
      <Fragment key="since">
        {t.rich("since", { ...bold, time: format.time(Date.parse(since), Date.parse(to)) })}
      </Fragment>
    ),
    t(store),
  ];
}
