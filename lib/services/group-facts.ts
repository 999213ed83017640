import "server-only";
import { calculateLag, type PartitionLag } from "../domain/lag.ts";
import { known, type Known, unknown } from "../domain/known.ts";
import type { CommittedOrError } from "../kafka/committed-offsets.ts";
import type { DescribedGroup, DescribedOrError, GroupMember, ListedGroup } from "../kafka/groups.ts";
import type { Committed } from "../kafka/offset-fetch.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import type { Reading } from "./base.ts";
import { topicOfCommits, whole } from "./cluster-state.ts";
import type { GroupListing, StableOrError, TopicOffsets } from "./cluster-reads.ts";

/** GroupRead is what was read of a group: its listing, commits and description; an error where one could not be read. */
export type GroupRead = { listed: ListedGroup; committed: CommittedOrError | null; described: DescribedOrError | null };

/** foreseeTopics begins to read the metadata of the topics that groups had to do with when they were last read. */
export function foreseeTopics({ state, freshness }: Reading, groupIds: string[]): void {
  if (state.client.brokerIds.length === 0 || state.metadata.holds(whole, freshness.notBefore)) return;
  const topics = groupIds.flatMap((groupId) => {
    const listed = state.lastListing?.groups.get(groupId);
    const committed = state.committed.peek(groupId) ?? null;
    return listed ? topicsOf({ listed, committed, described: state.descriptions.peek(groupId) ?? null }) : [];
  });
  if (topics.length === 0) return;
  state.topicMetadata.begin(new Set([...topics, topicOfCommits]), freshness.notBefore);
  state.topicConfigs.begin(new Set(topics), freshness.notBefore);
}

/** foreseeAllGroups begins to read all groups where they were last, while their list is read. */
export function foreseeAllGroups({ state, freshness }: Reading): void {
  const groupIds = [...(state.lastListing?.groups.keys() ?? [])];
  state.committed.begin(groupIds, freshness.notBefore);
  state.descriptions.begin(groupIds, freshness.notBefore);
}

/** foreseeReaders begins to read the groups of one topic while the list of groups is read. */
export function foreseeReaders({ state, freshness }: Reading, topic: string): void {
  const groupIds = [...(state.lastListing?.groups.keys() ?? [])];
  if (groupIds.every((groupId) => state.committed.holds(groupId, freshness.notBefore))) return;
  state.listing.begin([whole], freshness.notBefore);
  if (!state.metadata.holds(whole, freshness.notBefore))
    state.topicMetadata.begin([topic, topicOfCommits], freshness.notBefore);
  state.committedOn.begin([topic], freshness.notBefore);
  state.descriptions.begin(groupIds, freshness.notBefore);
  state.offsets.begin([topic], freshness.notBefore);
  state.topicConfigs.begin([topic], freshness.notBefore);
}

/** gatherGroups reads commits and descriptions of groups, side by side. */
export async function gatherGroups(
  reading: Reading,
  listing: GroupListing,
  groupIds: string[],
): Promise<Map<string, GroupRead>> {
  const { state, evidence, freshness } = reading;
  foreseeTopics(reading, groupIds);
  const [committed, described] = await Promise.all([
    state.committed.get(groupIds, freshness.notBefore),
    state.descriptions.get(groupIds, freshness.notBefore),
  ]);
  const commits = evidence.values(committed, () => "committed offsets");
  const descriptions = evidence.values(described, () => "group members");
  return readsOf(listing, groupIds, commits, descriptions);
}

function readsOf(
  { groups }: GroupListing,
  groupIds: string[],
  commits: Map<string, CommittedOrError>,
  descriptions: Map<string, DescribedOrError>,
): Map<string, GroupRead> {
  const reads = new Map<string, GroupRead>();
  for (const groupId of groupIds) {
    const listed = groups.get(groupId);
    const committed = commits.get(groupId) ?? null;
    if (listed) reads.set(groupId, { listed, committed, described: descriptions.get(groupId) ?? null });
  }
  return reads;
}

/** gatherReadersOf reads commits and descriptions of all groups for what they have to do with one topic: their commits on other topics are left out, unless they are at hand. */
export async function gatherReadersOf(
  reading: Reading,
  listing: GroupListing,
  topic: string,
): Promise<Map<string, GroupRead>> {
  const { state, evidence, freshness } = reading;
  const groupIds = [...listing.groups.keys()];
  if (groupIds.every((groupId) => state.committed.holds(groupId, freshness.notBefore)))
    return gatherGroups(reading, listing, groupIds);
  const [committed, described] = await Promise.all([
    state.committedOn.one(topic, freshness.notBefore),
    state.descriptions.get(groupIds, freshness.notBefore),
  ]);
  const commits = evidence.take(committed, "committed offsets");
  const descriptions = evidence.values(described, () => "group members");
  return readsOf(listing, groupIds, commits, descriptions);
}

/** describedOf gives a group's description when it could be read. */
export function describedOf({ described }: GroupRead): DescribedGroup | null {
  return described && "members" in described ? described : null;
}

