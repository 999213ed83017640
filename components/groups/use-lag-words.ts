"use client";

import { useTranslations } from "next-intl";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { LagState } from "./lag-state.ts";

/** LagWords says why there is no lag: a word, and the reason behind it. */
export type LagWords = { word: string; reason: string };

/** useLagWords puts a lag that is not known into words, and what a known one leaves out into sentences. */
export function useLagWords() {
  const t = useTranslations("groups.lag");
  const { titleOf } = useProblem();
  const missing = (state: Exclude<LagState, { kind: "known" }>): LagWords => {
    if (state.kind === "no-commit") return { word: t("noCommit"), reason: t("noCommitWhy") };
    if (state.kind === "share") return { word: t("noStart"), reason: t("shareWhy") };
    if (state.kind === "offsets-unknown")
      return { word: t("unknown"), reason: t("unknownWhy", { count: state.unknown }) };
    return { word: t("unknown"), reason: t("notReadWhy", { reason: titleOf(state.code) }) };
  };
  const leftOut = ({ withoutCommit, unknown }: Extract<LagState, { kind: "known" }>): string[] => [
    ...(withoutCommit > 0 ? [t("withoutCommit", { count: withoutCommit })] : []),
    ...(unknown > 0 ? [t("withoutUnknown", { count: unknown })] : []),
  ];
  return { missing, leftOut };
}
