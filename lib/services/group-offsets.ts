import "server-only";
import type { GroupPartition, GroupPartitionList, GroupPartitionListQuery } from "../api/groups.ts";
import { valueOf } from "../domain/known.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import type { GroupPartitionFacts } from "./group-facts.ts";
import { readGroup } from "./group-read.ts";
import type { IsAtMost } from "./group-row.ts";

function toRow(facts: GroupPartitionFacts, isAtMost: IsAtMost): GroupPartition {
  return {
    topic: facts.topic,
    partition: facts.partition,
    memberId: facts.owner?.memberId ?? null,
    clientId: facts.owner?.clientId ?? null,
    host: facts.owner?.host ?? null,
    committedOffset: facts.committed?.toString() ?? null,
    logStartOffset: valueOf(facts.start)?.toString() ?? null,
    lastStableOffset: (facts.stable && valueOf(facts.stable)?.toString()) ?? null,
    endOffset: valueOf(facts.end)?.toString() ?? null,
    lag: facts.lag?.toString() ?? null,
    lagAtMost: isAtMost(facts.topic) || facts.anomalies.includes("open-transaction"),
    lost: facts.lost?.toString() ?? null,
    anomalies: facts.anomalies,
    metadata: facts.metadata,
  };
}

function sortKeyOf(field: string, facts: GroupPartitionFacts): SortKey {
  if (field === "lag") return facts.lag;
  if (field === "lost") return facts.lost;
  if (field === "memberId") return facts.owner?.memberId ?? null;
  return field === "partition" ? facts.partition : facts.topic;
}

/** listGroupOffsets answers `GET groups/{groupId}/offsets`: the partitions that the group has committed or owns. Throws KafkaError NOT_FOUND. */
export async function listGroupOffsets(
  clusterId: string,
  groupId: string,
  query: GroupPartitionListQuery,
  freshness?: Freshness,
): Promise<GroupPartitionList> {
  return keepAnswer(clusterId, ["listGroupOffsets", groupId, query], freshness, (within) =>
    readListGroupOffsets(clusterId, groupId, query, within),
  );
}

async function readListGroupOffsets(
  clusterId: string,
  groupId: string,
  query: GroupPartitionListQuery,
  freshness: Freshness,
): Promise<GroupPartitionList> {
  const { base, partitions, isAtMost } = await readGroup(clusterId, groupId, freshness);
  const wanted = query.search.trim().toLowerCase();
  const matching = partitions.filter(
    ({ topic }) => (query.topic === undefined || topic === query.topic) && topic.toLowerCase().includes(wanted),
  );
  const sorted = sortBy(
    matching,
    (facts) => sortKeyOf(query.sort.replace("-", ""), facts),
    query.sort.startsWith("-"),
    ({ topic, partition }) => `${topic} ${String(partition).padStart(9, "0")}`,
  );
  const page = paginate(sorted, query.page, query.pageSize);
  return { ...base.evidence.answer(), ...page, items: page.items.map((facts) => toRow(facts, isAtMost)) };
}
