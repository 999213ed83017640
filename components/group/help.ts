import type { Reason } from "@/lib/api/common.ts";
import type { GroupDetail } from "@/lib/api/groups.ts";

/** HelpCode is what mends a group, in the catalogue's words. */
export type HelpCode =
  | "keep-longer"
  | "reset-offsets"
  | "start-members"
  | "read-again"
  | "wait-for-commit"
  | "watch-lag"
  | "gain-time"
  | "read-faster"
  | "look-at-members";

const helpByReason: Record<string, HelpCode> = {
  LOST_RECORDS: "keep-longer",
  STOPPED: "start-members",
  BEYOND_END: "reset-offsets",
  OFFSETS_UNKNOWN: "read-again",
  NO_COMMIT: "wait-for-commit",
  BEHIND: "watch-lag",
  AT_RISK: "gain-time",
  STALLED: "look-at-members",
  FALLING_BEHIND: "read-faster",
};

// Offsets are reset while no member runs, so that comes before the start.
const order: HelpCode[] = [
  "reset-offsets",
  "start-members",
  "look-at-members",
  "keep-longer",
  "gain-time",
  "read-faster",
  "read-again",
  "wait-for-commit",
  "watch-lag",
];

/** reasonsToTell leaves out what another reason already says: records that wait, when nobody is there to read them. */
export function reasonsToTell(reasons: readonly Reason[]): Reason[] {
  const stopped = reasons.some(({ code }) => code === "STOPPED");
  return reasons.filter(({ code }) => !(stopped && code === "BEHIND"));
}

/** mostLost is the topic of which most records were deleted before the group read them; null when none was. */
export function mostLost(topics: GroupDetail["topics"]): string | null {
  const lost = topics.filter((topic) => BigInt(topic.lost) > 0n);
  return lost.toSorted((a, b) => (BigInt(b.lost) > BigInt(a.lost) ? 1 : -1))[0]?.topic ?? null;
}

/** helpOf says what helps a group, in the order to do it; `more` is what its history adds. A group with something to mend is not told to watch its lag, and a share group never commits. */
export function helpOf(
  { group, reasons }: Pick<GroupDetail, "group" | "reasons">,
  more: readonly HelpCode[] = [],
): HelpCode[] {
  const unread = group.unknown["lag"] === undefined ? [] : ["OFFSETS_UNKNOWN"];
  const told = [...unread, ...reasonsToTell(reasons).map(({ code }) => code)];
  const codes = new Set([...told.map((code) => helpByReason[code]), ...more]);
  // Who loses records already is told to keep them longer.
  if (codes.has("keep-longer")) codes.delete("gain-time");
  const mends = codes.has("keep-longer") || codes.has("start-members") || codes.has("reset-offsets");
  if (mends || more.length > 0 || codes.has("read-again")) codes.delete("watch-lag");
  if (mends || group.type === "share" || group.lag !== null) codes.delete("wait-for-commit");
  return order.filter((code) => codes.has(code));
}
