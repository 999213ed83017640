import type { Reason } from "@/lib/api/common.ts";
import { reasonsToTell } from "./help.ts";
import type { OutlookReason } from "./outlook-reasons.ts";

// What the range on the page tells reaches further back than the minutes that decide the status.
const saidByHistory: Record<string, OutlookReason["code"]> = {
  AT_RISK: "LOSS_AHEAD",
  FALLING_BEHIND: "NOT_FALLEN",
  WENT_BACK: "WENT_BACK",
};

/** reasonsTogether leaves out what the reasons of the status and those of the history would say twice: the history's words reach further back, except of commits that stand still. `none`: the status has no reason at all, not only none that is left. */
export function reasonsTogether(
  reasons: readonly Reason[],
  more: readonly OutlookReason[],
): { reasons: Reason[]; more: OutlookReason[]; none: boolean } {
  const stalled = reasons.some(({ code }) => code === "STALLED");
  const left = more.filter(({ code }) => !(stalled && code === "NOT_FALLEN"));
  const said = new Set(left.map(({ code }) => code));
  const unsaid = reasonsToTell(reasons).filter(({ code }) => !said.has(saidByHistory[code]!));
  return { reasons: unsaid, more: left, none: reasons.length === 0 };
}
