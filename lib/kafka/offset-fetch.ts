import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import { Cursor, writeString, writeUVarInt } from "./cursor.ts";
import type { TopicPartitions } from "./groups.ts";

/** Committed is a group's committed offset of one partition. `lag` is the broker's own count where it tells one (share groups acknowledge out of order), null where it follows from the offsets. */
export type Committed = { partition: number; offset: bigint; metadata: string | null; lag: bigint | null };

/** CommitsTold is one group of an OffsetFetch answer: its error code, and by topic what it has committed. */
export type CommitsTold = { groupId: string; errorCode: number; topics: ReadonlyMap<string, Committed[]> };

const noMember = Buffer.of(0, 0xff, 0xff, 0xff, 0xff);
const nothing = Buffer.alloc(0);

function encodeTopics(topics: TopicPartitions[] | null): Buffer {
  if (topics === null) return Buffer.of(0);
  const bytes = Buffer.allocUnsafe(
    8 + topics.reduce((sum, { topic, partitions }) => sum + 16 + 3 * topic.length + 4 * partitions.length, 0),
  );
  let at = writeUVarInt(bytes, topics.length + 1, 0);
  for (const { topic, partitions } of topics) {
    at = writeString(bytes, topic, at);
    at = writeUVarInt(bytes, partitions.length + 1, at);
    for (const partition of partitions) at = bytes.writeInt32BE(partition, at);
    bytes[at++] = 0;
  }
  return bytes.subarray(0, at);
}

// What a request for hundreds of groups asks of each is the same, and what it is told are tens of thousands of commits,
// or of partitions without one: encoded and decoded one by one they cost more than the rest of the answer.
function encode(member: Buffer, groupIds: string[], topics: TopicPartitions[] | null): Writer {
  const ofEach = Buffer.concat([member, encodeTopics(topics), Buffer.of(0)]);
  const bytes = Buffer.allocUnsafe(
    16 + groupIds.reduce((sum, groupId) => sum + 8 + 3 * groupId.length + ofEach.length, 0),
  );
  let at = writeUVarInt(bytes, groupIds.length + 1, 0);
  for (const groupId of groupIds) {
    at = writeString(bytes, groupId, at);
    at += ofEach.copy(bytes, at);
  }
  // Transactional commits that are still open are not waited for; and no tags.
  bytes.writeInt16BE(0, at);
  return Writer.create().append(bytes.subarray(0, at + 2));
}

// -1 is "none"; some clients have committed -2, which is none as well.
function readPartition(cursor: Cursor): Committed | null {
  const { bytes, view, at } = cursor;
  cursor.at += 16;
  const metadata = cursor.string() || null;
  const errorCode = cursor.int16();
  cursor.skipTags();
  if (errorCode !== 0 || bytes.readInt32BE(at + 4) < 0) return null;
  return { partition: bytes.readInt32BE(at), offset: view.getBigInt64(at + 4), metadata, lag: null };
}

function readTopic(cursor: Cursor): { topic: string; committed: Committed[] } {
  const topic = cursor.string();
  // Coordinators tell partitions in any order.
  const byPartition: Committed[] = [];
  for (let count = cursor.uVarInt() - 1; count > 0; count--) {
    const partition = readPartition(cursor);
    if (partition) byPartition[partition.partition] = partition;
  }
  cursor.skipTags();
  return { topic, committed: byPartition.length > 0 ? byPartition.filter(Boolean) : byPartition };
}

// Most groups have committed on few topics; asked for one alone, hundreds have on none.
const none: ReadonlyMap<string, Committed[]> = new Map();

function readGroup(cursor: Cursor): CommitsTold {
  const groupId = cursor.string();
  let topics: Map<string, Committed[]> | null = null;
  for (let count = cursor.uVarInt() - 1; count > 0; count--) {
    const { topic, committed } = readTopic(cursor);
    if (committed.length > 0) (topics ??= new Map()).set(topic, committed);
  }
  const errorCode = cursor.int16();
  cursor.skipTags();
  return { groupId, errorCode, topics: topics ?? none };
}

/** decodeOffsetFetch reads the body of an answer, from the reader's position. Partitions without a commit, or with an error, are left out; topics without any too. */
export function decodeOffsetFetch(
  _correlationId: number,
  _apiKey: number,
  _apiVersion: number,
  reader: Reader,
): CommitsTold[] {
  const cursor = new Cursor(reader.buffer.buffer, reader.position + 4);
  return cursor.array(() => readGroup(cursor));
}

/** encodeOffsetFetchV9 writes the body of a request: the same partitions of every group, null = all that it has committed on. */
export function encodeOffsetFetchV9(groupIds: string[], topics: TopicPartitions[] | null): Writer {
  return encode(noMember, groupIds, topics);
}

/** encodeOffsetFetchV8 does so for version 8, which knows no members. */
export function encodeOffsetFetchV8(groupIds: string[], topics: TopicPartitions[] | null): Writer {
  return encode(nothing, groupIds, topics);
}

/** offsetFetchV9 is OffsetFetch (key 9, version 9, Kafka 3.5) built by hand: many groups, errors left in the answer. */
export const offsetFetchV9 = createAPI(9, 9, encodeOffsetFetchV9, decodeOffsetFetch);

/** offsetFetchV8 is its version 8 (KIP-709, Kafka 3.0). */
export const offsetFetchV8 = createAPI(9, 8, encodeOffsetFetchV8, decodeOffsetFetch);
