import type { Decoding, MessageRecord } from "../api/messages.ts";
import { toDatum } from "./datum.ts";
import type { BatchHeader, LogRecord } from "./record.ts";

/** Shown is how records are made readable: decodings of key and value, and how many bytes of each at most. */
export type Shown = { keyAs: Decoding; valueAs: Decoding; maxBytes: number };

/** sequenceOf is the sequence number that its producer gave a record, null without an idempotent producer. They wrap around after 2^31 - 1 (org.apache.kafka.common.record.DefaultRecordBatch). */
export function sequenceOf(record: LogRecord): number | null {
  const { producerId, baseSequence, baseOffset } = record.batch;
  if (producerId < 0n || baseSequence < 0) return null;
  return (baseSequence + Number(record.offset - baseOffset)) % 2_147_483_648;
}

function toFacts(batch: BatchHeader): MessageRecord["batch"] {
  return {
    baseOffset: String(batch.baseOffset),
    records: batch.records,
    sizeBytes: batch.sizeBytes,
    codec: batch.codec,
    producerId: String(batch.producerId),
    producerEpoch: batch.producerEpoch,
    leaderEpoch: batch.leaderEpoch,
    transactional: batch.transactional,
  };
}

/** toMessage makes the wire's record of one of the log. Nothing in it is a view: the log's may go. */
export function toMessage(record: LogRecord, { keyAs, valueAs, maxBytes }: Shown): MessageRecord {
  return {
    type: "record",
    partition: record.partition,
    offset: String(record.offset),
    timestamp: Number(record.timestamp),
    timestampType: record.batch.timestampType,
    key: toDatum(record.key, record.control === null ? keyAs : "hex", maxBytes),
    value: toDatum(record.value, record.control === null ? valueAs : "hex", maxBytes),
    headers: record.headers.map(([name, value]) => ({
      name: name.toString(),
      value: toDatum(value, "auto", maxBytes),
    })),
    size: record.sizeBytes,
    sequence: sequenceOf(record),
    control: record.control,
    aborted: record.aborted,
    batch: toFacts(record.batch),
  };
}
