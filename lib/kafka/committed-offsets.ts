import { offsetFetchV8, offsetFetchV9 } from "@platformatic/kafka";
import { inOrder } from "../domain/in-order.ts";
import type { ClusterClient } from "./cluster-client.ts";
import type { KafkaError } from "./kafka-error.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** Committed is a group's committed offset of one partition. `lag` is the broker's own count where it tells one (share groups acknowledge out of order), null where it follows from the offsets. */
export type Committed = { partition: number; offset: bigint; metadata: string | null; lag: bigint | null };

/** CommittedOrError is all that a group has committed, by topic, or why it is not known. */
export type CommittedOrError = { topics: Map<string, Committed[]> } | { error: KafkaError };

type FetchedGroup = offsetFetchV9.OffsetFetchResponse["groups"][number];

function toCommitted(group: FetchedGroup): CommittedOrError {
  if (group.errorCode !== 0) return { error: protocolError(group.errorCode) };
  const topics = new Map<string, Committed[]>();
  for (const { name, partitions } of group.topics) {
    // -1 is "none"; some clients have committed -2, which is none as well.
    const known = partitions.filter((partition) => partition.errorCode === 0 && partition.committedOffset >= 0n);
    const committed = known.map(({ partitionIndex, committedOffset, metadata }) => ({
      partition: partitionIndex,
      offset: committedOffset,
      metadata: metadata || null,
      lag: null,
    }));
    if (committed.length > 0)
      topics.set(
        name,
        inOrder(committed, ({ partition }) => partition),
      );
  }
  return { topics };
}

/** fetchCommitted reads all committed offsets of many groups at their coordinator, in one request (OffsetFetch v8, KIP-709). Transactional commits that are still open are not waited for. By group id. */
export async function fetchCommitted(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
  topics: offsetFetchV9.OffsetFetchRequestTopic[] | null = null,
): Promise<Map<string, CommittedOrError>> {
  const groups = groupIds.map((groupId) => ({ groupId, memberId: null, memberEpoch: -1, topics }));
  const answer = await client.raw(coordinator, [
    attempt(offsetFetchV9.api, groups, false),
    attempt(offsetFetchV8.api, groups, false),
  ]);
  return new Map(answer.groups.map((group) => [group.groupId, toCommitted(group)]));
}
