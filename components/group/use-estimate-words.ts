"use client";

import { useTranslations } from "next-intl";
import { clockAt } from "@/components/charts/clock.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Estimate, NoEstimate, Outlook } from "@/lib/api/history.ts";

/** EstimateWords are an estimate in words: a figure, or the word that stands in its place; and the sentence that says more. */
export type EstimateWords = { figure: string | null; word: string; reason: string };

const LEAST_RATE = 0.05;
const unsure = new Set<NoEstimate>(["too-few-samples", "unknown"]);

/** useEstimateWords puts the two estimates of an outlook into words: when the lag is drained, and when unread records may be deleted. */
export function useEstimateWords() {
  const t = useTranslations("group.outlook");
  const common = useTranslations("common");
  const format = useFormat();
  const wordOf = (kind: "drain" | "loss", none: NoEstimate): string =>
    unsure.has(none) ? common("unknown") : t(`${kind}.${none}.word`);
  const words = (kind: "drain" | "loss", estimate: Estimate, rates: Outlook, now: number): EstimateWords => {
    if ("none" in estimate) {
      const written = rates.producedPerSecond ?? 0;
      const needed = written < LEAST_RATE ? "" : format.rate(written);
      const reason = t(`${kind}.${estimate.none}.reason`, { needed, has: needed === "" ? "no" : "yes" });
      return { figure: null, word: wordOf(kind, estimate.none), reason };
    }
    if (kind === "loss" && estimate.ms === 0)
      return { figure: null, word: t("loss.already.word"), reason: t("loss.already.reason") };
    const figure = t("about", { time: format.duration(estimate.ms) });
    return { figure, word: figure, reason: t(`${kind}.at`, { clock: clockAt(now + estimate.ms, now, format) }) };
  };
  return {
    drainWords: (outlook: Outlook, now: number) => words("drain", outlook.drain, outlook, now),
    lossWords: (outlook: Outlook, now: number) => words("loss", outlook.loss, outlook, now),
  };
}
