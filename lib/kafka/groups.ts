import {
  consumerGroupDescribeV0,
  describeGroupsV4,
  describeGroupsV5,
  listGroupsV3,
  listGroupsV4,
  listGroupsV5,
} from "@platformatic/kafka";
import kafkajs from "kafkajs";
import type { ClusterClient, Settled } from "./cluster-client.ts";
import type { KafkaError } from "./kafka-error.ts";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** ListedGroup is a group as its coordinator lists it; `type` is null before Kafka 3.8 (KIP-848 added it), `state` before 2.6. */
export type ListedGroup = {
  groupId: string;
  coordinator: number;
  protocolType: string;
  state: string | null;
  type: string | null;
};

/** TopicPartitions are partitions of one topic. */
export type TopicPartitions = { topic: string; partitions: number[] };

/** GroupMember is a member of a group; `target` is where a KIP-848 rebalance is heading, null for others. */
export type GroupMember = {
  memberId: string;
  instanceId: string | null;
  clientId: string;
  host: string;
  rack: string | null;
  assignments: TopicPartitions[];
  target: TopicPartitions[] | null;
};

/** DescribedGroup is a group's state, assignor and members. */
export type DescribedGroup = { state: string; protocol: string | null; members: GroupMember[] };

/** DescribedOrError is one group's description, or why there is none. */
export type DescribedOrError = DescribedGroup | { error: KafkaError };

type ListAnswer = {
  errorCode: number;
  groups: { groupId: string; protocolType: string; groupState?: string; groupType?: string }[];
};

/** listGroups asks every broker for the groups that it coordinates, all four types, one request a broker. */
export async function listGroups(client: ClusterClient, brokerIds: number[]): Promise<Settled<ListedGroup[]>[]> {
  return client.eachBroker(brokerIds, async (brokerId) => {
    const answer = await client.raw<ListAnswer>(brokerId, [
      attempt(listGroupsV5.api, [], []) as Attempt<ListAnswer>,
      attempt(listGroupsV4.api, [], []) as Attempt<ListAnswer>,
      attempt(listGroupsV3.api, [], []) as Attempt<ListAnswer>,
    ]);
    if (answer.errorCode !== 0) throw protocolError(answer.errorCode);
    return answer.groups.map(({ groupId, protocolType, groupState, groupType }) => ({
      groupId,
      coordinator: brokerId,
      protocolType,
      state: groupState ?? null,
      type: groupType ?? null,
    }));
  });
}

// Not every group of the classic protocol is a consumer group (Connect, Schema Registry write their own bytes), and a
// client may write bytes that do not decode: such a member is shown without partitions.
function decodeAssignment(bytes: Buffer, protocolType: string): TopicPartitions[] {
  if (protocolType !== "consumer" || bytes.length === 0) return [];
  try {
    const decoded = kafkajs.AssignerProtocol.MemberAssignment.decode(bytes);
    return Object.entries(decoded?.assignment ?? {}).map(([topic, partitions]) => ({
      topic,
      partitions: partitions.toSorted((a, b) => a - b),
    }));
  } catch {
    return [];
  }
}

type ClassicGroup = describeGroupsV5.DescribeGroupsResponse["groups"][number];

function toClassic(group: ClassicGroup): DescribedOrError {
  if (group.errorCode !== 0) return { error: protocolError(group.errorCode) };
  return {
    state: group.groupState,
    protocol: group.protocolData === "" ? null : group.protocolData,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      instanceId: member.groupInstanceId ?? null,
      clientId: member.clientId,
      host: member.clientHost,
      rack: null,
      assignments: decodeAssignment(member.memberAssignment, group.protocolType),
      target: null,
    })),
  };
}

/** describeClassicGroups describes groups of the classic protocol at their coordinator, in one request. By group id. */
export async function describeClassicGroups(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
): Promise<Map<string, DescribedOrError>> {
  const answer = await client.raw(coordinator, [
    attempt(describeGroupsV5.api, groupIds, false),
    attempt(describeGroupsV4.api, groupIds, false),
  ]);
  return new Map(answer.groups.map((group) => [group.groupId, toClassic(group)]));
}

type ConsumerGroup = consumerGroupDescribeV0.ConsumerGroupDescribeResponse["groups"][number];
type MemberAssignment = ConsumerGroup["members"][number]["assignment"];

function toTopicPartitions(assignment: MemberAssignment): TopicPartitions[] {
  return assignment.topicPartitions.map(({ topicName, partitions }) => ({
    topic: topicName,
    partitions: partitions.toSorted((a, b) => a - b),
  }));
}

function toConsumer(group: ConsumerGroup): DescribedOrError {
  if (group.errorCode !== 0) return { error: protocolError(group.errorCode, group.errorMessage) };
  return {
    state: group.groupState,
    protocol: group.assignorName === "" ? null : group.assignorName,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      instanceId: member.instanceId ?? null,
      clientId: member.clientId,
      host: member.clientHost,
      rack: member.rackId ?? null,
      assignments: toTopicPartitions(member.assignment),
      target: toTopicPartitions(member.targetAssignment),
    })),
  };
}

/** describeConsumerGroups describes groups of the new protocol (KIP-848), which DescribeGroups shows as Dead, at their coordinator. */
export async function describeConsumerGroups(
  client: ClusterClient,
  coordinator: number,
  groupIds: string[],
): Promise<Map<string, DescribedOrError>> {
  const answer = await client.raw(coordinator, [attempt(consumerGroupDescribeV0.api, groupIds, false)]);
  return new Map(answer.groups.map((group) => [group.groupId, toConsumer(group)]));
}
