import type { ErrorCode } from "../api/problem.ts";
import { fetchCommitted, type CommittedOrError } from "../kafka/committed-offsets.ts";
import { fetchConfigs, type ConfigResource, type ConfigsOrError } from "../kafka/configs.ts";
import type { ClusterClient, Settled } from "../kafka/cluster-client.ts";
import { describeShareGroups, fetchShareStarts } from "../kafka/share-groups.ts";
import { describeStreamsGroups } from "../kafka/streams-groups.ts";
import {
  describeClassicGroups,
  describeConsumerGroups,
  listGroups,
  type DescribedOrError,
  type ListedGroup,
} from "../kafka/groups.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { LogDirInfo, ReplicaSize } from "../kafka/describe-log-dirs.ts";
import { fetchLogDirs } from "../kafka/log-dirs.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { fetchOffsets, groupByLeader, type OffsetKind, type OffsetOrError } from "../kafka/offsets.ts";

/** TopicOffsets are log start offset and high watermark of each partition, by its number. */
export type TopicOffsets = { start: OffsetOrError[]; end: OffsetOrError[] };

/** ReplicaOnBroker is the log of one replica. */
export type ReplicaOnBroker = { brokerId: number; sizeBytes: bigint; offsetLag: bigint };

/** TopicSizes are the replicas of each partition, by its number; `silent` are the brokers that did not tell theirs. */
export type TopicSizes = { replicas: ReplicaOnBroker[][]; silent: { brokerId: number; code: ErrorCode }[] };

/** GroupListing is all groups, those told at `at` (ms since the epoch) and those kept from before, by when they were last told, and the brokers that did not tell theirs. */
export type GroupListing = {
  groups: Map<string, ListedGroup>;
  at: number;
  keptFrom: Map<string, number>;
  silent: { brokerId: number; error: KafkaError }[];
};

/** StableOffset is a partition's last stable offset while a transaction is open there; `open` false: it is the high watermark itself. */
export type StableOffset = { open: true; offset: bigint } | { open: false };

/** StableOrError is it, or the code of why it is not known. */
export type StableOrError = StableOffset | { error: ErrorCode };

/** listedTopicConfigs are the settings that a list of topics shows or judges by. */
export const listedTopicConfigs = ["cleanup.policy", "retention.ms", "retention.bytes", "min.insync.replicas"];

// When no broker at all answers, the last good values are worth more than "unknown" everywhere.
function throwWhenAllSilent<T>(answers: Settled<T>[]): void {
  const failures = answers.filter((answer) => "error" in answer);
  if (answers.length > 0 && failures.length === answers.length) throw (failures[0] as { error: KafkaError }).error;
}

function throwWhenNoneKnown(offsets: Map<string, OffsetOrError[]>): void {
  const all = [...offsets.values()].flat();
  const silent = (offset: OffsetOrError) =>
    "error" in offset && (offset.error === "UNREACHABLE" || offset.error === "TIMEOUT");
  if (all.length > 0 && all.every(silent)) throw new KafkaError("UNREACHABLE", "No broker told its offsets.");
}

/** readOffsets reads start and end of topics, in two requests a broker side by side. */
export async function readOffsets(client: ClusterClient, topics: TopicMetadata[]): Promise<Map<string, TopicOffsets>> {
  const leaders = groupByLeader(topics);
  const [start, end] = await Promise.all([
    fetchOffsets(client, topics, "start", leaders),
    fetchOffsets(client, topics, "end", leaders),
  ]);
  throwWhenNoneKnown(end);
  return new Map(topics.map(({ name }) => [name, { start: start.get(name)!, end: end.get(name)! }]));
}

function toStable(end: OffsetOrError, stable: OffsetOrError): StableOrError {
  if ("error" in end) return { error: end.error };
  if ("error" in stable) return { error: stable.error };
  return stable.offset < end.offset ? { open: true, offset: stable.offset } : { open: false };
}

/** readStableOffsets tells of each partition whether a transaction is open. `ends` must have been asked before, or over the same connections, which a broker serves in order: so a partition that is being written to does not look like one with an open transaction. */
export async function readStableOffsets(
  client: ClusterClient,
  topics: TopicMetadata[],
  ends: Promise<Map<string, TopicOffsets>>,
): Promise<Map<string, StableOrError[]>> {
  const [stables, offsets] = await Promise.all([fetchOffsets(client, topics, "stable"), ends]);
  return new Map(
    topics.map(({ name }) => {
      const stable = stables.get(name)!;
      return [name, offsets.get(name)?.end.map((end, partition) => toStable(end, stable[partition]!)) ?? []];
    }),
  );
}

