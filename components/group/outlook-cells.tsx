"use client";

import { useTranslations } from "next-intl";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Outlook } from "@/lib/api/history.ts";
import classes from "./outlook.module.css";
import { lossTone } from "./outlook-tone.ts";
import { type EstimateWords, useEstimateWords } from "./use-estimate-words.ts";

type CellProps = { outlook: Outlook | undefined };

/** Behind is how long ago the commit was the end of the log; "≥" when that is longer ago than anything sampled. */
export function Behind({ outlook }: CellProps) {
  const t = useTranslations("group.outlook");
  const format = useFormat();
  if (!outlook) return <NoValue />;
  if (outlook.lagMs === null) return <Unknown reason={t("behindUnknown")} />;
  const time = format.duration(outlook.lagMs);
  if (!outlook.lagMsAtLeast)
    return (
      <span className={outlook.lagMs === 0 ? classes.quiet : "hw-figure"}>{outlook.lagMs === 0 ? "0" : time}</span>
    );
  return (
    <button type="button" className={`hw-plain ${classes.hinted}`} data-tip={t("atLeastWhy")}>
      <span aria-hidden="true">≥ </span>
      <span className="hw-hidden">{t("atLeast")} </span>
      {time}
    </button>
  );
}

/** Rates are what is read of what is written, a second. */
export function Rates({ outlook }: CellProps) {
  const t = useTranslations("group.outlook");
  const format = useFormat();
  if (!outlook) return <NoValue />;
  const { consumedPerSecond: read, producedPerSecond: written } = outlook;
  if (written === null) return <Unknown reason={t("drain.too-few-samples.reason")} />;
  return (
    <span className="hw-figure">
      {read === null ? "—" : format.rate(read)} / {format.rate(written)}
    </span>
  );
}

/** Change is how fast the lag grows or falls, with its sign. */
export function Change({ outlook }: CellProps) {
  const t = useTranslations("group.outlook");
  const format = useFormat();
  if (!outlook) return <NoValue />;
  if (outlook.lagPerSecond === null) return <Unknown reason={t("drain.too-few-samples.reason")} />;
  return <span className="hw-figure">{format.change(outlook.lagPerSecond)}</span>;
}

function Words({ words: { figure, word, reason }, tone }: { words: EstimateWords; tone: string | undefined }) {
  return (
    <button
      type="button"
      className={`hw-plain ${figure === null ? classes.word : classes.hinted}`}
      data-tone={tone}
      data-tip={reason}
    >
      {word}
    </button>
  );
}

/** CaughtUpIn is when the lag is drained if rates stay, or the words for why that cannot be told. */
export function CaughtUpIn({ outlook, now }: CellProps & { now: number }) {
  const { drainWords } = useEstimateWords();
  return outlook ? <Words words={drainWords(outlook, now)} tone={undefined} /> : <NoValue />;
}

/** DeletedIn is when the first unread record may be deleted, or the words for why that cannot be told. */
export function DeletedIn({ outlook, now }: CellProps & { now: number }) {
  const { lossWords } = useEstimateWords();
  return outlook ? <Words words={lossWords(outlook, now)} tone={lossTone(outlook.loss)} /> : <NoValue />;
}
