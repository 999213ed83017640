import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import type { CommittedOrError } from "./committed-offsets.ts";
import type { DescribedOrError, GroupMember, TopicPartitions } from "./groups.ts";
import type { Committed } from "./offset-fetch.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

type Answer<T> = { groups: Map<string, T> };

function readTopicPartitions(reader: Reader): TopicPartitions {
  reader.readUUID();
  const topic = reader.readString();
  return { topic, partitions: reader.readArray((inner) => inner.readInt32(), true, false).toSorted((a, b) => a - b) };
}

function readMember(reader: Reader): GroupMember {
  const memberId = reader.readString();
  const rack = reader.readNullableString();
  reader.readInt32();
  const clientId = reader.readString();
  const host = reader.readString();
  reader.readArray((inner) => inner.readString(), true, false);
  const assignments = reader.readArray(readTopicPartitions);
  reader.readTaggedFields();
  return { memberId, instanceId: null, clientId, host, rack, assignments, target: null };
}

function readGroup(reader: Reader): [string, DescribedOrError] {
  const errorCode = reader.readInt16();
  const errorMessage = reader.readNullableString();
  const groupId = reader.readString();
  const state = reader.readString();
  reader.readInt32();
  reader.readInt32();
  const protocol = reader.readString() || null;
  const members = reader.readArray(readMember);
  reader.readInt32();
  return [groupId, errorCode === 0 ? { state, protocol, members } : { error: protocolError(errorCode, errorMessage) }];
}

const shareGroupDescribe = createAPI<[string[]], Answer<DescribedOrError>>(
  77,
  1,
  (groupIds: string[]) =>
    Writer.create()
      .appendArray(groupIds, (writer, groupId) => writer.appendString(groupId), true, false)
      .appendBoolean(false)
      .appendTaggedFields(),
  (_correlationId, _key, _version, reader) => {
    reader.readInt32();
    return { groups: new Map(reader.readArray(readGroup)) };
  },
);

/** describeShareGroups describes share groups (ShareGroupDescribe v1, KIP-932) at their coordinator. Members share partitions: one may be in several assignments. */
export async function describeShareGroups(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
): Promise<Map<string, DescribedOrError>> {
  return (await client.raw(coordinator, [attempt(shareGroupDescribe, groupIds)])).groups;
}

function readStart(reader: Reader): Committed | null {
  const partition = reader.readInt32();
  const offset = reader.readInt64();
  reader.readInt32();
  const lag = reader.readInt64();
  const errorCode = reader.readInt16();
  reader.readNullableString();
  return errorCode === 0 && offset >= 0n ? { partition, offset, metadata: null, lag: lag >= 0n ? lag : null } : null;
}

function readTopicStarts(reader: Reader): [string, Committed[]] {
  const topic = reader.readString();
  reader.readUUID();
  const starts = reader.readArray(readStart).filter((start) => start !== null);
  return [topic, starts.toSorted((a, b) => a.partition - b.partition)];
}

function readGroupStarts(reader: Reader): [string, CommittedOrError] {
  const groupId = reader.readString();
  const topics = reader.readArray(readTopicStarts).filter(([, starts]) => starts.length > 0);
  const errorCode = reader.readInt16();
  const errorMessage = reader.readNullableString();
  return [groupId, errorCode === 0 ? { topics: new Map(topics) } : { error: protocolError(errorCode, errorMessage) }];
}

const describeShareGroupOffsets = createAPI<[string[]], Answer<CommittedOrError>>(
  90,
  1,
  (groupIds: string[]) =>
    Writer.create()
      .appendArray(groupIds, (writer, groupId) => writer.appendString(groupId).appendArray(null, () => undefined))
      .appendTaggedFields(),
  (_correlationId, _key, _version, reader) => {
    reader.readInt32();
    return { groups: new Map(reader.readArray(readGroupStarts)) };
  },
);

/** fetchShareStarts reads the start offset of each share-partition (below it all is acknowledged) and its lag as the broker counts it (DescribeShareGroupOffsets v1, KIP-1226). The coordinator asks the leaders of the share state for it: the first time, and after one of them was lost, that takes longer than two seconds. */
export async function fetchShareStarts(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
): Promise<Map<string, CommittedOrError>> {
  return (await client.rawRelayed(coordinator, [attempt(describeShareGroupOffsets, groupIds)])).groups;
}