/** readOffsetsAt reads one kind of offset of topics. */
export async function readOffsetsAt(
  client: ClusterClient,
  topics: TopicMetadata[],
  kind: OffsetKind,
): Promise<Map<string, OffsetOrError[]>> {
  const found = await fetchOffsets(client, topics, kind);
  throwWhenNoneKnown(found);
  return found;
}

const fewestTopicsPerConfigRequest = 15;
const mostTopicsPerConfigRequest = 250;

/** readTopicConfigs reads settings of topics, spread over the brokers when there are many. */
export async function readTopicConfigs(
  client: ClusterClient,
  topics: string[],
  keys: string[],
): Promise<Map<string, ConfigsOrError>> {
  const wanted = topics.map((name): ConfigResource => ({ kind: "topic", name }));
  const share = Math.ceil(wanted.length / Math.max(1, client.brokerIds.length));
  const topicsPerConfigRequest = Math.min(mostTopicsPerConfigRequest, Math.max(fewestTopicsPerConfigRequest, share));
  const chunks = Array.from({ length: Math.ceil(wanted.length / topicsPerConfigRequest) }, (_, index) =>
    wanted.slice(index * topicsPerConfigRequest, (index + 1) * topicsPerConfigRequest),
  );
  const answers = await Promise.all(
    chunks.map((chunk, index) => {
      const at = client.brokerIds[index % client.brokerIds.length];
      const spread = chunks.length > 1 && at !== undefined;
      if (!spread) return fetchConfigs(client, chunk, { keys });
      return fetchConfigs(client, chunk, { keys, at }).catch(() => fetchConfigs(client, chunk, { keys }));
    }),
  );
  return new Map(answers.flatMap((answer) => [...answer]));
}

/** fetchSizes reads the logs of some topics on every broker, one request each. */
export async function fetchSizes(client: ClusterClient, topics: TopicMetadata[]): Promise<Map<string, TopicSizes>> {
  const asked = topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map(({ partition }) => partition),
  }));
  return toSizes(topics, await fetchLogDirs(client, client.brokerIds, asked));
}

/** toSizes finds the logs of topics in what brokers told of their log directories. Throws when none of them told. */
export function toSizes(topics: TopicMetadata[], answers: Settled<LogDirInfo[]>[]): Map<string, TopicSizes> {
  throwWhenAllSilent(answers);
  const silent = answers
    .filter((answer) => "error" in answer)
    .map(({ brokerId, error }) => ({ brokerId, code: error.code }));
  const sizes = new Map(
    topics.map(({ name, partitions }): [string, TopicSizes] => [name, { replicas: partitions.map(() => []), silent }]),
  );
  for (const answer of answers) {
    if ("error" in answer) continue;
    for (const { replicas } of answer.value) putReplicas(sizes, answer.brokerId, replicas);
  }
  return sizes;
}

function putReplicas(sizes: Map<string, TopicSizes>, brokerId: number, replicas: ReplicaSize[]): void {
  for (const { topic, partition, sizeBytes, offsetLag, future } of replicas) {
    if (!future) sizes.get(topic)?.replicas[partition]?.push({ brokerId, sizeBytes, offsetLag });
  }
}

/** readBrokerLogDirs reads whole log directories of brokers. */
export async function readBrokerLogDirs(
  client: ClusterClient,
  brokerIds: string[],
): Promise<Map<string, Settled<LogDirInfo[]>>> {
  const answers = await fetchLogDirs(client, brokerIds.map(Number), null);
  return new Map(answers.map((answer) => [String(answer.brokerId), answer]));
}

const keptForMs = 30_000;

// The groups of a coordinator that does not answer are still there, and those of one that has just left are on their way
// to another: until a broker tells of them they are listed as before, their state not known.
function keptOf(previous: GroupListing | null, living: Set<number>, silent: Set<number>, now: number): ListedGroup[] {
  if (!previous) return [];
  const left = ({ groupId, coordinator }: ListedGroup) =>
    !living.has(coordinator) && now - toldAt(previous, groupId) < keptForMs;
  return [...previous.groups.values()]
    .filter((group) => silent.has(group.coordinator) || left(group))
    .map((group) => ({ ...group, state: null }));
}

function toldAt({ at, keptFrom }: GroupListing, groupId: string): number {
  return keptFrom.get(groupId) ?? at;
}

