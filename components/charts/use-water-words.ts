"use client";

import { useTranslations } from "next-intl";
import type { Outlook } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { clockAt } from "./clock.ts";
import type { TimeSpan } from "./time-span.ts";
import type { WaterView } from "./water-view.ts";
import type { WaterWords } from "./waterline-marks.tsx";

type Asked = { title: string; view: WaterView; past: TimeSpan; outlook: Outlook | null };

/** useWaterWords puts a waterline into words: those within the picture, and the sentence for those who do not see it. */
export function useWaterWords({ title, view, past, outlook }: Asked): { words: WaterWords; alternative: string } {
  const t = useTranslations("group.waterline");
  const charts = useTranslations("charts");
  const format = useFormat();
  const { now, projection } = view;
  const clock = (at: number) => clockAt(at, past.to, format);
  // As drawn: a newer figure than the lines end with would contradict their legend.
  const lag = now && now.end - Math.max(now.committed, now.start ?? 0);
  const lagMs = outlook?.lagMs ?? null;
  const least = outlook?.lagMsAtLeast ? "yes" : "no";
  const behind = lagMs !== null && lagMs > 0 ? t("behind", { time: format.duration(lagMs), least }) : null;
  const meets = outlook !== null && "ms" in outlook.loss && outlook.loss.ms > 0;
  const left = meets && now && now.start !== null ? Math.max(0, now.committed - now.start) : null;
  const words: WaterWords = {
    now: t("now"),
    ifRatesStay: t("ifRatesStay"),
    lag: lag === null || lag <= 0 ? null : t("lag", { shown: format.count(lag) }),
    left: left === null ? null : t("left", { shown: format.count(left) }),
    behind,
    loss: projection?.loss ? t("loss", { clock: clock(projection.loss.at) }) : null,
    lossShort: projection?.loss ? t("lossShort", { clock: clock(projection.loss.at) }) : null,
    caughtUp: projection?.caughtUp ? t("caughtUp", { clock: clock(projection.caughtUp.at) }) : null,
  };
  const time = { from: format.time(past.from, past.to), to: format.time(past.to, past.to) };
  const known = view.rows.findLast(({ end, committed }) => end !== null && committed !== null);
  if (!known) return { words, alternative: charts("alternativeNone", { title, ...time }) };
  const offsets = { end: format.exact(known.end ?? 0), committed: format.exact(known.committed ?? 0) };
  const told = [
    t("alternative", { title, ...time, ...offsets }),
    ...(known.start === null ? [] : [t("alternativeStart", { start: format.exact(known.start) })]),
    ...(words.lag && outlook
      ? [t("alternativeLag", { lag: words.lag, behind: behind ?? "", has: behind ? "yes" : "no" })]
      : []),
    ...(words.loss ? [t("alternativeAhead", { what: words.loss })] : []),
    ...(words.caughtUp ? [t("alternativeAhead", { what: words.caughtUp })] : []),
  ];
  return { words, alternative: told.join(" ") };
}
