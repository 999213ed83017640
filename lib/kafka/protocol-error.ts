import { protocolErrorsCodesById } from "@platformatic/kafka";
import type { ErrorCode } from "../api/problem.ts";
import { KafkaError } from "./kafka-error.ts";

const codes: Record<string, ErrorCode> = {
  UNKNOWN_TOPIC_OR_PARTITION: "NOT_FOUND",
  UNKNOWN_TOPIC_ID: "NOT_FOUND",
  GROUP_ID_NOT_FOUND: "NOT_FOUND",
  LEADER_NOT_AVAILABLE: "NO_LEADER",
  NOT_LEADER_OR_FOLLOWER: "NO_LEADER",
  REPLICA_NOT_AVAILABLE: "NO_LEADER",
  OFFSET_NOT_AVAILABLE: "NO_LEADER",
  REQUEST_TIMED_OUT: "TIMEOUT",
  BROKER_NOT_AVAILABLE: "UNREACHABLE",
  NETWORK_EXCEPTION: "UNREACHABLE",
  COORDINATOR_LOAD_IN_PROGRESS: "UNREACHABLE",
  COORDINATOR_NOT_AVAILABLE: "UNREACHABLE",
  NOT_COORDINATOR: "UNREACHABLE",
  NOT_CONTROLLER: "UNREACHABLE",
  TOPIC_AUTHORIZATION_FAILED: "UNAUTHORIZED",
  GROUP_AUTHORIZATION_FAILED: "UNAUTHORIZED",
  CLUSTER_AUTHORIZATION_FAILED: "UNAUTHORIZED",
  SASL_AUTHENTICATION_FAILED: "UNAUTHENTICATED",
  UNSUPPORTED_SASL_MECHANISM: "UNAUTHENTICATED",
  ILLEGAL_SASL_STATE: "UNAUTHENTICATED",
  UNSUPPORTED_VERSION: "UNSUPPORTED",
  TOPIC_DELETION_DISABLED: "UNSUPPORTED",
  TOPIC_ALREADY_EXISTS: "CONFLICT",
  NON_EMPTY_GROUP: "CONFLICT",
  REASSIGNMENT_IN_PROGRESS: "CONFLICT",
  INVALID_TOPIC_EXCEPTION: "INVALID",
  INVALID_PARTITIONS: "INVALID",
  INVALID_REPLICATION_FACTOR: "INVALID",
  INVALID_REPLICA_ASSIGNMENT: "INVALID",
  INVALID_CONFIG: "INVALID",
  INVALID_REQUEST: "INVALID",
  POLICY_VIOLATION: "INVALID",
  OFFSET_OUT_OF_RANGE: "INVALID",
  THROTTLING_QUOTA_EXCEEDED: "INVALID",
};

/** protocolErrorName gives Kafka's word for a protocol error number: 3 -> UNKNOWN_TOPIC_OR_PARTITION. */
export function protocolErrorName(errorCode: number): string {
  return protocolErrorsCodesById[errorCode] ?? `ERROR_${errorCode}`;
}

/** errorCodeOf maps Kafka's word for an error to ours; INTERNAL for what has no better place. */
export function errorCodeOf(kafkaCode: string): ErrorCode {
  return codes[kafkaCode] ?? "INTERNAL";
}

/** protocolError makes the KafkaError of a protocol error number; `message` is the broker's sentence when it sent one. */
export function protocolError(errorCode: number, message: string | null = null): KafkaError {
  const kafkaCode = protocolErrorName(errorCode);
  return new KafkaError(errorCodeOf(kafkaCode), message ?? kafkaCode, { kafkaCode, brokerMessage: message });
}
