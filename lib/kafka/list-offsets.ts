import { createAPI, type Reader, Writer } from "@platformatic/kafka";
import { Cursor, writeString, writeUVarInt } from "./cursor.ts";

/** OffsetsAsked are the partitions of one topic whose offsets are asked. */
export type OffsetsAsked = { topic: string; partitions: number[] };

/** Take is handed one partition of a ListOffsets answer. A timestamp is told only of what was looked for by time; else, and where nothing was found, it is -1. */
export type Take = (topic: string, partition: number, errorCode: number, offset: bigint, timestamp: bigint) => void;

/** OffsetsTold is a ListOffsets answer: `each` hands over its partitions. */
export type OffsetsTold = { each(take: Take): void };

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
    at = writeString(bytes, topic, at);
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

function readTopic(cursor: Cursor, take: Take): void {
  const { bytes, view } = cursor;
  const topic = cursor.string();
  for (let count = cursor.uVarInt() - 1; count > 0; count--) {
    const { at } = cursor;
    take(
      topic,
      bytes.readInt32BE(at),
      bytes.readInt16BE(at + 4),
      view.getBigInt64(at + 14),
      readTimestamp(cursor, at + 6),
    );
    cursor.at += 26;
    cursor.skipTags();
  }
  cursor.skipTags();
}

// A topic's partitions are spread over the brokers: an object for what each tells of it is garbage by the thousand.
/** decodeListOffsets reads the body of an answer, from the reader's position. */
export function decodeListOffsets(
  _correlationId: number,
  _apiKey: number,
  _apiVersion: number,
  reader: Reader,
): OffsetsTold {
  const bytes = reader.buffer.buffer;
  const begin = reader.position + 4;
  return {
    each(take) {
      const cursor = new Cursor(bytes, begin);
      for (let count = cursor.uVarInt() - 1; count > 0; count--) readTopic(cursor, take);
    },
  };
}

/** listOffsetsV6 is ListOffsets (key 2, version 6, Kafka 2.8) built by hand: one timestamp for all partitions, errors left in the answer. */
export const listOffsetsV6 = createAPI(2, 6, encodeListOffsets, decodeListOffsets);
