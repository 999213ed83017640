import "server-only";
import type { TopicMetadata } from "../kafka/metadata.ts";
import type { Base } from "./base.ts";
import { InputError } from "./input-error.ts";
import { topicOf } from "./topics.ts";

/** topicToWrite gives a topic that records may be written to. Throws KafkaError NOT_FOUND, and InputError for Kafka's own topics: what is written there by hand breaks groups and transactions. */
export function topicToWrite(base: Base, name: string): TopicMetadata {
  const topic = topicOf(base, name);
  if (!topic.internal) return topic;
  const message = `${name} is Kafka's own: records written by hand would break groups and transactions.`;
  throw new InputError(message, [{ path: "topic", message }]);
}
