"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./skew.module.css";

const MINUS = "\u2212";

/** formatSkew is a ratio to the mean as a signed percentage: +2%, −14%, ±0%. */
export function formatSkew(ratio: number): string {
  const percent = Math.round((ratio - 1) * 100);
  if (percent === 0) return "±0%";
  return `${percent < 0 ? MINUS : "+"}${Math.abs(percent)}%`;
}

/** WithSkew is a figure (the children) and, grey beside it, how far it is from the mean of the live brokers. */
export function WithSkew({
  ratio,
  outlier,
  children,
}: {
  ratio: number | null;
  outlier?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("brokers");
  const format = useFormat();
  return (
    <span className={classes.pair}>
      {children}
      <span className={classes.skew} data-outlier={outlier || undefined}>
        {ratio === null ? null : (
          <span data-tip={t("skewHint", { ratio: format.exact(ratio) })}>{formatSkew(ratio)}</span>
        )}
      </span>
    </span>
  );
}

/** useSkewWords says how far a figure is from the mean in words: "2% above the mean"; undefined when that is not known. */
export function useSkewWords() {
  const t = useTranslations("brokers");
  return (ratio: number | null): string | undefined => {
    if (ratio === null) return undefined;
    const percent = Math.abs(Math.round((ratio - 1) * 100));
    if (percent === 0) return t("atMean");
    return t(ratio > 1 ? "aboveMean" : "belowMean", { percent });
  };
}
