import type { KafkaError } from "./kafka-error.ts";

// After these the batch may have been written.
const unsure = new Set(["REQUEST_TIMED_OUT", "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "NETWORK_EXCEPTION"]);

const passing = new Set([
  "NOT_LEADER_OR_FOLLOWER",
  "LEADER_NOT_AVAILABLE",
  "UNKNOWN_TOPIC_OR_PARTITION",
  "NOT_ENOUGH_REPLICAS",
  "KAFKA_STORAGE_ERROR",
  "COORDINATOR_LOAD_IN_PROGRESS",
  "COORDINATOR_NOT_AVAILABLE",
]);

const lost = new Set([
  "OUT_OF_ORDER_SEQUENCE_NUMBER",
  "UNKNOWN_PRODUCER_ID",
  "INVALID_PRODUCER_EPOCH",
  "INVALID_PRODUCER_ID_MAPPING",
]);

/** isUnsure tells whether a batch may have been written although its answer is this error. */
export function isUnsure({ kafkaCode, code }: KafkaError): boolean {
  if (kafkaCode !== null) return unsure.has(kafkaCode);
  return code === "TIMEOUT" || code === "UNREACHABLE";
}

/** isPassing tells whether the same batch may be accepted later (org.apache.kafka.common.errors.RetriableException). */
export function isPassing(error: KafkaError): boolean {
  return isUnsure(error) || passing.has(error.kafkaCode ?? "");
}

/** isLost tells whether the broker no longer knows the producer, or its place in the partition (KIP-360): a new one begins at 0. */
export function isLost({ kafkaCode }: KafkaError): boolean {
  return lost.has(kafkaCode ?? "");
}
