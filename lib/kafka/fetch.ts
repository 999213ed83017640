import { type Connection, createAPI, type Reader, Writer } from "@platformatic/kafka";
import { Cursor } from "./cursor.ts";
import { discardOnceAll } from "./discard.ts";
import type { Attempt } from "./platformatic-brokers.ts";

/** FetchAsked is what to read of one partition: from which offset, and about how many bytes (a broker sends at least one whole batch of the first). */
export type FetchAsked = { partition: number; offset: bigint; maxBytes: number };

/** FetchRequest reads several partitions of one topic at their leader. `waitMs` is how long the broker may wait for a first byte; isolation 1 ends at the last stable offset and tells aborted transactions. */
export type FetchRequest = {
  topic: string;
  topicId: string;
  isolation: 0 | 1;
  waitMs: number;
  partitions: FetchAsked[];
};

/** AbortedTransaction is a transaction that was aborted: its producer, and its first offset in the partition. */
export type AbortedTransaction = { producerId: bigint; firstOffset: bigint };

/** Fetched is one partition of the answer. `records` are record batches as they lie in the log, the last one maybe cut. `free` tells that nothing uses them any more: once all partitions are free, so is the answer's memory. */
export type Fetched = {
  partition: number;
  errorCode: number;
  highWatermark: bigint;
  lastStableOffset: bigint;
  logStartOffset: bigint;
  aborted: AbortedTransaction[];
  records: Buffer;
  free: () => void;
};

const fetchKey = 1;
const namedUntil = 12;
const replicaIdUntil = 14;
const versions = [17, 16, 15, 14, 13, 12];
const empty = Buffer.alloc(0);
const nothing = (): void => undefined;

function encode(version: number, request: FetchRequest): Writer {
  const { topic, topicId, isolation, waitMs, partitions } = request;
  const writer = Writer.create();
  if (version <= replicaIdUntil) writer.appendInt32(-1);
  writer
    .appendInt32(waitMs)
    .appendInt32(waitMs > 0 ? 1 : 0)
    .appendInt32(partitions.reduce((sum, { maxBytes }) => sum + maxBytes, 0))
    .appendInt8(isolation)
    .appendInt32(0)
    .appendInt32(-1)
    .appendUnsignedVarInt(2);
  if (version <= namedUntil) writer.appendString(topic);
  else writer.appendUUID(topicId);
  writer.appendArray(
    partitions,
    (w, { partition, offset, maxBytes }) =>
      w
        .appendInt32(partition)
        .appendInt32(-1)
        .appendInt64(offset)
        .appendInt32(-1)
        .appendInt64(-1n)
        .appendInt32(maxBytes),
    true,
    true,
  );
  return writer.appendTaggedFields().appendUnsignedVarInt(1).appendString("").appendTaggedFields();
}

function readPartition(cursor: Cursor): Omit<Fetched, "free"> {
  const head = {
    partition: cursor.int32(),
    errorCode: cursor.int16(),
    highWatermark: cursor.int64(),
    lastStableOffset: cursor.int64(),
    logStartOffset: cursor.int64(),
  };
  const aborted = cursor.array(() => {
    const transaction = { producerId: cursor.int64(), firstOffset: cursor.int64() };
    cursor.skipTags();
    return transaction;
  });
  cursor.at += 4;
  const length = cursor.uVarInt() - 1;
  const records = length > 0 ? cursor.take(length) : empty;
  cursor.skipTags();
  return { ...head, aborted, records };
}

// @platformatic/kafka's own parser makes an object of every record. Here each partition's batches stay one view of the
// answer, which is copied once out of the chunks that the socket gave.
function decode(version: number, reader: Reader): Fetched[] {
  const { buffers } = reader.buffer;
  const bytes = reader.buffer.buffer;
  const cursor = new Cursor(bytes, reader.position + 4);
  const errorCode = cursor.int16();
  cursor.at += 4;
  const topics = cursor.array(() => {
    if (version <= namedUntil) cursor.take(cursor.uVarInt() - 1);
    else cursor.at += 16;
    const partitions = cursor.array(() => readPartition(cursor));
    cursor.skipTags();
    return partitions;
  });
  const found = topics.flat();
  // What came in one piece is no copy, but the socket's own.
  const frees = buffers.length > 1 ? discardOnceAll(bytes, found.length) : found.map(() => nothing);
  return found.map((partition, index) => ({
    ...partition,
    errorCode: errorCode === 0 ? partition.errorCode : errorCode,
    free: frees[index]!,
  }));
}

const apis = versions.map((version) =>
  createAPI<[FetchRequest], Fetched[]>(
    fetchKey,
    version,
    (request) => encode(version, request),
    (_correlationId, _apiKey, _apiVersion, reader) => decode(version, reader),
  ),
);

/** fetchAttempts is Fetch (key 1, versions 17 down to 12: Kafka 2.7 and later; topics by id from 13 on, KIP-516). */
export function fetchAttempts(request: FetchRequest): Attempt<Fetched[]>[] {
  return apis.map((api) => ({
    key: api.key,
    version: api.version,
    send: (connection: Connection) => api.async(connection, request),
  }));
}
