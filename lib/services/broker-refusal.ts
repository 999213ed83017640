import type { FieldError } from "../api/problem.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { InputError } from "./input-error.ts";

const fieldOf: Record<string, string> = {
  INVALID_TOPIC_EXCEPTION: "name",
  TOPIC_ALREADY_EXISTS: "name",
  INVALID_PARTITIONS: "partitions",
  INVALID_REPLICATION_FACTOR: "replicationFactor",
  INVALID_REPLICA_ASSIGNMENT: "replicationFactor",
};

// The broker names the setting in its sentence; the longest match wins, since "segment.ms" is part of "segment.ms.max".
function settingIn(message: string, names: string[]): string | undefined {
  return names.filter((name) => message.includes(name)).toSorted((a, b) => b.length - a.length)[0];
}

/** toRefusal puts a broker's refusal at the field it belongs to; `configs` are the settings of the input, under `prefix`. What is no refusal of an input stays as it is. */
export function toRefusal(error: unknown, configs: string[], prefix: string): unknown {
  if (!(error instanceof KafkaError) || error instanceof InputError) return error;
  if (error.code !== "INVALID" && error.code !== "CONFLICT") return error;
  const message = error.brokerMessage ?? error.message;
  const setting = settingIn(message, configs);
  const field = fieldOf[error.kafkaCode ?? ""] ?? (setting === undefined ? undefined : `${prefix}${setting}`);
  const fields: FieldError[] = field === undefined ? [] : [{ path: field, message }];
  return new InputError(message, fields, { code: error.code, cause: error });
}
