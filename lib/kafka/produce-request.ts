import {
  initProducerIdV1,
  initProducerIdV2,
  initProducerIdV3,
  initProducerIdV4,
  initProducerIdV5,
  NumericMap,
  produceV10,
  produceV11,
  produceV7,
  produceV8,
  produceV9,
} from "@platformatic/kafka";
import type { Codec } from "../api/messages.ts";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";
import type { OutRecord } from "./record-batches.ts";

/** ProducerSession is what the cluster knows an idempotent producer by (KIP-98). */
export type ProducerSession = { producerId: bigint; producerEpoch: number };

/** SentBatch is one batch of one partition, ready to be sent any number of times: the sequence makes the broker write it once. */
export type SentBatch = {
  topic: string;
  partition: number;
  records: readonly OutRecord[];
  compression: Codec;
  session: ProducerSession;
  sequence: number;
};

/** BatchAnswer is what the leader said of a batch; `logAppendTime` null with CreateTime. `wrongRecords` names the records, by their place, that made it refuse the batch (KIP-467). */
export type BatchAnswer = {
  error: KafkaError | null;
  baseOffset: bigint;
  logAppendTime: bigint | null;
  wrongRecords: { index: number; message: string | null }[];
};

const ALL_IN_SYNC = -1;
const brokerTimeoutMs = 10_000;
const notTransactionalMs = 60_000;

type PlatformaticMessage = Parameters<typeof produceV11.api.async>[3][number];

const toBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// Two buffers are two keys of a Map, so a header's name may come more than once; null stays null in what is written.
function toMessage(topic: string, partition: number, record: OutRecord): PlatformaticMessage {
  const bytes = (value: Uint8Array | null) => (value === null ? null : toBuffer(value)) as Buffer;
  const headers = record.headers.map(({ name, value }): [Buffer, Buffer] => [
    Buffer.from(toBuffer(name)),
    bytes(value),
  ]);
  return {
    topic,
    partition,
    key: bytes(record.key),
    value: bytes(record.value),
    headers: new Map(headers),
    timestamp: record.timestamp,
  };
}

/** initSession has the cluster give a new producer id (InitProducerId without a transaction). Throws KafkaError. */
export async function initSession(client: ClusterClient): Promise<ProducerSession> {
  const answer = await client.change([
    attempt(initProducerIdV5.api, null, notTransactionalMs),
    attempt(initProducerIdV4.api, null, notTransactionalMs),
    attempt(initProducerIdV3.api, null, notTransactionalMs),
    attempt(initProducerIdV2.api, null, notTransactionalMs),
    attempt(initProducerIdV1.api, null, notTransactionalMs),
  ]);
  if (answer.errorCode !== 0) throw protocolError(answer.errorCode);
  return { producerId: answer.producerId, producerEpoch: answer.producerEpoch };
}

/** sendBatch sends a batch to the partition's leader and waits until all replicas in sync have it (acks=all). Throws KafkaError when the broker did not answer: then it may have been written. */
export async function sendBatch(client: ClusterClient, leader: number, batch: SentBatch): Promise<BatchAnswer> {
  const { topic, partition, session, compression } = batch;
  const messages = batch.records.map((record) => toMessage(topic, partition, record));
  const sequences = new NumericMap([[`${topic}:${partition}`, batch.sequence]]);
  const options = { compression, ...session, sequences };
  const versions = [produceV11.api, produceV10.api, produceV9.api, produceV8.api, produceV7.api];
  const attempts = versions.map((api) => attempt(api, ALL_IN_SYNC, brokerTimeoutMs, messages, options));
  const answer = await client.produceAt(leader, attempts as Attempt<produceV11.ProduceResponse>[]);
  const result = answer.responses[0]?.partitionResponses[0];
  if (!result) throw new KafkaError("INTERNAL", `Broker ${leader} did not answer for the partition.`);
  return {
    error: result.errorCode === 0 ? null : protocolError(result.errorCode, result.errorMessage ?? null),
    baseOffset: result.baseOffset,
    logAppendTime: result.logAppendTimeMs < 0n ? null : result.logAppendTimeMs,
    wrongRecords: (result.recordErrors ?? []).map(({ batchIndex, batchIndexErrorMessage }) => ({
      index: batchIndex,
      message: batchIndexErrorMessage ?? null,
    })),
  };
}
