import "server-only";
import type { ProducedRecord, ProduceRequest, ProduceResult } from "../api/produce.ts";
import { type CommandRecord, produceCommand } from "../domain/produce-command.ts";
import type { Written } from "../kafka/produce.ts";
import { readTopicBase } from "./base.ts";
import { changeCluster } from "./change.ts";
import { commandTarget } from "./command-target.ts";
import { expandRecords } from "./expand-records.ts";
import { type Placed, placeRecords } from "./place-records.ts";
import { topicToWrite } from "./topic-to-write.ts";
import { readWriteLimits, type WriteLimits } from "./write-limits.ts";
import { writeRecords } from "./write-records.ts";

function toError(written: Extract<Written, { error: unknown }>, { maxBytes }: WriteLimits): ProducedRecord["error"] {
  const { error, unsure } = written;
  const tooLarge = error.kafkaCode === "MESSAGE_TOO_LARGE" || error.kafkaCode === "RECORD_LIST_TOO_LARGE";
  const message =
    tooLarge && maxBytes !== null
      ? `Larger than the topic takes: at most ${maxBytes} bytes with its batch, as sent (max.message.bytes).`
      : error.message;
  return { code: error.kafkaCode ?? error.code, message, unsure };
}

function toProduced(placed: Placed, written: Written | undefined, limits: WriteLimits): ProducedRecord {
  const { partition, spread, size } = placed;
  if (written === undefined)
    return { partition: spread ? null : partition, offset: null, timestamp: null, size, error: null };
  if ("error" in written) return { partition, offset: null, timestamp: null, size, error: toError(written, limits) };
  const { offset, timestamp } = written;
  return { partition, offset: offset.toString(), timestamp: Number(timestamp), size, error: null };
}

function toCommandRecord({ source, record }: Placed): CommandRecord {
  const given = (value: unknown) => value !== undefined && value !== null;
  return { ...record, placed: given(source.partition), timed: given(source.timestamp) };
}

/** produceRecords answers `POST topics/{topic}/messages`: writes records as an idempotent producer that waits for all replicas in sync, and tells of each where it stands or why it was not written. A request with an element that cannot be right is refused as a whole, before anything is sent. Throws InputError, KafkaError. */
export async function produceRecords(
  clusterId: string,
  name: string,
  input: ProduceRequest,
  validateOnly: boolean,
): Promise<ProduceResult> {
  const started = performance.now();
  const detail = { records: input.records.length * input.count, compression: input.compression };
  return changeCluster(clusterId, { action: "produce", element: name, detail, validateOnly }, async (state) => {
    const expanded = expandRecords(input, Date.now());
    const topic = topicToWrite(await readTopicBase(clusterId, name, { notBefore: Date.now() }), name);
    const limits = await readWriteLimits(state, name);
    const placed = placeRecords(expanded, topic, limits, input);
    const target = { state, topic, limits, compression: input.compression };
    const written = validateOnly ? [] : await writeRecords(target, placed);
    const results = placed.map((record, at) => toProduced(record, written[at], limits));
    return {
      topic: name,
      validateOnly,
      records: results.length,
      failed: results.filter(({ error }) => error !== null).length,
      sizeBytes: placed.reduce((sum, { size }) => sum + size, 0),
      results,
      ...produceCommand(commandTarget(state), name, input, placed.map(toCommandRecord)),
      durationMs: performance.now() - started,
    };
  });
}
