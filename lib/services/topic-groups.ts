import "server-only";
import type { TopicGroup, TopicGroupList, TopicGroupListQuery } from "../api/groups.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { summarizeLag } from "../domain/lag.ts";
import { readListing, readTopicBase, startReading } from "./base.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import {
  describedOf,
  foreseeReaders,
  gatherReadersOf,
  type GroupPartitionFacts,
  type GroupRead,
  partitionsOfAll,
  readsTopic,
} from "./group-facts.ts";
import { type IsAtMost, type Samples, toGroup } from "./group-row.ts";
import { readAtMost } from "./groups.ts";
import { groupSamplesOn } from "./group-samples.ts";
import { topicOf } from "./topics.ts";

function toRow(read: GroupRead, partitions: GroupPartitionFacts[], isAtMost: IsAtMost, samples: Samples): TopicGroup {
  const { group } = toGroup(read, partitions, isAtMost, samples);
  const sum = summarizeLag(partitions);
  return {
    groupId: group.groupId,
    type: group.type,
    state: group.state,
    status: group.status,
    members: describedOf(read)?.members.length ?? null,
    partitions: sum.partitions,
    lag: sum.lag?.toString() ?? null,
    lagAtMost: group.lagAtMost,
    lost: sum.lost.toString(),
    partitionsWithoutCommit: sum.withoutCommit,
    unknownPartitions: sum.unknown,
  };
}

function sortKeyOf(field: string, row: TopicGroup): SortKey {
  if (field === "lag") return row.lag === null ? null : BigInt(row.lag);
  return (row[field as keyof TopicGroup] ?? null) as SortKey;
}

/** listTopicGroups answers `GET topics/{topic}/groups`: the groups that have committed on the topic or own partitions of it, each with its figures on that topic alone. */
export async function listTopicGroups(
  clusterId: string,
  name: string,
  query: TopicGroupListQuery,
  freshness?: Freshness,
): Promise<TopicGroupList> {
  return keepAnswer(clusterId, ["listTopicGroups", name, query], freshness, (within) =>
    readListTopicGroups(clusterId, name, query, within),
  );
}

async function readListTopicGroups(
  clusterId: string,
  name: string,
  query: TopicGroupListQuery,
  freshness: Freshness,
): Promise<TopicGroupList> {
  foreseeReaders(startReading(clusterId, freshness), name);
  const base = await readTopicBase(clusterId, name, freshness, { groups: true });
  const listing = await readListing(base);
  topicOf(base, name);
  const { state, evidence, freshness: within } = base;
  const [groups, offsets, isAtMost] = await Promise.all([
    gatherReadersOf(base, listing, name),
    state.offsets.get([name], within.notBefore),
    readAtMost(base, [name]),
  ]);
  const known = {
    offsets: evidence.values(offsets, () => "offsets"),
    stable: null,
    exists: (topic: string) => base.metadata.topics.has(topic),
  };
  const onlyHere: IsAtMost = (topic) => topic === name && isAtMost(topic);
  const wanted = query.search.trim().toLowerCase();
  const readers = [...groups.values()].filter(
    (read) => readsTopic(read, name) && read.listed.groupId.toLowerCase().includes(wanted),
  );
  const partitions = await partitionsOfAll(
    base,
    readers.map((read) => ({ read, topics: [name] })),
    known,
  );
  const samples = groupSamplesOn(state, name);
  const rows = readers.map((read, index) => toRow(read, partitions[index]!, onlyHere, samples));
  const sorted = sortBy(
    rows,
    (row) => sortKeyOf(query.sort.replace("-", ""), row),
    query.sort.startsWith("-"),
    ({ groupId }) => groupId,
  );
  return { ...base.evidence.answer(), ...paginate(sorted, query.page, query.pageSize) };
}
