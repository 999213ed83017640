"use client";

import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline.tsx";
import { toneOf } from "@/components/ui/status-list.ts";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { Group } from "@/lib/api/groups.ts";
import classes from "./group-time.module.css";

const minuteMs = 60_000;

/** GroupBehind is how long ago a group's furthest commit was the end of its log; "over" when that is longer ago than anything sampled. */
export function GroupBehind({ group: { lag, lagMs, lagMsAtLeast } }: { group: Group }) {
  const t = useTranslations("groups");
  const format = useFormat();
  if (lag === null) return <NoValue />;
  if (lagMs === null) return <Unknown reason={t("notSampled")} />;
  if (lagMs === 0) return <span className={classes.calm}>{format.duration(0)}</span>;
  if (!lagMsAtLeast) return <span className="hw-figure">{format.duration(lagMs)}</span>;
  // Longer than this by an unknown time: seconds would only seem exact.
  const least = lagMs < minuteMs ? lagMs : lagMs - (lagMs % minuteMs);
  return (
    <span className="hw-figure" data-tip={t("behindAtLeastTip")}>
      {t("behindAtLeast", { time: format.duration(least) })}
    </span>
  );
}

// No change looks alike however small it is: a hundredth of a record a second is noise.
const noise = 0.01;

function toneOfTrend(group: Group): "water" | "warn" | "crit" | "unknown" {
  const tone = toneOf(group.status);
  return tone === "warn" || tone === "crit" || tone === "unknown" ? tone : "water";
}

/** GroupTrend is a group's lag over the last hour as a line, and by how much it changes a second now. */
export function GroupTrend({ group, width = 60 }: { group: Group; width?: number }) {
  const t = useTranslations("groups");
  const format = useFormat();
  const { lagTrend, lagPerSecond } = group;
  if (group.lag === null) return <NoValue />;
  if (lagPerSecond === null && lagTrend.length === 0) return <Unknown reason={t("notSampled")} />;
  const change = lagPerSecond === null || Math.abs(lagPerSecond) < noise ? 0 : lagPerSecond;
  return (
    <span className={classes.trend}>
      <Sparkline
        points={lagTrend.map((lag, index) => [index, lag])}
        tone={toneOfTrend(group)}
        width={width}
        height={20}
      />
      <span className={change === 0 ? classes.calm : "hw-figure"}>{format.change(change)}</span>
    </span>
  );
}
