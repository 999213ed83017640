import "server-only";
import type { MessagesQuery, PartitionFailure } from "../api/messages.ts";
import type { ErrorCode } from "../api/problem.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { fetchOffsets, type OffsetKind, type OffsetOrError } from "../kafka/offsets.ts";
import { fetchTopicId } from "../kafka/topic-id.ts";
import type { ReadPlan, ReadRange } from "../scan/log-reader.ts";
import { type Base, readTopicBase } from "./base.ts";
import type { ClusterState } from "./cluster-state.ts";
import { InputError } from "./input-error.ts";
import { topicOf } from "./topics.ts";

/** ScanWhere is where a scan reads, as the wire says it. */
export type ScanWhere = Pick<MessagesQuery, "start" | "end" | "partitions" | "isolation">;

/** PlannedRead is a plan with what it needs: the cluster, the topic, and the partitions that cannot be read at all. */
export type PlannedRead = { state: ClusterState; topic: TopicMetadata; plan: ReadPlan; failures: PartitionFailure[] };

type Offsets = OffsetOrError[];
const untold: OffsetOrError = { error: "NO_LEADER" };

type Bounds = { start: Offsets; end: Offsets; stable: Offsets; from: Offsets | null; to: Offsets | null };

function timeIn(place: string): bigint | null {
  return place.startsWith("time:") ? BigInt(Date.parse(place.slice(5))) : null;
}

function offsetIn(place: string): bigint | null {
  return place.startsWith("offset:") ? BigInt(place.slice(7)) : null;
}

async function readBounds(state: ClusterState, topic: TopicMetadata, where: ScanWhere): Promise<Bounds> {
  const read = async (kind: OffsetKind | null) =>
    kind === null ? null : (await fetchOffsets(state.client, [topic], kind)).get(topic.name)!;
  const [start, end, stable, from, to] = await Promise.all([
    read("start"),
    read("end"),
    read("stable"),
    read(timeIn(where.start)),
    read(timeIn(where.end)),
  ]);
  return { start: start!, end: end!, stable: stable!, from, to };
}

function clamp(value: bigint, least: bigint, most: bigint): bigint {
  if (value < least) return least;
  return value > most ? most : value;
}

// No record at or after a time (-1): all of the log lies before it.
function atTime(told: bigint, end: bigint): bigint {
  return told < 0n ? end : told;
}

function rangeOf(partition: number, leader: number | null, bounds: Bounds, where: ScanWhere): ReadRange | ErrorCode {
  const asked = [bounds.start, bounds.end, bounds.stable, bounds.from, bounds.to];
  const told = asked.map((offsets) => (offsets === null ? null : (offsets[partition] ?? untold)));
  for (const one of told) if (one && "error" in one) return one.error;
  const [least, most, decided, fromTime, toTime] = told.map((one) => (one && "offset" in one ? one.offset : null));
  const last = where.isolation === "read_committed" ? decided! : most!;
  const from = offsetIn(where.start) ?? (bounds.from ? atTime(fromTime!, last) : least!);
  const to = offsetIn(where.end) ?? (bounds.to ? atTime(toTime!, last) : last);
  return { partition, leader, from: clamp(from, least!, last), to: clamp(to, least!, last), stable: decided! };
}

function chosenPartitions(topic: TopicMetadata, wanted: number[] | undefined): TopicMetadata["partitions"] {
  if (!wanted) return topic.partitions;
  const missing = wanted.find((partition) => partition >= topic.partitions.length);
  if (missing !== undefined) {
    const message = `${topic.name} has no partition ${missing}.`;
    throw new InputError(message, [{ path: "partitions", message }]);
  }
  return topic.partitions.filter(({ partition }) => wanted.includes(partition));
}

/** planRanges finds out where a scan of a topic begins and ends in each partition, as the leaders tell it now. A partition that cannot tell is among the failures. `newest` is read backwards. Throws KafkaError NOT_FOUND, InputError for a partition that is not there. */
export async function planRanges(clusterId: string, name: string, where: ScanWhere): Promise<PlannedRead> {
  const planned = await plan(await readTopicBase(clusterId, name), name, where);
  // What was just created, or has just lost its leader, may have one by now.
  if (planned.failures.length === 0) return planned;
  return plan(await readTopicBase(clusterId, name, { notBefore: Date.now() }), name, where);
}

async function plan(base: Base, name: string, where: ScanWhere): Promise<PlannedRead> {
  const { state } = base;
  const topic = topicOf(base, name);
  const chosen = chosenPartitions(topic, where.partitions);
  const [topicId, bounds] = await Promise.all([
    fetchTopicId(state.client, name),
    readBounds(state, { ...topic, partitions: chosen }, where),
  ]);
  const ranges: ReadRange[] = [];
  const failures: PartitionFailure[] = [];
  for (const { partition, leader } of chosen) {
    const range = rangeOf(partition, leader, bounds, where);
    if (typeof range !== "string") ranges.push(range);
    else failures.push({ type: "partition-error", partition, offset: null, code: range, message: reasonOf(range) });
  }
  const backwards = where.start === "newest";
  return { state, topic, plan: { topic: name, topicId, isolation: where.isolation, ranges, backwards }, failures };
}

function reasonOf(code: ErrorCode): string {
  return code === "NO_LEADER" ? "It has no leader." : `Its leader did not tell its offsets (${code}).`;
}
