import type { BatchHeader } from "./record.ts";

// Where the fields of a record batch stand (org.apache.kafka.common.record.DefaultRecordBatch, magic 2).
const lengthAt = 8;
const leaderEpochAt = 12;
const magicAt = 16;
const attributesAt = 21;
const lastOffsetDeltaAt = 23;
const baseTimestampAt = 27;
const maxTimestampAt = 35;
const producerIdAt = 43;
const producerEpochAt = 51;
const baseSequenceAt = 53;
const countAt = 57;

/** recordsAt is where the records of a batch begin; what stands before is never compressed. */
export const recordsAt = 61;

const codecs = ["none", "gzip", "snappy", "lz4", "zstd"] as const;
const overhead = 12;

/** OldFormatError says that records lie in a message format before Kafka 0.11, which has no record batches. */
export class OldFormatError extends Error {
  override readonly name = "OldFormatError";
}

/** batchSize is the whole size in bytes of the batch that begins at an index; null when even that is cut off. */
export function batchSize(bytes: Buffer, at: number): number | null {
  return at + overhead > bytes.length ? null : bytes.readInt32BE(at + lengthAt) + overhead;
}

/** readBatchHeader reads what the batch at an index says of itself. Throws OldFormatError. */
export function readBatchHeader(bytes: Buffer, at: number): BatchHeader {
  if (bytes[at + magicAt] !== 2) throw new OldFormatError(`Message format ${bytes[at + magicAt]} is not read.`);
  const attributes = bytes.readInt16BE(at + attributesAt);
  const baseOffset = bytes.readBigInt64BE(at);
  return {
    baseOffset,
    lastOffset: baseOffset + BigInt(bytes.readInt32BE(at + lastOffsetDeltaAt)),
    leaderEpoch: bytes.readInt32BE(at + leaderEpochAt),
    codec: codecs[attributes & 7] ?? "none",
    timestampType: (attributes & 8) === 0 ? "CreateTime" : "LogAppendTime",
    transactional: (attributes & 16) !== 0,
    control: (attributes & 32) !== 0,
    baseTimestamp: bytes.readBigInt64BE(at + baseTimestampAt),
    maxTimestamp: bytes.readBigInt64BE(at + maxTimestampAt),
    producerId: bytes.readBigInt64BE(at + producerIdAt),
    producerEpoch: bytes.readInt16BE(at + producerEpochAt),
    baseSequence: bytes.readInt32BE(at + baseSequenceAt),
    records: bytes.readInt32BE(at + countAt),
    sizeBytes: bytes.readInt32BE(at + lengthAt) + overhead,
  };
}

/** Batch is one whole batch in an answer: its header, and where its records lie in `bytes`. */
export type Batch = { header: BatchHeader; bytes: Buffer; start: number; end: number };

/** eachBatch walks over the whole batches of an answer; a last one that is cut is left out. Throws OldFormatError. */
export function* eachBatch(bytes: Buffer): Generator<Batch> {
  for (let at = 0; at < bytes.length;) {
    const size = batchSize(bytes, at);
    if (size === null || at + size > bytes.length) return;
    yield { header: readBatchHeader(bytes, at), bytes, start: at + recordsAt, end: at + size };
    at += size;
  }
}
