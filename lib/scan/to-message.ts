import type { Decoding, MessageRecord } from "../api/messages.ts";
import { toDatum } from "./datum.ts";
import { DecodingVote } from "./decoding-vote.ts";
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

/** MessageMaker makes the wire's records of those of one topic. What is to be found out by itself is settled by those that it has seen. */
export class MessageMaker {
  readonly #shown: Shown;
  readonly #keys = new DecodingVote();
  readonly #values = new DecodingVote();

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** see looks at records before the first of them is made readable. */
  see(records: LogRecord[]): void {
    for (const { key, value, control } of records) {
      if (control !== null) continue;
      this.#keys.add(key);
      this.#values.add(value);
    }
  }

  /** make makes a record readable. Nothing in it is a view: the log's may go. */
  make(record: LogRecord): MessageRecord {
    const { maxBytes } = this.#shown;
    const { keyAs, valueAs } =
      record.control === null ? this.#shown : { keyAs: "hex" as const, valueAs: "hex" as const };
    return {
      type: "record",
      partition: record.partition,
      offset: String(record.offset),
      timestamp: Number(record.timestamp),
      timestampType: record.batch.timestampType,
      key: toDatum(record.key, keyAs, maxBytes, this.#keys.winner),
      value: toDatum(record.value, valueAs, maxBytes, this.#values.winner),
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
}
