import type { ErrorCode } from "../api/problem.ts";
import type { ClusterClient } from "./cluster-client.ts";
import { listOffsetsV6, type OffsetsAsked, type OffsetsTold } from "./list-offsets.ts";
import { attempt } from "./platformatic-brokers.ts";
import { errorCodeOf, protocolErrorName } from "./protocol-error.ts";
import type { TopicMetadata } from "./metadata.ts";

/** OffsetOrError is an offset, or the code of why it is not known. */
export type OffsetOrError = { offset: bigint } | { error: ErrorCode };

/** OffsetKind: `start` = log start, `end` = high watermark (isolation 0), `stable` = last stable offset (isolation 1), or a time in ms: the first offset at or after it. */
export type OffsetKind = "start" | "end" | "stable" | bigint;

function timestampOf(kind: OffsetKind): bigint {
  if (kind === "start") return -2n;
  return typeof kind === "bigint" ? kind : -1n;
}

/** Leaders are the partitions of some topics by the broker that leads them. */
export type Leaders = Map<number, OffsetsAsked[]>;

/** groupByLeader sorts the partitions of topics by the broker that leads them. */
export function groupByLeader(topics: TopicMetadata[]): Leaders {
  const leaders: Leaders = new Map();
  for (const { name, partitions } of topics) {
    for (const { partition, leader } of partitions) {
      if (leader === null) continue;
      let asked = leaders.get(leader);
      if (!asked) leaders.set(leader, (asked = []));
      const last = asked.at(-1);
      if (last?.topic === name) last.partitions.push(partition);
      else asked.push({ topic: name, partitions: [partition] });
    }
  }
  return leaders;
}

/** FirstRecord is the first record of a partition that has a timestamp: its offset and the timestamp (ms since the epoch, as the record says); `empty` when there is none. */
export type FirstRecord = { offset: bigint; timestamp: bigint } | { empty: true };

/** FirstRecordOrError is it, or the code of why it is not known. */
export type FirstRecordOrError = FirstRecord | { error: ErrorCode };

type Missing = { error: ErrorCode };
type Asked = { isolation: number; timestamp: bigint; leaders: Leaders };

async function ask<T>(
  client: ClusterClient,
  topics: TopicMetadata[],
  { isolation, timestamp, leaders }: Asked,
  read: (offset: bigint, timestamp: bigint) => T,
): Promise<Map<string, (T | Missing)[]>> {
  const found = new Map(
    topics.map(({ name, partitions }) => [name, partitions.map((): T | Missing => ({ error: "NO_LEADER" }))]),
  );
  const answers = await client.eachBroker([...leaders.keys()], (leader) =>
    client.rawOffsets(leader, [attempt(listOffsetsV6, isolation, timestamp, leaders.get(leader)!)]),
  );
  for (const answer of answers) {
    if ("value" in answer) put(found, answer.value, read);
    else putError(found, leaders.get(answer.brokerId)!, answer.error.code);
  }
  return found;
}

function put<T>(
  found: Map<string, (T | Missing)[]>,
  answer: OffsetsTold,
  read: (offset: bigint, timestamp: bigint) => T,
): void {
  answer.each((topic, partition, errorCode, offset, timestamp) => {
    found.get(topic)![partition] =
      errorCode === 0 ? read(offset, timestamp) : { error: errorCodeOf(protocolErrorName(errorCode)) };
  });
}

function putError(found: Map<string, unknown[]>, requests: OffsetsAsked[], error: ErrorCode): void {
  for (const { topic, partitions } of requests) {
    for (const partition of partitions) found.get(topic)![partition] = { error };
  }
}

/** fetchOffsets reads one offset of every partition of the topics, in one ListOffsets request a broker. Never throws: a partition whose leader is missing, or did not answer, holds its code. Offset -1 = none at or after that time. Who asks for several kinds works out the leaders once. */
export async function fetchOffsets(
  client: ClusterClient,
  topics: TopicMetadata[],
  kind: OffsetKind,
  leaders: Leaders = groupByLeader(topics),
): Promise<Map<string, OffsetOrError[]>> {
  const asked = { isolation: kind === "stable" ? 1 : 0, timestamp: timestampOf(kind), leaders };
  return ask(client, topics, asked, (offset) => ({ offset }));
}

/** fetchFirstRecords reads the first record of every partition, in one ListOffsets request a broker: the broker looks for the first record at or after time 0, from the log start offset on (kafka.log.UnifiedLog.fetchOffsetByTimestamp), and tells its timestamp, which it does not of `earliest`. Never throws, as fetchOffsets. */
export async function fetchFirstRecords(
  client: ClusterClient,
  topics: TopicMetadata[],
): Promise<Map<string, FirstRecordOrError[]>> {
  return ask(
    client,
    topics,
    { isolation: 0, timestamp: 0n, leaders: groupByLeader(topics) },
    (offset, timestamp): FirstRecord => (offset < 0n ? { empty: true } : { offset, timestamp }),
  );
}
