import type { ErrorCode } from "../api/problem.ts";
import type { ClusterClient } from "./cluster-client.ts";
import type { KafkaJsListOffsets } from "./kafkajs-brokers.ts";
import { errorCodeOf, protocolErrorName } from "./protocol-error.ts";
import type { TopicMetadata } from "./metadata.ts";

/** OffsetOrError is an offset, or the code of why it is not known. */
export type OffsetOrError = { offset: bigint } | { error: ErrorCode };

/** OffsetKind: `start` = log start, `end` = high watermark (isolation 0), `stable` = last stable offset (isolation 1), or a time in ms: the first offset at or after it. */
export type OffsetKind = "start" | "end" | "stable" | bigint;

type TopicRequest = { topic: string; partitions: { partition: number; timestamp: string }[] };

function timestampOf(kind: OffsetKind): string {
  if (kind === "start") return "-2";
  return typeof kind === "bigint" ? String(kind) : "-1";
}

function byLeader(topics: TopicMetadata[], kind: OffsetKind): Map<number, TopicRequest[]> {
  const timestamp = timestampOf(kind);
  const leaders = new Map<number, Map<string, TopicRequest>>();
  for (const { name, partitions } of topics) {
    for (const { partition, leader } of partitions) {
      if (leader === null) continue;
      const requests = leaders.get(leader) ?? new Map<string, TopicRequest>();
      const request = requests.get(name) ?? { topic: name, partitions: [] };
      request.partitions.push({ partition, timestamp });
      requests.set(name, request);
      leaders.set(leader, requests);
    }
  }
  return new Map([...leaders].map(([leader, requests]) => [leader, [...requests.values()]]));
}

function put(found: Map<string, OffsetOrError[]>, answer: KafkaJsListOffsets): void {
  for (const { topic, partitions } of answer.responses) {
    const offsets = found.get(topic)!;
    for (const { partition, errorCode, offset } of partitions) {
      offsets[partition] =
        errorCode === 0 ? { offset: BigInt(offset) } : { error: errorCodeOf(protocolErrorName(errorCode)) };
    }
  }
}

function putError(found: Map<string, OffsetOrError[]>, requests: TopicRequest[], error: ErrorCode): void {
  for (const { topic, partitions } of requests) {
    for (const { partition } of partitions) found.get(topic)![partition] = { error };
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
  const requests = byLeader(topics, kind);
  const isolationLevel = kind === "stable" ? 1 : 0;
  const answers = await client.eachBroker([...requests.keys()], (leader) =>
    client.kafkaJs(leader, (broker) =>
      broker.listOffsets({ replicaId: -1, isolationLevel, topics: requests.get(leader)! }),
    ),
  );
  for (const answer of answers) {
    if ("value" in answer) put(found, answer.value);
    else putError(found, requests.get(answer.brokerId)!, answer.error.code);
  }
  return found;
}