/** readGroupListing lists all groups; the brokers known from before are asked while the newest ones are looked up, those that are new after it. Those of a broker that does not tell, or has just left, are taken from the listing before. */
export async function readGroupListing(
  client: ClusterClient,
  liveBrokers: Promise<number[]>,
  previous: GroupListing | null,
): Promise<GroupListing> {
  const now = Date.now();
  const known = client.brokerIds;
  const early = listGroups(client, known);
  const living = await liveBrokers;
  const late = listGroups(
    client,
    living.filter((brokerId) => !known.includes(brokerId)),
  );
  const answers = [...(await early), ...(await late)].filter(({ brokerId }) => living.includes(brokerId));
  throwWhenAllSilent(answers);
  const silent = answers.filter((answer) => "error" in answer).map(({ brokerId, error }) => ({ brokerId, error }));
  const kept = keptOf(previous, new Set(living), new Set(silent.map(({ brokerId }) => brokerId)), now);
  const groups = new Map(kept.map((group) => [group.groupId, group]));
  const keptFrom = new Map(kept.map(({ groupId }) => [groupId, toldAt(previous!, groupId)]));
  for (const answer of answers) {
    if (!("value" in answer)) continue;
    for (const group of answer.value) {
      groups.set(group.groupId, group);
      keptFrom.delete(group.groupId);
    }
  }
  return { groups, at: now, keptFrom, silent };
}

/** readCommittedOn reads what groups have committed on one topic alone, one request a coordinator. By group id. */
export async function readCommittedOn(
  client: ClusterClient,
  listing: GroupListing,
  topic: TopicMetadata,
): Promise<Map<string, CommittedOrError>> {
  const only = [{ topic: topic.name, partitions: topic.partitions.map(({ partition }) => partition) }];
  return atCoordinators(client, [...listing.groups.values()], (at, coordinator, ids) =>
    fetchCommitted(at, coordinator, ids, only),
  );
}

type PerGroup<T> = Map<string, T | { error: KafkaError }>;

type PerCoordinator<T> = (client: ClusterClient, coordinator: number, groupIds: string[]) => Promise<PerGroup<T>>;

async function atCoordinators<T>(
  client: ClusterClient,
  groups: ListedGroup[],
  ask: PerCoordinator<T>,
): Promise<PerGroup<T>> {
  const byCoordinator = Map.groupBy(groups, ({ coordinator }) => coordinator);
  const answers = await client.eachBroker([...byCoordinator.keys()], (coordinator) =>
    ask(
      client,
      coordinator,
      byCoordinator.get(coordinator)!.map(({ groupId }) => groupId),
    ),
  );
  const told: PerGroup<T> = new Map();
  for (const answer of answers) {
    if ("value" in answer) putAll(told, answer.value);
    else for (const { groupId } of byCoordinator.get(answer.brokerId)!) told.set(groupId, { error: answer.error });
  }
  return told;
}

function putAll<V>(into: Map<string, V>, more: Map<string, V>): void {
  for (const [key, value] of more) into.set(key, value);
}

function errorIn(read: unknown): KafkaError | null {
  return typeof read === "object" && read !== null && "error" in read ? (read.error as KafkaError) : null;
}

function gather<T>(answers: PerGroup<T>[]): PerGroup<T> {
  const [all = new Map() as PerGroup<T>, ...more] = answers;
  for (const answer of more) putAll(all, answer);
  let failure: KafkaError | null = null;
  for (const read of all.values()) {
    failure = errorIn(read);
    if (failure?.code !== "UNREACHABLE" && failure?.code !== "TIMEOUT") return all;
  }
  if (failure) throw failure;
  return all;
}

function describerOf(type: string | null): PerCoordinator<DescribedOrError> {
  if (type === "consumer") return describeConsumerGroups;
  if (type === "share") return describeShareGroups;
  return type === "streams" ? describeStreamsGroups : describeClassicGroups;
}

/** readDescriptions describes groups at their coordinators, one request a broker and type. */
export async function readDescriptions(
  client: ClusterClient,
  listing: GroupListing,
  groupIds: string[],
): Promise<Map<string, DescribedOrError>> {
  const groups = groupIds.map((groupId) => listing.groups.get(groupId)).filter((group) => group !== undefined);
  const byType = Map.groupBy(groups, ({ type }) => type?.toLowerCase() ?? null);
  const answers = await Promise.all(
    [...byType].map(([type, members]) => atCoordinators(client, members, describerOf(type))),
  );
  return gather(answers);
}

/** readCommitted reads the committed offsets of groups (of share groups the start offsets) at their coordinators, one request a broker. */
export async function readCommitted(
  client: ClusterClient,
  listing: GroupListing,
  groupIds: string[],
): Promise<Map<string, CommittedOrError>> {
  const groups = groupIds.map((groupId) => listing.groups.get(groupId)).filter((group) => group !== undefined);
  const isShare = ({ type }: ListedGroup) => type?.toLowerCase() === "share";
  const answers = await Promise.all([
    atCoordinators(
      client,
      groups.filter((group) => !isShare(group)),
      fetchCommitted,
    ),
    atCoordinators(client, groups.filter(isShare), fetchShareStarts),
  ]);
  return gather(answers);
}
