import "server-only";
import { calculateTimeLag, findRise } from "../domain/time-lag.ts";
import { absentCount } from "../history/codec.ts";
import { rateOf, type Recent, trendOf } from "../history/recent.ts";
import { offsetIn, type Round } from "../history/round.ts";
import { historyIfAny } from "./cluster-history.ts";

const rateWindowMs = 60_000;
const velocityWindowMs = 5 * 60_000;
const trendPoints = 20;

/** TopicRates are a topic's records/s in the last minute, and over the last hour; null where it is not known. */
export type TopicRates = { producedPerSecond: number | null; producedTrend: (number | null)[] };

/** GroupRates are how long ago a group's furthest commit was the end (`lagMsAtLeast`: longer ago than anything sampled), by how much its lag changes a second, and its lag over the last hour; null where it is not known. */
export type GroupRates = {
  lagMs: number | null;
  lagMsAtLeast: boolean;
  lagPerSecond: number | null;
  lagTrend: (number | null)[];
};

const noTopicRates: TopicRates = { producedPerSecond: null, producedTrend: [] };
/** noGroupRates are the rates of a group while none is sampled, or where only a part of it is looked at. */
export const noGroupRates: GroupRates = { lagMs: null, lagMsAtLeast: false, lagPerSecond: null, lagTrend: [] };

/** topicRates gives the rates of a cluster's topics from what was sampled last; nothing is read. */
export function topicRates(clusterId: string): (topic: string) => TopicRates {
  const recent = historyIfAny(clusterId)?.recent;
  if (!recent?.newest) return () => noTopicRates;
  return (topic) => ({
    producedPerSecond: rateOf(recent, "topic", "produced", topic, rateWindowMs),
    producedTrend: trendOf(recent, "topic", "produced", topic, trendPoints),
  });
}

// The trails of a round serve every group that reads the topic, and every list until the next round.
const behindOf = new WeakMap<Round, Map<string, Pick<GroupRates, "lagMs" | "lagMsAtLeast">>>();

function calculateBehind(recent: Recent, round: Round, groupId: string): Pick<GroupRates, "lagMs" | "lagMsAtLeast"> {
  let worst: { ms: number; atLeast: boolean } | null = null;
  for (const [topic, place] of round.commits.groups.get(groupId) ?? []) {
    const log = round.layout.topics.get(topic);
    for (let partition = 0; partition < place.partitions; partition++) {
      const committed = offsetIn(round.committed, place, partition);
      const end = offsetIn(round.end, log, partition);
      if (committed === null || end === null) continue;
      const lag =
        committed >= end ? { ms: 0, atLeast: false } : timeLagOf(recent, topic, partition, committed, round.at);
      if (lag && (!worst || lag.ms > worst.ms)) worst = lag;
    }
  }
  return { lagMs: worst?.ms ?? null, lagMsAtLeast: worst?.atLeast ?? false };
}

function timeLagOf(recent: Recent, topic: string, partition: number, committed: bigint, now: number) {
  const trail = recent.trail(topic, partition);
  return calculateTimeLag(trail, committed, now, findRise(trail));
}

function velocityOf(recent: Recent, groupId: string): number | null {
  const since = (recent.newest?.at ?? 0) - velocityWindowMs;
  const lags = recent.totals
    .filter(({ at }) => at >= since)
    .flatMap(({ at, group }) => {
      const lag = group.get(groupId)?.[2];
      return lag === undefined || lag === absentCount || Number.isNaN(lag) ? [] : [{ at, lag }];
    });
  const [first, last] = [lags[0], lags.at(-1)];
  if (!first || !last || last.at - first.at < 20_000) return null;
  return ((last.lag - first.lag) * 1000) / (last.at - first.at);
}

/** groupRates gives the rates of a cluster's groups from what was sampled last; nothing is read. */
export function groupRates(clusterId: string): (groupId: string) => GroupRates {
  const recent = historyIfAny(clusterId)?.recent;
  const round = recent?.newest;
  if (!recent || !round) return () => noGroupRates;
  const known = behindOf.get(round) ?? new Map<string, Pick<GroupRates, "lagMs" | "lagMsAtLeast">>();
  behindOf.set(round, known);
  return (groupId) => {
    const behind = known.get(groupId) ?? calculateBehind(recent, round, groupId);
    known.set(groupId, behind);
    return {
      ...behind,
      lagPerSecond: velocityOf(recent, groupId),
      lagTrend: trendOf(recent, "group", "lag", groupId, trendPoints),
    };
  };
}
