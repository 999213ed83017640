import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import { Cursor, writeUVarInt } from "./cursor.ts";

/** OffsetsAsked are the partitions of one topic whose offsets are asked. */
export type OffsetsAsked = { topic: string; partitions: number[] };

/** OffsetsTold is one topic of a ListOffsets answer: partition, error code, timestamp and offset stand at the same index. A timestamp is told only of what was looked for by time; else, and where nothing was found, it is -1. */
export type OffsetsTold = {
  topic: string;
  partitions: number[];
  errorCodes: number[];
  timestamps: bigint[];
  offsets: bigint[];
};

const partitionBytes = 17;

// Both clients encode each partition on its own (a buffer each, or a call chain each); with 10,000 partitions that
// costs more than the broker's answer takes. One buffer for the whole request does not.
/** encodeListOffsets writes the body of a request: one timestamp for all partitions. */
export function encodeListOffsets(isolationLevel: number, timestamp: bigint, asked: OffsetsAsked[]): Writer {
  const bytes = Buffer.allocUnsafe(
    16 +
      asked.reduce((sum, { topic, partitions }) => sum + 16 + 3 * topic.length + partitions.length * partitionBytes, 0),
  );
  const [high, low] = [Number(timestamp >> 32n), Number(BigInt.asIntN(32, timestamp))];
  let at = bytes.writeInt32BE(-1, 0);
  at = bytes.writeInt8(isolationLevel, at);
  at = writeUVarInt(bytes, asked.length + 1, at);
  for (const { topic, partitions } of asked) {
    at = writeUVarInt(bytes, Buffer.byteLength(topic) + 1, at);
    at += bytes.write(topic, at);
    at = writeUVarInt(bytes, partitions.length + 1, at);
    for (const partition of partitions) {
      at = bytes.writeInt32BE(partition, at);
      at = bytes.writeInt32BE(-1, at);
      at = bytes.writeInt32BE(high, at);
      at = bytes.writeInt32BE(low, at);
      bytes[at++] = 0;
    }
    bytes[at++] = 0;
  }
  bytes[at++] = 0;
  return Writer.create().append(bytes.subarray(0, at));
}

// Most timestamps are none, and a bigint of its own for each is garbage by the thousand.
function readTimestamp({ bytes, view }: Cursor, at: number): bigint {
  return bytes.readInt32BE(at) === -1 && bytes.readInt32BE(at + 4) === -1 ? -1n : view.getBigInt64(at);
}

function readTopic(cursor: Cursor): OffsetsTold {
  const { bytes, view } = cursor;
  const length = cursor.uVarInt() - 1;
  const topic = bytes.toString("utf8", cursor.at, (cursor.at += length));
  const count = cursor.uVarInt() - 1;
  const told: OffsetsTold = {
    topic,
    partitions: Array<number>(count),
    errorCodes: Array<number>(count),
    timestamps: Array<bigint>(count),
    offsets: Array<bigint>(count),
  };
  for (let index = 0; index < count; index++) {
    told.partitions[index] = bytes.readInt32BE(cursor.at);
    told.errorCodes[index] = bytes.readInt16BE(cursor.at + 4);
    told.timestamps[index] = readTimestamp(cursor, cursor.at + 6);
    told.offsets[index] = view.getBigInt64(cursor.at + 14);
    cursor.at += 26;
    cursor.skipTags();
  }
  cursor.skipTags();
  return told;
}

/** decodeListOffsets reads the body of an answer, from the reader's position. */
export function decodeListOffsets(
  _correlationId: number,
  _apiKey: number,
  _apiVersion: number,
  reader: Reader,
): OffsetsTold[] {
  const cursor = new Cursor(reader.buffer.buffer, reader.position + 4);
  const topics = cursor.uVarInt() - 1;
  return Array.from({ length: topics }, () => readTopic(cursor));
}

/** listOffsetsV6 is ListOffsets (key 2, version 6, Kafka 2.8) built by hand: one timestamp for all partitions, errors left in the answer. */
export const listOffsetsV6 = createAPI(2, 6, encodeListOffsets, decodeListOffsets);
