import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import type { DescribedOrError, GroupMember, TopicPartitions } from "./groups.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** Sources are the topics that a subtopology reads: its tasks own one partition of each. */
type Sources = Map<string, string[]>;
type Tasks = { subtopology: string; partitions: number[] }[];

const strings = (reader: Reader) => reader.readArray((inner) => inner.readString(), true, false);
const numbers = (reader: Reader) => reader.readArray((inner) => inner.readInt32(), true, false);

function readKeyValue(reader: Reader): void {
  reader.readString();
  reader.readString();
}

function readTopicInfo(reader: Reader): string {
  const name = reader.readString();
  reader.readInt32();
  reader.readInt16();
  reader.readArray(readKeyValue);
  return name;
}

function readSubtopology(reader: Reader): [string, string[]] {
  const id = reader.readString();
  const sources = strings(reader);
  strings(reader);
  reader.readArray(readTopicInfo);
  const repartitioned = reader.readArray(readTopicInfo);
  return [id, [...sources, ...repartitioned]];
}

// A nullable struct is one byte, -1 for null, before its fields (KIP-893).
function readNullable<T>(reader: Reader, read: (reader: Reader) => T): T | null {
  if (reader.readInt8() < 0) return null;
  const value = read(reader);
  reader.readTaggedFields();
  return value;
}

function readTopology(reader: Reader): Sources {
  reader.readInt32();
  return new Map(reader.readNullableArray(readSubtopology) ?? []);
}

function readEndpoint(reader: Reader): void {
  reader.readString();
  reader.readUnsignedInt16();
}

function readTaskOffset(reader: Reader): void {
  reader.readString();
  reader.readInt32();
  reader.readInt64();
}

const readTasks = (reader: Reader): Tasks =>
  reader.readArray((inner) => ({ subtopology: inner.readString(), partitions: numbers(inner) }));

function readAssignment(reader: Reader): Tasks {
  const active = readTasks(reader);
  readTasks(reader);
  readTasks(reader);
  reader.readTaggedFields();
  return active;
}

function toTopicPartitions(tasks: Tasks, sources: Sources): TopicPartitions[] {
  const owned = new Map<string, number[]>();
  for (const { subtopology, partitions } of tasks) {
    for (const topic of sources.get(subtopology) ?? []) owned.set(topic, [...(owned.get(topic) ?? []), ...partitions]);
  }
  return [...owned].map(([topic, partitions]) => ({ topic, partitions: partitions.toSorted((a, b) => a - b) }));
}

function readMember(reader: Reader, sources: Sources): GroupMember {
  const memberId = reader.readString();
  reader.readInt32();
  const instanceId = reader.readNullableString();
  const rack = reader.readNullableString();
  const clientId = reader.readString();
  const host = reader.readString();
  reader.readInt32();
  reader.readString();
  readNullable(reader, readEndpoint);
  reader.readArray(readKeyValue);
  reader.readArray(readTaskOffset);
  reader.readArray(readTaskOffset);
  const assignments = toTopicPartitions(readAssignment(reader), sources);
  const target = toTopicPartitions(readAssignment(reader), sources);
  reader.readBoolean();
  return { memberId, instanceId, clientId, host, rack, assignments, target };
}

function readGroup(reader: Reader): [string, DescribedOrError] {
  const errorCode = reader.readInt16();
  const errorMessage = reader.readNullableString();
  const groupId = reader.readString();
  const state = reader.readString();
  reader.readInt32();
  reader.readInt32();
  const sources: Sources = readNullable(reader, readTopology) ?? new Map();
  const members = reader.readArray((inner) => readMember(inner, sources));
  reader.readInt32();
  return [
    groupId,
    errorCode === 0 ? { state, protocol: null, members } : { error: protocolError(errorCode, errorMessage) },
  ];
}

const streamsGroupDescribe = createAPI<[string[]], { groups: Map<string, DescribedOrError> }>(
  89,
  0,
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

/** describeStreamsGroups describes streams groups (StreamsGroupDescribe v0, KIP-1071) at their coordinator: a member's partitions are those of the source topics of its active tasks. */
export async function describeStreamsGroups(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
): Promise<Map<string, DescribedOrError>> {
  return (await client.raw(coordinator, [attempt(streamsGroupDescribe, groupIds)])).groups;
}
