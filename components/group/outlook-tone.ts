import type { Estimate, GroupHistory, Outlook } from "@/lib/api/history.ts";
import { assessTrend } from "@/lib/domain/outlook.ts";
import type { GapTone } from "@/components/charts/gap-tone.ts";
import { notFallenMs } from "./lag-trend.ts";

const DAY = 86_400_000;
const STUBBORN_MS = 5 * 60_000;

/** lossTone is how much a loss asks for a person: within a day now, within three soon, later not yet. */
export function lossTone(loss: Estimate): GapTone {
  if (!("ms" in loss) || loss.ms > 3 * DAY) return "calm";
  return loss.ms <= DAY ? "crit" : "warn";
}

/** lagPointsOf is the line of a group's lag. */
export function lagPointsOf({ series }: Pick<GroupHistory, "series">) {
  return series.find(({ measure }) => measure === "lag")?.points ?? [];
}

/** stubbornMs is for how long the lag has not fallen, when it also grows now and that has lasted for five minutes; else null. */
export function stubbornMs(history: Pick<GroupHistory, "series" | "outlook">): number | null {
  const { lag, lagPerSecond, producedPerSecond } = history.outlook;
  if (lag === null || lag === "0" || assessTrend(lagPerSecond, producedPerSecond) !== "rising") return null;
  const ms = notFallenMs(lagPointsOf(history));
  return ms >= STUBBORN_MS ? ms : null;
}

/** gapToneOf is the colour of what a group has not read: red when it is about to be deleted, amber while it grows and does not fall. */
export function gapToneOf(history: Pick<GroupHistory, "series" | "outlook">): GapTone {
  const tone = lossTone(history.outlook.loss);
  return tone === "calm" && stubbornMs(history) !== null ? "warn" : tone;
}

/** firstLost is the partition that loses unread records first; null when none is known to. */
export function firstLost<One extends Outlook>(partitions: readonly One[]): One | null {
  const timeOf = ({ loss }: One) => ("ms" in loss ? loss.ms : Number.POSITIVE_INFINITY);
  const first = partitions.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
  return first && "ms" in first.loss ? first : null;
}