/** topicsOf are the topics that a group has committed on, or owns partitions of, in order. */
export function topicsOf(group: GroupRead): string[] {
  const committed = group.committed && "topics" in group.committed ? [...group.committed.topics.keys()] : [];
  const owned = describedOf(group)?.members.flatMap(({ assignments }) => assignments.map(({ topic }) => topic)) ?? [];
  return [...new Set([...committed, ...owned])].toSorted();
}

/** readsTopic tells whether a group has committed on a topic or owns partitions of it. */
export function readsTopic(group: GroupRead, topic: string): boolean {
  if (group.committed && "topics" in group.committed && group.committed.topics.has(topic)) return true;
  return (
    describedOf(group)?.members.some(({ assignments }) =>
      assignments.some((assignment) => assignment.topic === topic),
    ) ?? false
  );
}

/** GroupPartitionFacts is one partition of a group, computed. */
export type GroupPartitionFacts = PartitionLag & {
  topic: string;
  partition: number;
  owner: GroupMember | null;
  committed: bigint | null;
  metadata: string | null;
  start: Known<bigint>;
  end: Known<bigint>;
  stable: Known<bigint> | null;
};

function toKnown(offset: OffsetOrError | undefined, missing: string): Known<bigint> {
  if (!offset) return unknown(missing);
  return "error" in offset ? unknown(offset.error) : known(offset.offset);
}

function toStable(stable: StableOrError | undefined, end: Known<bigint>, missing: string): Known<bigint> {
  if (!stable) return unknown(missing);
  if ("error" in stable) return unknown(stable.error);
  return stable.open ? known(stable.offset) : end;
}

function ownersOf(group: GroupRead, topic: string): (GroupMember | undefined)[] {
  const owners: (GroupMember | undefined)[] = [];
  for (const member of describedOf(group)?.members ?? []) {
    for (const assignment of member.assignments) {
      if (assignment.topic === topic) for (const partition of assignment.partitions) owners[partition] = member;
    }
  }
  return owners;
}

// A share group acknowledges out of order: what lies above its start offset is not all unread, the broker counts it.
function withToldLag(lag: PartitionLag, told: bigint | null): PartitionLag {
  return told === null || lag.lag === null ? lag : { ...lag, lag: told };
}

/** OffsetsByTopic is what lag is worked out with; `exists` tells a topic whose offsets no broker told from one that is gone. `stable` is read for one group's page, not for lists. */
export type OffsetsByTopic = {
  offsets: Map<string, TopicOffsets>;
  stable: Map<string, StableOrError[]> | null;
  exists: (topic: string) => boolean;
};

/** partitionsOfAll works out the partitions of several groups, each on its topics. Where a commit lies beyond the end, the end may only be older than the commit: it is read again before anybody says so. */
export async function partitionsOfAll(
  reading: Reading,
  groups: { read: GroupRead; topics: string[] }[],
  facts: OffsetsByTopic,
): Promise<GroupPartitionFacts[][]> {
  const work = (by: OffsetsByTopic) =>
    groups.map(({ read, topics }) => topics.flatMap((topic) => partitionsOf(read, topic, by)));
  const first = work(facts);
  const doubtful = first.flatMap((partitions) =>
    partitions.filter(({ anomalies }) => anomalies.includes("beyond-end")),
  );
  if (doubtful.length === 0) return first;
  const newer = await reading.state.offsets.get(new Set(doubtful.map(({ topic }) => topic)), Date.now());
  const offsets = new Map([...facts.offsets, ...[...newer.found].map(([topic, { value }]) => [topic, value] as const)]);
  return work({ ...facts, offsets });
}

/** partitionsOf works out a group's partitions of one topic: those it has committed and those its members own; all of them when it has no members. */
export function partitionsOf(
  group: GroupRead,
  topic: string,
  { offsets, stable, exists }: OffsetsByTopic,
): GroupPartitionFacts[] {
  const committedOn = group.committed && "topics" in group.committed ? (group.committed.topics.get(topic) ?? []) : [];
  const commits: (Committed | undefined)[] = [];
  for (const commit of committedOn) commits[commit.partition] = commit;
  const owners = ownersOf(group, topic);
  const of = offsets.get(topic);
  const missing = !of && exists(topic) ? "UNREACHABLE" : "NOT_FOUND";
  // Nobody owns the partitions of a group without members: those it never committed would otherwise go unseen.
  const ownerless = describedOf(group)?.members.length === 0 ? (of?.end.length ?? 0) : 0;
  const count = Math.max(commits.length, owners.length, ownerless);
  const facts: GroupPartitionFacts[] = [];
  for (let partition = 0; partition < count; partition++) {
    const [commit, owner] = [commits[partition], owners[partition]];
    if (!commit && !owner && partition >= ownerless) continue;
    const start = toKnown(of?.start[partition], missing);
    const end = toKnown(of?.end[partition], missing);
    const stableOffset = stable ? toStable(stable.get(topic)?.[partition], end, missing) : null;
    const committed = commit?.offset ?? null;
    const worked = calculateLag({ committed, start, end, stable: stableOffset });
    const { lag, lost, anomalies } = withToldLag(worked, commit?.lag ?? null);
    facts.push({
      topic,
      partition,
      owner: owner ?? null,
      committed,
      metadata: commit?.metadata ?? null,
      start,
      end,
      stable: stableOffset,
      lag,
      lost,
      anomalies,
    });
  }
  return facts;
}
