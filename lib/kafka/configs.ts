import {
  describeConfigsV1,
  describeConfigsV2,
  describeConfigsV3,
  describeConfigsV4,
  incrementalAlterConfigsV0,
  incrementalAlterConfigsV1,
} from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** ConfigResource is what has settings: a topic (by name) or a broker (by id). */
export type ConfigResource = { kind: "topic" | "broker"; name: string };

/** ConfigEntry is one setting as the broker tells it; numbers of source and type are Kafka's (DescribeConfigsResponse.ConfigSource, ConfigType). */
export type ConfigEntry = {
  name: string;
  value: string | null;
  readOnly: boolean;
  source: number;
  sensitive: boolean;
  synonyms: { name: string; value: string | null; source: number }[];
  type: number;
  documentation: string | null;
};

/** ConfigsOrError is the settings of one resource, or why they were not told. */
export type ConfigsOrError = { configs: ConfigEntry[] } | { error: KafkaError };

type Result = describeConfigsV4.DescribeConfigsResponse["results"][number];
type Answer = { results: Result[] };

const resourceTypes = { topic: 2, broker: 4 } as const;

function toEntry(config: Result["configs"][number]): ConfigEntry {
  return {
    name: config.name,
    value: config.isSensitive ? null : (config.value ?? null),
    readOnly: config.readOnly,
    source: config.configSource,
    sensitive: config.isSensitive,
    synonyms: config.synonyms.map((synonym) => ({
      ...synonym,
      value: config.isSensitive ? null : (synonym.value ?? null),
    })),
    type: config.configType ?? 0,
    documentation: config.documentation ?? null,
  };
}

function attempts(resources: ConfigResource[], keys: string[] | null, full: boolean): Attempt<Answer>[] {
  const asked = resources.map(({ kind, name }) => ({
    resourceType: resourceTypes[kind],
    resourceName: name,
    configurationKeys: keys,
  }));
  return [
    attempt(describeConfigsV4.api, asked, full, full),
    attempt(describeConfigsV3.api, asked, full, full) as Attempt<Answer>,
    attempt(describeConfigsV2.api, asked, full, false) as Attempt<Answer>,
    attempt(describeConfigsV1.api, asked, full, false) as Attempt<Answer>,
  ];
}

/** fetchConfigs reads the settings of topics at any broker, or of one broker at that broker, in one DescribeConfigs request. `keys` limits them; `full` brings synonyms and documentation (KIP-569). By resource name. */
export async function fetchConfigs(
  client: ClusterClient,
  resources: ConfigResource[],
  options: { keys?: string[]; full?: boolean; at?: number } = {},
): Promise<Map<string, ConfigsOrError>> {
  const wanted = attempts(resources, options.keys ?? null, options.full ?? false);
  const answer = options.at === undefined ? await client.anyRaw(wanted) : await client.raw(options.at, wanted);
  return new Map(
    answer.results.map((result): [string, ConfigsOrError] => [
      result.resourceName,
      result.errorCode === 0
        ? { configs: result.configs.map(toEntry) }
        : { error: protocolError(result.errorCode, result.errorMessage) },
    ]),
  );
}

/** alterTopicConfigs sets and deletes a topic's settings incrementally (KIP-339); others stay. `validateOnly` asks the broker whether it would. Throws KafkaError with the broker's sentence. */
export async function alterTopicConfigs(
  client: ClusterClient,
  topic: string,
  change: { set: Record<string, string>; delete: string[] },
  validateOnly: boolean,
): Promise<void> {
  const configs = [
    ...Object.entries(change.set).map(([name, value]) => ({ name, configOperation: 0 as const, value })),
    ...change.delete.map((name) => ({ name, configOperation: 1 as const, value: null })),
  ];
  const resources = [{ resourceType: resourceTypes.topic, resourceName: topic, configs }] as Parameters<
    typeof incrementalAlterConfigsV1.api.async
  >[1];
  const versions = [
    attempt(incrementalAlterConfigsV1.api, resources, validateOnly),
    attempt(incrementalAlterConfigsV0.api, resources as never, validateOnly),
  ];
  const answer = await client.changeOrTry(versions, validateOnly);
  const result = answer.responses[0];
  if (!result) throw new KafkaError("INTERNAL", "The broker did not answer for the topic.");
  if (result.errorCode !== 0) throw protocolError(result.errorCode, result.errorMessage);
}
