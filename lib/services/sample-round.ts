import "server-only";
import type { Settled } from "../kafka/cluster-client.ts";
import type { CommittedOrError } from "../kafka/committed-offsets.ts";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { LogDirInfo } from "../kafka/describe-log-dirs.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { makeCommitLayout, makeLayout, type Round, unknownOffsets } from "../history/round.ts";
import type { TopicOffsets } from "./cluster-reads.ts";
import { type ClusterState, whole } from "./cluster-state.ts";
import type { Fresh } from "./fresh-map.ts";
import { groupStateOf } from "./group-row.ts";

function putOffsets(round: Round, topics: Map<string, TopicMetadata>, offsets: Map<string, Fresh<TopicOffsets>>): void {
  for (const [name, place] of round.layout.topics) {
    const told = offsets.get(name);
    for (const { partition, leader } of topics.get(name)!.partitions) {
      round.leaders[place.at + partition] = leader ?? -1;
      // What could not be read anew is not a sample of this moment.
      if (!told || told.error !== null) continue;
      const [start, end] = [told.value.start[partition], told.value.end[partition]];
      if (start && "offset" in start) round.start[place.at + partition] = start.offset;
      if (end && "offset" in end) round.end[place.at + partition] = end.offset;
    }
  }
}

function sizesOf(round: Round, logDirs: Map<string, Fresh<Settled<LogDirInfo[]>>>): BigInt64Array {
  const sizes = unknownOffsets(round.layout.size);
  for (const [brokerId, { value, error }] of logDirs) {
    if (error !== null || !("value" in value)) continue;
    for (const { topic, partition, sizeBytes, future } of value.value.flatMap(({ replicas }) => replicas)) {
      const place = round.layout.topics.get(topic);
      if (!place || future || partition >= place.partitions) continue;
      if (round.leaders[place.at + partition] === Number(brokerId)) sizes[place.at + partition] = sizeBytes;
    }
  }
  return sizes;
}

type Commits = Map<string, Fresh<CommittedOrError>>;

function* committedTopics(groupIds: string[], commits: Commits): Generator<[string, Iterable<[string, number]>]> {
  for (const groupId of groupIds) {
    const read = commits.get(groupId)?.value;
    const topics = read && "topics" in read ? [...read.topics] : [];
    yield [groupId, topics.map(([topic, committed]): [string, number] => [topic, committed.at(-1)!.partition + 1])];
  }
}

function putCommits(round: Round, commits: Commits): void {
  for (const [groupId, topics] of round.commits.groups) {
    const read = commits.get(groupId);
    if (!read || read.error !== null || "error" in read.value) {
      round.unread.add(groupId);
      continue;
    }
    for (const [topic, place] of topics) {
      for (const { partition, offset } of read.value.topics.get(topic) ?? [])
        round.committed[place.at + partition] = offset;
    }
  }
}

// More groups than this are only described each minute, or when their state changes: a round stays cheap.
const mostDescribed = 200;

function toDescribe(states: Map<string, string>, before: Round | null, all: boolean): string[] {
  const filled = [...states].filter(([, state]) => state !== "Empty").map(([groupId]) => groupId);
  if (all || filled.length <= mostDescribed) return filled;
  return filled.filter((groupId) => states.get(groupId) !== before?.states.get(groupId)).slice(0, mostDescribed);
}

type Descriptions = Map<string, Fresh<DescribedOrError>>;

function membersOf(round: Round, described: Descriptions, before: Round | null): Round["members"] {
  const members: Round["members"] = new Map();
  for (const [groupId, state] of round.states) {
    const read = described.get(groupId);
    const known = before?.members.get(groupId);
    if (state === "Empty") members.set(groupId, new Map());
    else if (read && read.error === null && "members" in read.value && read.value.state !== "Dead")
      members.set(groupId, new Map(read.value.members.map(({ memberId, clientId }) => [memberId, clientId])));
    else if (known) members.set(groupId, known);
  }
  return members;
}

/** sampleRound reads one sample of a whole cluster, in the reads that pages share: offsets of all partitions, commits, states and members of all groups, with `sizes` the log directories too. Commits are read before the offsets, so none lies beyond an end that was only read earlier. Throws KafkaError when the cluster does not answer; a broker that does not leaves its part unknown. */
export async function sampleRound(state: ClusterState, before: Round | null, sizes: boolean): Promise<Round> {
  const notBefore = Date.now();
  const [metadata, listing] = await Promise.all([
    state.metadata.one(whole, notBefore),
    state.listing.one(whole, notBefore),
  ]);
  if (metadata.error !== null) throw metadata.error;
  if (listing.error !== null) throw listing.error;
  const { topics, brokers } = metadata.value;
  const groupIds = [...listing.value.groups.keys()];
  const states = new Map<string, string>(
    [...listing.value.groups].map(([groupId, listed]) => [groupId, groupStateOf({ listed, described: null })]),
  );
  const [{ found: commits }, { found: described }, { found: logDirs }] = await Promise.all([
    state.committed.get(groupIds, notBefore),
    state.descriptions.get(toDescribe(states, before, sizes), notBefore),
    state.brokerLogDirs.get(sizes ? brokers.map(({ brokerId }) => String(brokerId)) : [], notBefore),
  ]);
  const { found: offsets } = await state.offsets.get(topics.keys(), notBefore);
  const counts = [...topics.values()].map(({ name, partitions }): [string, number] => [name, partitions.length]);
  const layout = makeLayout(counts, before?.layout ?? null);
  const commitLayout = makeCommitLayout(committedTopics(groupIds, commits), before?.commits ?? null);
  const read = [...offsets.values()].filter(({ error }) => error === null).map(({ at }) => at);
  const round: Round = {
    at: Math.round(read[0] ?? notBefore),
    layout,
    start: unknownOffsets(layout.size),
    end: unknownOffsets(layout.size),
    leaders: new Int32Array(layout.size).fill(-1),
    sizes: null,
    commits: commitLayout,
    committed: unknownOffsets(commitLayout.size),
    states,
    unread: new Set(),
    members: new Map(),
  };
  round.members = membersOf(round, described, before);
  putOffsets(round, topics, offsets);
  if (sizes) round.sizes = sizesOf(round, logDirs);
  putCommits(round, commits);
  return round;
}
