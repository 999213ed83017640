import "server-only";
import type { GroupDetail, GroupTopic, Member } from "../api/groups.ts";
import { summarizeLag } from "../domain/lag.ts";
import type { GroupMember } from "../kafka/groups.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { describedOf, type GroupPartitionFacts } from "./group-facts.ts";
import { readGroup } from "./group-read.ts";
import { type IsAtMost, toGroup } from "./group-row.ts";
import { groupSamples } from "./group-samples.ts";

function sameAssignments(member: GroupMember): boolean {
  return (
    JSON.stringify(member.assignments.toSorted((a, b) => (a.topic < b.topic ? -1 : 1))) ===
    JSON.stringify(member.target?.toSorted((a, b) => (a.topic < b.topic ? -1 : 1)))
  );
}

function toMember(member: GroupMember, partitions: GroupPartitionFacts[]): Member {
  const { lag } = summarizeLag(partitions.filter(({ owner }) => owner === member));
  const { target, ...rest } = member;
  return {
    ...rest,
    target: target === null || sameAssignments(member) ? null : target,
    partitions: member.assignments.reduce((sum, assignment) => sum + assignment.partitions.length, 0),
    lag: lag?.toString() ?? null,
  };
}

function toTopicSums(partitions: GroupPartitionFacts[], isAtMost: IsAtMost): GroupTopic[] {
  return [...Map.groupBy(partitions, ({ topic }) => topic)].map(([topic, rows]) => {
    const sum = summarizeLag(rows);
    return {
      topic,
      partitions: sum.partitions,
      lag: sum.lag?.toString() ?? null,
      lagAtMost: isAtMost(topic) || rows.some(({ anomalies }) => anomalies.includes("open-transaction")),
      lost: sum.lost.toString(),
      partitionsWithoutCommit: sum.withoutCommit,
      unknownPartitions: sum.unknown,
    };
  });
}

/** describeGroup answers `GET groups/{groupId}`. Throws KafkaError NOT_FOUND. */
export async function describeGroup(clusterId: string, groupId: string, freshness?: Freshness): Promise<GroupDetail> {
  return keepAnswer(clusterId, ["describeGroup", groupId], freshness, (within) =>
    readDescribeGroup(clusterId, groupId, within),
  );
}

async function readDescribeGroup(clusterId: string, groupId: string, freshness: Freshness): Promise<GroupDetail> {
  const { base, read, partitions, isAtMost } = await readGroup(clusterId, groupId, freshness);
  if (read.committed && "error" in read.committed) base.evidence.fail("committed offsets", read.committed.error);
  if (read.described && "error" in read.described) base.evidence.fail("group members", read.described.error);
  const described = describedOf(read);
  return {
    ...base.evidence.answer(),
    ...toGroup(read, partitions, isAtMost, groupSamples(base.state)),
    protocol: described?.protocol ?? null,
    members: described?.members.map((member) => toMember(member, partitions)) ?? null,
    topics: toTopicSums(partitions, isAtMost),
  };
}
