"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import classes from "./sampled-since.module.css";

/** SampledSince says when sampling began (ISO), where charts would otherwise reach `lastMs` back. */
export function SampledSince({ since, lastMs }: { since: string | null | undefined; lastMs: number }) {
  const t = useTranslations("charts");
  const format = useFormat();
  const now = useNow();
  const at = since ? Date.parse(since) : null;
  if (at === null || at <= now - lastMs) return null;
  return <span className={classes.since}>{t("sampledSince", { time: format.time(at, now) })}</span>;
}
