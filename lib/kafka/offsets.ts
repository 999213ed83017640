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

/** groupByLeader sorts the partitions of topics by the broker that leads them. */
export function groupByLeader(topics: TopicMetadata[]): Map<number, OffsetsAsked[]> {
  const leaders = new Map<number, OffsetsAsked[]>();
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

function put(found: Map<string, OffsetOrError[]>, answer: OffsetsTold[]): void {
  for (const { topic, partitions, errorCodes, offsets: told } of answer) {
    const offsets = found.get(topic)!;
    for (let index = 0; index < partitions.length; index++) {
      const errorCode = errorCodes[index]!;
      offsets[partitions[index]!] =
        errorCode === 0 ? { offset: told[index]! } : { error: errorCodeOf(protocolErrorName(errorCode)) };
    }
  }
}

function putError(found: Map<string, OffsetOrError[]>, requests: OffsetsAsked[], error: ErrorCode): void {
  for (const { topic, partitions } of requests) {
    for (const partition of partitions) found.get(topic)![partition] = { error };
  }
}

/** fetchOffsets reads one offset of every partition of the topics, in one ListOffsets request a broker (kafkajs). Never throws: a partition whose leader is missing, or did not answer, holds its code. Offset -1 = none at or after that time. */
export async function fetchOffsets(
  client: ClusterClient,
  topics: TopicMetadata[],
  kind: OffsetKind,
): Promise<Map<string, OffsetOrError[]>> {
  const found = new Map(
    topics.map(({ name, partitions }) => [name, partitions.map((): OffsetOrError => ({ error: "NO_LEADER" }))]),
  );
  const requests = groupByLeader(topics);
  const isolationLevel = kind === "stable" ? 1 : 0;
  const answers = await client.eachBroker([...requests.keys()], (leader) =>
    client.rawOffsets(leader, [attempt(listOffsetsV6, isolationLevel, timestampOf(kind), requests.get(leader)!)]),
  );
  for (const answer of answers) {
    if ("value" in answer) put(found, answer.value);
    else putError(found, requests.get(answer.brokerId)!, answer.error.code);
  }
  return found;
}
