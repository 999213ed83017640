import "server-only";
import type { Config, TopicSettings } from "../api/configs.ts";
import type { CreatedTopic } from "../kafka/topic-changes.ts";
import { type Base, readBase } from "./base.ts";
import { readBrokers } from "./broker-rows.ts";
import { whole } from "./cluster-state.ts";
import type { Freshness } from "./freshness.ts";
import { configSourceOf, toConfig } from "./to-config.ts";

// Types and explanations are told of topics that exist, by the broker; any one will do.
async function readExplained({ state, metadata, evidence, freshness }: Base): Promise<Map<string, Config>> {
  const topic = metadata.topics.keys().next().value;
  if (topic === undefined) return new Map();
  try {
    const read = evidence.take(
      await state.fullTopicConfigs.one(topic, freshness.notBefore),
      "explanations of settings",
    );
    if ("error" in read) throw read.error;
    return new Map(read.configs.map((entry) => [entry.name, toConfig(entry, "topic")]));
  } catch (error) {
    evidence.fail("explanations of settings", error);
    return new Map();
  }
}

async function readNewTopic({ state, evidence, freshness }: Base): Promise<CreatedTopic | null> {
  try {
    return evidence.take(await state.topicDefaults.one(whole, freshness.notBefore), "defaults of a new topic");
  } catch (error) {
    evidence.fail("defaults of a new topic", error);
    return null;
  }
}

function toItems(created: CreatedTopic | null, explained: Map<string, Config>): Config[] {
  return (created?.configs ?? []).map(({ name, value, readOnly, source, sensitive }): Config => {
    const known = explained.get(name);
    const told = { value: sensitive ? null : value, source: configSourceOf(source) };
    return {
      name,
      ...told,
      readOnly,
      sensitive,
      type: known?.type ?? "unknown",
      defaultValue: told.value,
      defaultSource: told.source,
      synonyms: known?.synonyms.filter((synonym) => synonym.source !== "topic") ?? [],
      documentation: known?.documentation ?? null,
    };
  });
}

/** describeTopicSettings answers `GET topic-settings`: what the form of a new topic must know of the cluster. */
export async function describeTopicSettings(clusterId: string, freshness?: Freshness): Promise<TopicSettings> {
  const base = await readBase(clusterId, freshness);
  const [explained, created, { brokers }] = await Promise.all([
    readExplained(base),
    readNewTopic(base),
    readBrokers(base),
  ]);
  const live = brokers.filter(({ status }) => status !== "down");
  const free = live.map(({ diskUsableBytes }) => diskUsableBytes);
  return {
    ...base.evidence.answer(),
    liveBrokers: live.map(({ brokerId, rack }) => ({ brokerId, rack })),
    defaultPartitions: created?.partitions ?? null,
    defaultReplicationFactor: created?.replicationFactor ?? null,
    replicasByBroker: live.map(({ brokerId, replicas }) => ({ brokerId, replicas })),
    freeDiskBytes: free.includes(null) ? null : free.reduce((sum, bytes) => sum + BigInt(bytes!), 0n).toString(),
    items: toItems(created, explained).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
