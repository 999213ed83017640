"use client";

import { useTranslations } from "next-intl";
import type { Topic } from "@/lib/api/topics.ts";
import { Unknown } from "@/components/ui/unknown.tsx";
import { type Format, useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import { assessRetention } from "./retention-rule.ts";
import classes from "./topics.module.css";

type Limit = { ms: string | null; bytes: string | null };
type Words = ReturnType<typeof useTranslations<"topics">>;

function limitText(t: Words, format: Format, { ms, bytes }: Limit): string {
  const time = ms === null ? null : format.duration(ms);
  const size = bytes === null ? null : format.binaryBytes(bytes);
  if (time !== null && size !== null) return t("retention.timeOrSize", { time, size });
  return time ?? t("retention.size", { size: size ?? "" });
}

/** Retention says how long a topic keeps its records: "7 d", "newest per key", "no limit". */
export function Retention({ topic }: { topic: Topic }) {
  const t = useTranslations("topics");
  const format = useFormat();
  const { titleOf } = useProblem();
  const rule = assessRetention(topic);
  if (rule.kind === "unknown") return <Unknown reason={titleOf(topic.unknown.retentionMs ?? "UNREACHABLE")} />;
  if (rule.kind === "limit") return <span className="hw-figure">{limitText(t, format, rule)}</span>;
  return <span className={classes.quiet}>{t(`retention.${rule.kind}`)}</span>;
}
