"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import { alternativeOf } from "./alternative.ts";
import type { Line } from "./line.ts";
import type { TimeSpan } from "./time-span.ts";

/** useAlternative puts a chart into one sentence: its time, and each line's newest value, mean and peak. */
export function useAlternative(title: string, lines: readonly Line[], span: TimeSpan): string {
  const t = useTranslations("charts");
  const format = useFormat();
  const { parts, missing } = alternativeOf(lines, span);
  const told = parts.map(({ name, now, mean, peak, peakAt }) =>
    t("alternativeLine", { name, now, mean, peak, at: format.time(peakAt, span.to) }),
  );
  const time = { from: format.time(span.from, span.to), to: format.time(span.to, span.to) };
  if (told.length === 0) return t("alternativeNone", { title, ...time });
  const sentence = t("alternative", { title, ...time, lines: told.join("; ") });
  return missing === 0 ? sentence : `${sentence} ${t("alternativeMissing", { time: format.duration(missing) })}`;
}
