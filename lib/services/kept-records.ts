import "server-only";
import type { KeptRecord, TopicDetail } from "../api/topics.ts";
import { type FirstRecord, type PartitionStart, summarizeKept } from "../domain/kept-records.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import type { FirstRecordOrError, OffsetOrError } from "../kafka/offsets.ts";
import type { Base } from "./base.ts";

function toStart(
  partition: number,
  told: FirstRecordOrError | undefined,
  start: OffsetOrError | undefined,
): PartitionStart {
  if (!told) return { partition, unknown: "UNREACHABLE" };
  if ("error" in told) return { partition, unknown: told.error };
  if ("empty" in told) return { partition, empty: true };
  return {
    partition,
    first: { ...told, partition, deleted: start !== undefined && "offset" in start && start.offset > 0n },
  };
}

function toWire({ partition, offset, timestamp }: FirstRecord): KeptRecord {
  return { partition, offset: offset.toString(), timestamp: timestamp.toString() };
}

/** readKept tells how far back a topic's partitions reach. */
export async function readKept(base: Base, topic: TopicMetadata): Promise<TopicDetail["kept"]> {
  const { state, evidence, freshness } = base;
  const [firsts, offsets] = await Promise.all([
    state.firstRecords.get([topic.name], freshness.notBefore),
    state.offsets.get([topic.name], freshness.notBefore),
  ]);
  const told = evidence.values(firsts, () => "first records").get(topic.name);
  const starts = offsets.found.get(topic.name)?.value.start;
  const partitions = topic.partitions.map(({ partition }) =>
    toStart(partition, told?.[partition], starts?.[partition]),
  );
  const { oldest, least, empty, unknown, reason } = summarizeKept(partitions);
  return {
    oldest: oldest && toWire(oldest),
    least: least && toWire(least),
    partitions: partitions.flatMap((each) => ("first" in each ? [toWire(each.first)] : [])),
    emptyPartitions: empty,
    unknownPartitions: unknown,
    unknown: reason,
  };
}
