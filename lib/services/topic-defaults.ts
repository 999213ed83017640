import { randomUUID } from "node:crypto";
import type { Config } from "../api/configs.ts";
import type { ClusterClient } from "../kafka/cluster-client.ts";
import { createTopic, type CreatedTopic } from "../kafka/topic-changes.ts";
import { configSourceOf } from "./to-config.ts";

/** readTopicDefaults asks what a topic without any setting of its own would run with: a dry run of one that is never made (KIP-525). Throws KafkaError. */
export async function readTopicDefaults(client: ClusterClient): Promise<CreatedTopic> {
  const probe = { name: `highwater-dry-run-${randomUUID()}`, partitions: -1, replicationFactor: -1, configs: {} };
  return createTopic(client, probe, true);
}

/** lacksDefault tells whether a setting of a topic hides its default: brokers tell none for those that they derive from hours or minutes (retention.ms of log.retention.hours). */
export function lacksDefault({ source, defaultValue }: Config): boolean {
  return source === "topic" && defaultValue === null;
}

/** withDefault gives a setting the default that a new topic has. */
export function withDefault(config: Config, { configs }: CreatedTopic): Config {
  const told = lacksDefault(config) ? configs?.find(({ name }) => name === config.name) : undefined;
  if (!told) return config;
  return { ...config, defaultValue: told.sensitive ? null : told.value, defaultSource: configSourceOf(told.source) };
}
