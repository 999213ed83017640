import type { BrokerAddress, ClusterClient } from "./cluster-client.ts";
import type { KafkaJsMetadata } from "./kafkajs-brokers.ts";
import { errorCodeOf, protocolErrorName } from "./protocol-error.ts";
import type { ErrorCode } from "../api/problem.ts";
import { inOrder } from "../domain/in-order.ts";

/** PartitionMetadata is a partition as the brokers see it; leader null = there is none. `replicas[0]` is the preferred leader. */
export type PartitionMetadata = {
  partition: number;
  leader: number | null;
  replicas: number[];
  isr: number[];
  offlineReplicas: number[];
};

/** TopicMetadata is a topic with its partitions in order; `error` says why the brokers would not describe it. */
export type TopicMetadata = {
  name: string;
  internal: boolean;
  partitions: PartitionMetadata[];
  error: ErrorCode | null;
};

/** ClusterMetadata is the whole cluster in one answer. Its controller id is not used: under KRaft brokers name any live broker (see quorum.ts). */
export type ClusterMetadata = {
  clusterId: string | null;
  brokers: BrokerAddress[];
  topics: Map<string, TopicMetadata>;
};

type KafkaJsTopic = KafkaJsMetadata["topicMetadata"][number];

function toPartition(partition: KafkaJsTopic["partitionMetadata"][number]): PartitionMetadata {
  return {
    partition: partition.partitionId,
    leader: partition.leader < 0 ? null : partition.leader,
    replicas: partition.replicas,
    isr: partition.isr,
    offlineReplicas: partition.offlineReplicas ?? [],
  };
}

function toTopic(topic: KafkaJsTopic): TopicMetadata {
  return {
    name: topic.topic,
    internal: topic.isInternal,
    partitions: inOrder(topic.partitionMetadata.map(toPartition), ({ partition }) => partition),
    error: topic.topicErrorCode === 0 ? null : errorCodeOf(protocolErrorName(topic.topicErrorCode)),
  };
}

/** fetchMetadata reads brokers, topics and partitions of the whole cluster, or of `names` alone, in one request (kafkajs, Metadata up to v6), and teaches the client the brokers' addresses. Throws KafkaError when no broker answers. */
export async function fetchMetadata(client: ClusterClient, names: string[] = []): Promise<ClusterMetadata> {
  const answer = await client.anyKafkaJs((broker) => broker.metadata(names));
  const brokers = answer.brokers.map(({ nodeId, host, port, rack }) => ({
    brokerId: nodeId,
    host,
    port,
    rack: rack ?? null,
  }));
  client.learn(brokers);
  const topics = answer.topicMetadata.map(toTopic).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    clusterId: answer.clusterId,
    brokers: brokers.toSorted((a, b) => a.brokerId - b.brokerId),
    topics: new Map(topics.map((topic) => [topic.name, topic])),
  };
}
