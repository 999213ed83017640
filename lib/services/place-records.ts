import type { FieldError } from "../api/problem.ts";
import type { ProduceRequest } from "../api/produce.ts";
import { partitionOf } from "../domain/partitioners.ts";
import { BATCH_OVERHEAD } from "../domain/record-size.ts";
import { spreadOver } from "../domain/spread.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import type { Expanded } from "./expand-records.ts";
import { InputError } from "./input-error.ts";
import type { WriteLimits } from "./write-limits.ts";

/** Placed is a record with its partition; null: it is spread, and no partition has a leader. */
export type Placed = Expanded & { partition: number | null; spread: boolean };

/** faultsOf tells why a topic does not take a record, by its element; empty when it may. */
export function faultsOf(
  expanded: Expanded,
  topic: TopicMetadata,
  limits: WriteLimits,
  compression: string,
): FieldError[] {
  const path = `records.${expanded.index}`;
  const { partition } = expanded.source;
  const batch = BATCH_OVERHEAD + expanded.size;
  const faults: FieldError[] = [];
  if (partition !== null && partition !== undefined && partition >= topic.partitions.length)
    faults.push({ path: `${path}.partition`, message: `${topic.name} has no partition ${partition}.` });
  if (limits.compacted && expanded.record.key === null) {
    const message = `${topic.name} is compacted: it keeps the newest record of each key, so a record without a key is refused.`;
    faults.push({ path: `${path}.key`, message });
  }
  // What is compressed may still fit: then the broker decides.
  if (compression === "none" && limits.maxBytes !== null && batch > limits.maxBytes) {
    const message = `${batch} bytes with its batch: ${topic.name} takes at most ${limits.maxBytes} (max.message.bytes).`;
    faults.push({ path: `${path}.value`, message });
  }
  return faults;
}

/** placeRecords checks records against a topic and chooses their partitions: their own, or by the partitioner; what no key places is spread over the partitions that have a leader. Throws InputError that names every element that the topic does not take. */
export function placeRecords(
  records: Expanded[],
  topic: TopicMetadata,
  limits: WriteLimits,
  { partitioner, compression }: Pick<ProduceRequest, "partitioner" | "compression">,
): Placed[] {
  const faults = new Map(
    records.flatMap((record) => faultsOf(record, topic, limits, compression)).map((fault) => [fault.path, fault]),
  );
  const [first] = faults.values();
  if (first) throw new InputError(first.message, [...faults.values()]);
  const led = topic.partitions.filter(({ leader }) => leader !== null).map(({ partition }) => partition);
  const next = spreadOver(led, Math.floor(Math.random() * Math.max(1, led.length)));
  return records.map((expanded) => {
    const chosen = expanded.source.partition ?? partitionOf(partitioner, expanded.record.key, topic.partitions.length);
    return { ...expanded, partition: chosen ?? next(), spread: chosen === null };
  });
}
