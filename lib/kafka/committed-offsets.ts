import type { ClusterClient } from "./cluster-client.ts";
import type { TopicPartitions } from "./groups.ts";
import type { KafkaError } from "./kafka-error.ts";
import { type Committed, offsetFetchV8, offsetFetchV9 } from "./offset-fetch.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** CommittedOrError is all that a group has committed, by topic, or why it is not known. */
export type CommittedOrError = { topics: ReadonlyMap<string, Committed[]> } | { error: KafkaError };

/** fetchCommitted reads the committed offsets of many groups at their coordinator, in one request (OffsetFetch v8, KIP-709): all of them, or those on some partitions. Transactional commits that are still open are not waited for. By group id. */
export async function fetchCommitted(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
  topics: TopicPartitions[] | null = null,
): Promise<Map<string, CommittedOrError>> {
  const told = await client.raw(coordinator, [
    attempt(offsetFetchV9, groupIds, topics),
    attempt(offsetFetchV8, groupIds, topics),
  ]);
  const committed = new Map<string, CommittedOrError>();
  for (const { groupId, errorCode, topics: ofGroup } of told)
    committed.set(groupId, errorCode === 0 ? { topics: ofGroup } : { error: protocolError(errorCode) });
  return committed;
}
