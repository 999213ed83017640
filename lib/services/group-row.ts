import type { Group, GroupStatus } from "../api/groups.ts";
import { GroupState, GroupType } from "../api/groups.ts";
import type { Reason } from "../api/common.ts";
import { assessGroup } from "../domain/group-health.ts";
import type { GroupProgress } from "../domain/group-progress.ts";
import { summarizeLag } from "../domain/lag.ts";
import type { KafkaError } from "../kafka/kafka-error.ts";
import type { ListedGroup } from "../kafka/groups.ts";
import type { GroupRates } from "./rates.ts";
import type { Since } from "./since.ts";
import { describedOf, type GroupPartitionFacts, type GroupRead, topicsOf } from "./group-facts.ts";

const shownTopics = 20;

/** groupTypeOf tells a listed group's type; brokers that tell none know the classic protocol only. */
export function groupTypeOf({ type }: ListedGroup): GroupType {
  return type === null || type === "" ? "classic" : (GroupType.safeParse(type.toLowerCase()).data ?? "unknown");
}

/** groupStateOf tells a group's state: the description's, which is newer, or the listing's. */
export function groupStateOf(group: Pick<GroupRead, "listed" | "described">): GroupState {
  const described = group.described && "state" in group.described ? group.described.state : null;
  return GroupState.safeParse(described ?? group.listed.state).data ?? "Unknown";
}

function errorOf(read: object | null): string | null {
  if (!read) return "UNREACHABLE";
  return "error" in read ? (read.error as KafkaError).code : null;
}

/** isAtMost tells whether a lag counts offsets that may hold no record for the reader: compacted away, or markers of transactions. */
export type IsAtMost = (topic: string) => boolean;

/** Samples is what samples tell of groups: their rates, their progress, and since when they have a status. */
export type Samples = {
  rates: (groupId: string) => GroupRates;
  progress: (groupId: string) => GroupProgress | null;
  since: (status: GroupStatus, groupId: string) => Since | null;
};

/** toGroup makes a group's row, and why its status is what it is. */
export function toGroup(
  group: GroupRead,
  partitions: GroupPartitionFacts[],
  isAtMost: IsAtMost,
  samples: Samples,
): { group: Group; reasons: Reason[] } {
  const topics = topicsOf(group);
  const described = describedOf(group);
  const state = groupStateOf(group);
  const sum = summarizeLag(partitions);
  const noCommits = errorOf(group.committed);
  const noMembers = errorOf(group.described);
  const { groupId } = group.listed;
  const progress = samples.progress(groupId);
  const { condition, reasons } = assessGroup({ state, members: described?.members.length ?? null, sum, progress });
  const told = noCommits === null;
  const since = told ? samples.since(condition, groupId) : null;
  return {
    group: {
      groupId,
      type: groupTypeOf(group.listed),
      state,
      status: told ? condition : "unknown",
      statusSince: since && new Date(since.at).toISOString(),
      statusSinceAtLeast: since?.atLeast ?? false,
      evidence: progress && { partitions: progress.partitions, judged: progress.judged, spanMs: progress.spanMs },
      coordinator: group.listed.coordinator,
      members: described?.members.length ?? null,
      topics: topics.slice(0, shownTopics),
      topicCount: told ? topics.length : null,
      partitions: told ? sum.partitions : null,
      lag: told ? (sum.lag?.toString() ?? null) : null,
      lagAtMost: topics.some(isAtMost),
      lost: told ? sum.lost.toString() : null,
      partitionsWithoutCommit: told ? sum.withoutCommit : null,
      unknownPartitions: sum.unknown,
      ...samples.rates(groupId),
      unknown: {
        ...(noCommits !== null && { lag: noCommits, lost: noCommits, partitionsWithoutCommit: noCommits }),
        ...(noMembers !== null && { members: noMembers }),
      },
    },
    reasons: told ? reasons.map(({ severity, code, values }) => ({ severity, code, values })) : [],
  };
}
