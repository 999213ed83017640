import { setTimeout as pause } from "node:timers/promises";
import type { Codec } from "../api/messages.ts";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { type BatchAnswer, initSession, type ProducerSession, sendBatch, type SentBatch } from "./produce-request.ts";
import { isLost, isPassing, isUnsure } from "./produce-retry.ts";
import { cutBatches, type OutRecord } from "./record-batches.ts";
import { toKafkaError } from "./to-kafka-error.ts";

/** Written is where a record stands now, or why it was not written; `unsure`: the broker did not confirm it, and may have written it. `timestamp` in epoch ms, the broker's with LogAppendTime. */
export type Written = { offset: bigint; timestamp: bigint } | { error: KafkaError; unsure: boolean };

/** Destination is where and how records are written: `leaderOf` tells the partition's leader, read anew when `fresh`; `maxBytes` is max.message.bytes of the topic, null when it is not known. */
export type Destination = {
  topic: string;
  partition: number;
  compression: Codec;
  maxBytes: number | null;
  leaderOf: (partition: number, fresh: boolean) => Promise<number | null>;
};

type Line = { session: ProducerSession; sequence: number };
type Outcome = BatchAnswer & { unsure: boolean };

const retryForMs = 10_000;
const firstPauseMs = 50;
const longestPauseMs = 1000;
const sequences = 2 ** 31;

const lineOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}:${partition}`;
const nothingWritten = (error: KafkaError): BatchAnswer => ({
  error,
  baseOffset: -1n,
  logAppendTime: null,
  wrongRecords: [],
});

function toWritten(records: readonly OutRecord[], { baseOffset, logAppendTime }: BatchAnswer): Written[] {
  return records.map(({ timestamp }, index) => ({
    offset: baseOffset + BigInt(index),
    timestamp: logAppendTime ?? timestamp,
  }));
}

function withMessage(error: KafkaError, message: string | null): KafkaError {
  if (message === null) return error;
  return new KafkaError(error.code, message, { cause: error, kafkaCode: error.kafkaCode ?? "INVALID_RECORD" });
}

// The first time a cluster gives producer ids, the broker has to load them first.
async function openSession(client: ClusterClient): Promise<ProducerSession> {
  const deadline = Date.now() + retryForMs;
  for (let wait = firstPauseMs; ; wait = Math.min(wait * 2, longestPauseMs)) {
    try {
      return await initSession(client);
    } catch (error) {
      if (!isPassing(toKafkaError(error, client.config.name)) || Date.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
}

/** IdempotentProducer writes records so that each is written once however often a request has to be repeated (KIP-98, acks=all): one producer id for a cluster, one batch at a time to a partition. */
export class IdempotentProducer {
  readonly #client: ClusterClient;
  #session: Promise<ProducerSession> | null = null;
  readonly #lines = new Map<string, Line>();
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(client: ClusterClient) {
    this.#client = client;
  }

  /** write writes records to a partition in their order and tells of each what came of it; it does not throw. */
  write(to: Destination, records: readonly OutRecord[]): Promise<Written[]> {
    const line = lineOf(to);
    const mine = (this.#queues.get(line) ?? Promise.resolve()).then(() => this.#writeAll(to, records));
    this.#queues.set(line, mine);
    void mine.finally(() => this.#queues.get(line) === mine && this.#queues.delete(line));
    return mine;
  }

  async #writeAll(to: Destination, records: readonly OutRecord[]): Promise<Written[]> {
    const results: Written[] = [];
    for (const batch of cutBatches(records, to.maxBytes)) {
      for (const result of await this.#writeBatch(to, batch)) results.push(result);
    }
    return results;
  }

  // A batch is refused as a whole: without the records that were at fault the others are written after all.
  async #writeBatch(to: Destination, records: readonly OutRecord[]): Promise<Written[]> {
    const { error, unsure, wrongRecords, ...answer } = await this.#deliver(to, records);
    if (error === null) return toWritten(records, { ...answer, error, wrongRecords });
    const wrong = new Map(wrongRecords.map(({ index, message }) => [index, withMessage(error, message)]));
    const others = records.filter((_, index) => !wrong.has(index));
    if (wrong.size === 0 || others.length === 0)
      return records.map((_, index) => ({ error: wrong.get(index) ?? error, unsure }));
    const rest = (await this.#writeBatch(to, others)).values();
    return records.map((_, index) => {
      const fault = wrong.get(index);
      return fault ? { error: fault, unsure: false } : rest.next().value!;
    });
  }

  // A producer that the broker no longer knows begins anew; but it may only repeat what surely was not written.
  async #deliver(to: Destination, records: readonly OutRecord[]): Promise<Outcome> {
    try {
      const outcome = await this.#repeat(to, await this.#batchOf(to, records));
      if (outcome.error === null || outcome.unsure || !isLost(outcome.error)) return outcome;
      return await this.#repeat(to, await this.#batchOf(to, records));
    } catch (error) {
      return { ...nothingWritten(toKafkaError(error, lineOf(to))), unsure: false };
    }
  }

  async #repeat(to: Destination, batch: SentBatch): Promise<Outcome> {
    const deadline = Date.now() + retryForMs;
    let unsure = false;
    for (let wait = firstPauseMs, fresh = false; ; wait = Math.min(wait * 2, longestPauseMs), fresh = true) {
      const answer = await this.#try(to, batch, fresh);
      if (answer.error === null) {
        this.#advance(batch);
        return { ...answer, unsure: false };
      }
      unsure ||= isUnsure(answer.error);
      if (isPassing(answer.error) && Date.now() + wait < deadline) {
        await pause(wait);
        continue;
      }
      if (unsure || isLost(answer.error)) this.#forget(batch.session);
      return { ...answer, unsure };
    }
  }

  async #try(to: Destination, batch: SentBatch, fresh: boolean): Promise<BatchAnswer> {
    try {
      const leader = await to.leaderOf(to.partition, fresh);
      if (leader !== null) return await sendBatch(this.#client, leader, batch);
      const message = `${to.topic}-${to.partition} has no leader: nobody can write to it.`;
      return nothingWritten(new KafkaError("NO_LEADER", message, { kafkaCode: "LEADER_NOT_AVAILABLE" }));
    } catch (error) {
      return nothingWritten(toKafkaError(error, lineOf(to)));
    }
  }

  async #batchOf(to: Destination, records: readonly OutRecord[]): Promise<SentBatch> {
    this.#session ??= openSession(this.#client).catch((error: unknown) => {
      this.#session = null;
      throw error;
    });
    const session = await this.#session;
    const line = this.#lines.get(lineOf(to));
    const sequence = line?.session === session ? line.sequence : 0;
    return { topic: to.topic, partition: to.partition, records, compression: to.compression, session, sequence };
  }

  #advance({ session, sequence, records, ...place }: SentBatch): void {
    this.#lines.set(lineOf(place), { session, sequence: (sequence + records.length) % sequences });
  }

  #forget(session: ProducerSession): void {
    for (const [line, known] of this.#lines) if (known.session === session) this.#lines.delete(line);
    const current = this.#session;
    void current?.then((known) => {
      if (known === session && this.#session === current) this.#session = null;
    });
  }
}

const producers = new WeakMap<ClusterClient, IdempotentProducer>();

/** producerOf is the one producer of a cluster's client. */
export function producerOf(client: ClusterClient): IdempotentProducer {
  const known = producers.get(client) ?? new IdempotentProducer(client);
  producers.set(client, known);
  return known;
}
