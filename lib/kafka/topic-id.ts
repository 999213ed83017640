import { metadataV12 } from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** fetchTopicId reads a topic's id (KIP-516), by which newer versions of Fetch name it. Throws KafkaError NOT_FOUND. */
export async function fetchTopicId(client: ClusterClient, name: string): Promise<string> {
  const { topics } = await client.anyRaw([attempt(metadataV12.api, [name], false, false)]);
  const topic = topics[0];
  if (!topic) throw new KafkaError("NOT_FOUND", `${client.config.name} has no topic ${name}.`);
  if (topic.errorCode !== 0) throw protocolError(topic.errorCode);
  return topic.topicId;
}
