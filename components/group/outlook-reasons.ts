import { Severity } from "@/lib/api/common.ts";
import type { GroupHistory, PartitionOutlook } from "@/lib/api/history.ts";
import type { HelpCode } from "./help.ts";
import { firstLost, lossTone, stubbornMs } from "./outlook-tone.ts";

const WORTH_TELLING_MS = 7 * 86_400_000;
const HOT_TIMES_MEAN = 3;
const HOT_SHARE = 0.1;
const order = Severity.options;

/** OutlookReason is something that the history says of a group's status, with its figures. */
export type OutlookReason =
  | { code: "LOSS_AHEAD"; tone: Severity; ms: number; partition: PartitionOutlook }
  | { code: "NOT_FALLEN"; tone: Severity; ms: number; reads: boolean }
  | { code: "ONE_PARTITION"; tone: Severity; share: number; partition: PartitionOutlook }
  | { code: "WENT_BACK"; tone: Severity; times: number; at: number }
  | { code: "ONLY_FORWARD"; tone: Severity; ms: number };

type Answer = Pick<GroupHistory, "series" | "outlook" | "partitions" | "events" | "from" | "to" | "since">;

function lossAhead({ partitions }: Answer): OutlookReason[] {
  const partition = firstLost(partitions);
  if (!partition || !("ms" in partition.loss)) return [];
  const { ms } = partition.loss;
  // What is already lost is told by the group's status.
  if (ms <= 0 || ms > WORTH_TELLING_MS) return [];
  const tone = lossTone(partition.loss);
  return [{ code: "LOSS_AHEAD", tone: tone === "calm" ? "info" : tone, ms, partition }];
}

function onePartition({ partitions }: Answer): OutlookReason[] {
  const known = partitions.flatMap((partition) =>
    partition.lag === null ? [] : [{ partition, lag: Number(partition.lag) }],
  );
  const total = known.reduce((sum, { lag }) => sum + lag, 0);
  const most = known.toSorted((a, b) => b.lag - a.lag)[0];
  if (!most || total === 0) return [];
  const share = most.lag / total;
  const hot = share > HOT_SHARE && share * known.length > HOT_TIMES_MEAN;
  return hot ? [{ code: "ONE_PARTITION", tone: "warn", share, partition: most.partition }] : [];
}

function movement({ events, from, to, since, outlook }: Answer): OutlookReason[] {
  const back = events.filter(({ code }) => code === "commit-back");
  const newest = back.at(-1);
  if (newest) return [{ code: "WENT_BACK", tone: "warn", times: back.length, at: newest.at }];
  if (since === null || !outlook.consumedPerSecond) return [];
  const ms = Date.parse(to) - Math.max(Date.parse(from), Date.parse(since));
  return [{ code: "ONLY_FORWARD", tone: "ok", ms }];
}

/** outlookReasons says what the history adds to why a group is as it is: a loss ahead, a lag that does not fall, one partition that holds it, commits that went back or did not; the worst first. */
export function outlookReasons(answer: Answer): OutlookReason[] {
  const ms = stubbornMs(answer);
  const reads = (answer.outlook.consumedPerSecond ?? 0) > 0;
  const stuck: OutlookReason[] = ms === null ? [] : [{ code: "NOT_FALLEN", tone: "warn", ms, reads }];
  const all = [...lossAhead(answer), ...stuck, ...(ms === null ? [] : onePartition(answer)), ...movement(answer)];
  return all.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
}

/** outlookHelp says what helps against these reasons, given how many members the group has. */
export function outlookHelp(reasons: readonly OutlookReason[], members: number | null): HelpCode[] {
  return reasons.flatMap((reason): HelpCode[] => {
    if (reason.code === "LOSS_AHEAD" && reason.tone !== "info") return ["gain-time"];
    if (reason.code !== "NOT_FALLEN" || !members) return [];
    return [reason.reads ? "read-faster" : "look-at-members"];
  });
}
