import {
  createPartitionsV2,
  createPartitionsV3,
  createTopicsV5,
  createTopicsV6,
  createTopicsV7,
  deleteRecordsV1,
  deleteRecordsV2,
} from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import { protocolError, protocolErrorName } from "./protocol-error.ts";
import type { PartitionMetadata } from "./metadata.ts";

/** NewTopic is a topic to create. */
export type NewTopic = { name: string; partitions: number; replicationFactor: number; configs: Record<string, string> };

/** CreatedTopic is what the broker made, or would make: with the effective configuration (KIP-525), null when it may not be told. */
export type CreatedTopic = {
  partitions: number;
  replicationFactor: number;
  configs: { name: string; value: string | null; readOnly: boolean; source: number; sensitive: boolean }[] | null;
};

const brokerTimeoutMs = 10_000;

type CreateAnswer = { topics: createTopicsV7.CreateTopicsResponse["topics"] };

/** createTopic creates a topic; `validateOnly` makes the broker check it only. Throws KafkaError with the broker's sentence. */
export async function createTopic(
  client: ClusterClient,
  topic: NewTopic,
  validateOnly: boolean,
): Promise<CreatedTopic> {
  const asked = [
    {
      name: topic.name,
      numPartitions: topic.partitions,
      replicationFactor: topic.replicationFactor,
      assignments: [],
      configs: Object.entries(topic.configs).map(([name, value]) => ({ name, value })),
    },
  ];
  const attempts = [
    attempt(createTopicsV7.api, asked, brokerTimeoutMs, validateOnly),
    attempt(createTopicsV6.api, asked, brokerTimeoutMs, validateOnly) as Attempt<CreateAnswer>,
    attempt(createTopicsV5.api, asked, brokerTimeoutMs, validateOnly) as Attempt<CreateAnswer>,
  ];
  const answer = await client.changeOrTry<CreateAnswer>(attempts, validateOnly);
  const result = answer.topics[0];
  if (!result) throw new KafkaError("INTERNAL", "The broker did not answer for the topic.");
  if (result.errorCode !== 0) throw protocolError(result.errorCode, result.errorMessage);
  return {
    partitions: result.numPartitions,
    replicationFactor: result.replicationFactor,
    configs:
      result.configs?.map((config) => ({
        name: config.name,
        value: config.value ?? null,
        readOnly: config.readOnly,
        source: config.configSource,
        sensitive: config.isSensitive,
      })) ?? null,
  };
}

/** addPartitions raises a topic's number of partitions to `count`. Throws KafkaError with the broker's sentence. */
export async function addPartitions(
  client: ClusterClient,
  topic: string,
  count: number,
  validateOnly: boolean,
): Promise<void> {
  const asked = [{ name: topic, count, assignments: null }];
  const attempts = [
    attempt(createPartitionsV3.api, asked, brokerTimeoutMs, validateOnly),
    attempt(createPartitionsV2.api, asked, brokerTimeoutMs, validateOnly),
  ];
  const answer = await client.changeOrTry(attempts, validateOnly);
  const result = answer.results[0];
  if (result && result.errorCode !== 0) throw protocolError(result.errorCode, result.errorMessage);
}

/** deleteTopic deletes a topic for good (kafkajs's admin client). Throws KafkaError. */
export async function deleteTopic(client: ClusterClient, topic: string): Promise<void> {
  await client.admin((admin) => admin.deleteTopics({ topics: [topic], timeout: brokerTimeoutMs }));
}

/** DeletedRecords is a partition's new log start offset, or the code of why nothing was deleted: Kafka's own word, or that of KafkaError. */
export type DeletedRecords = { partition: number; logStartOffset: bigint } | { partition: number; error: string };

/** deleteRecords deletes the records below an offset (-1: the high watermark) of partitions of a topic, one request a leader. */
export async function deleteRecords(
  client: ClusterClient,
  topic: string,
  partitions: PartitionMetadata[],
  offsets: Map<number, bigint>,
): Promise<DeletedRecords[]> {
  const led = partitions.filter(({ partition, leader }) => offsets.has(partition) && leader !== null);
  const leaders = Map.groupBy(led, ({ leader }) => leader!);
  const answers = await client.eachBroker([...leaders.keys()], async (leader) => {
    const asked = leaders
      .get(leader)!
      .map(({ partition }) => ({ partitionIndex: partition, offset: offsets.get(partition)! }));
    const topics = [{ name: topic, partitions: asked }];
    const answer = await client.changeAt(leader, [
      attempt(deleteRecordsV2.api, topics, brokerTimeoutMs),
      attempt(deleteRecordsV1.api, topics, brokerTimeoutMs),
    ]);
    return answer.topics.flatMap((result) => result.partitions);
  });
  return answers.flatMap((answer): DeletedRecords[] => {
    if ("error" in answer)
      return leaders.get(answer.brokerId)!.map(({ partition }) => ({ partition, error: answer.error.code }));
    return answer.value.map(({ partitionIndex, lowWatermark, errorCode }) =>
      errorCode === 0
        ? { partition: partitionIndex, logStartOffset: lowWatermark }
        : { partition: partitionIndex, error: protocolErrorName(errorCode) },
    );
  });
}
