"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Tone } from "@/components/ui/status-list.ts";
import type { CompareTotals } from "@/lib/api/compare.ts";
import { countDiffering } from "./compare-state.ts";

/** VerdictWords are a comparison's outcome in one sentence, and what belongs to it. */
export type VerdictWords = { tone: Tone; title: string; lines: string[] };

type Topics = { left: string; right: string };
type Span = { first: number; last: number };

const isMoment = ({ first, last }: Span) => first === last;

// What could not be read may be what seems to be missing.
function toneOf({ verdict, complete, missing }: CompareTotals): Tone {
  if (verdict === "empty") return "unknown";
  if (verdict === "same") return complete ? "ok" : "unknown";
  return complete && missing > 0 ? "crit" : "warn";
}

/** useVerdict puts the totals of a comparison into words. */
export function useVerdict(): (totals: CompareTotals, topics: Topics) => VerdictWords {
  const t = useTranslations("compare.verdict");
  const format = useFormat();
  // To the second, unless that would say the same twice.
  const timesOf = ({ first, last }: Span) => {
    const [from, to] = [format.timestamp(first), format.timestamp(last)];
    const length = from.slice(0, 19) === to.slice(0, 19) ? 23 : 19;
    return { from: from.slice(0, length), to: to.slice(0, length) };
  };

  const parts = (totals: CompareTotals, topics: Topics): string =>
    format.list(
      (["missing", "extra", "more", "fewer"] as const)
        .filter((kind) => totals[kind] > 0)
        .map((kind) => t(`parts.${kind}`, { count: totals[kind], shown: format.count(totals[kind]), ...topics })),
    );

  const titleOf = (totals: CompareTotals, topics: Topics): string => {
    const { keys, records } = countDiffering(totals);
    const reordered = totals.kinds.reordered.keys;
    if (!totals.complete && (totals.verdict === "same" || totals.verdict === "empty")) return t("sameSoFar", topics);
    if (totals.verdict === "empty") return t("empty", topics);
    if (totals.verdict === "same") return t(totals.keys > 0 ? "same" : "sameWithoutKeys", topics);
    if (totals.verdict === "reordered")
      return t("reordered", { count: reordered, shown: format.count(reordered), ...topics });
    if (keys > 0) return t("different", { count: keys, shown: format.count(keys) });
    return records > 0
      ? t("differentRecords", { count: records, shown: format.count(records) })
      : t("differentElsewhere");
  };

  const linesOf = (totals: CompareTotals, topics: Topics): string[] => {
    const { missingSpan, extraSpan, keysShare, nullKeyRecords, spreadKeys, records } = totals;
    const lines = [
      t("read", { left: format.count(records[0]), right: format.count(records[1]), keys: format.count(totals.keys) }),
    ];
    if (totals.verdict === "different" && parts(totals, topics) !== "") lines.push(`${parts(totals, topics)}.`);
    if (missingSpan) lines.push(t(isMoment(missingSpan) ? "missingAt" : "missingSpan", timesOf(missingSpan)));
    if (extraSpan) lines.push(t(isMoment(extraSpan) ? "extraAt" : "extraSpan", timesOf(extraSpan)));
    if (keysShare < 1)
      lines.push(
        t(totals.sameContents ? "sampledSame" : "sampled", {
          every: Math.round(1 / keysShare),
          share: format.share(keysShare),
        }),
      );
    const withoutKey = Math.max(...nullKeyRecords);
    if (withoutKey > 0) lines.push(t("nullKeys", { count: withoutKey, shown: format.count(withoutKey) }));
    for (const [side, count] of spreadKeys.entries())
      if (count > 0)
        lines.push(t("spread", { count, shown: format.count(count), topic: side === 0 ? topics.left : topics.right }));
    return lines;
  };

  return (totals, topics) => ({
    tone: toneOf(totals),
    title: titleOf(totals, topics),
    lines: linesOf(totals, topics),
  });
}
