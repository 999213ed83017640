import "server-only";
import type { Config, TopicSettings } from "../api/configs.ts";
import { type Base, readBase } from "./base.ts";
import { readBrokers } from "./broker-rows.ts";
import { whole } from "./cluster-state.ts";
import type { Freshness } from "./freshness.ts";
import { configSourceOf, toConfig } from "./to-config.ts";

// Types and explanations are told of topics that exist, by the broker; any one will do.
async function readExplained({ state, metadata, evidence, freshness }: Base): Promise<Map<string, Config>> {
  const topic = metadata.topics.keys().next().value;
  if (topic === undefined) return new Map();
  const read = evidence.take(await state.fullTopicConfigs.one(topic, freshness.notBefore), "explanations of settings");
  if ("error" in read) {
    evidence.fail("explanations of settings", read.error);
    return new Map();
  }
  return new Map(read.configs.map((entry) => [entry.name, toConfig(entry, "topic")]));
}

type Defaults = { items: Config[]; partitions: number | null; replicationFactor: number | null };

async function readDefaults(base: Base, explained: Map<string, Config>): Promise<Defaults> {
  try {
    const created = base.evidence.take(await base.state.topicDefaults.one(whole, base.freshness.notBefore), "defaults of a new topic");
    const items = (created.configs ?? []).map(({ name, value, readOnly, source, sensitive }): Config => {
      const known = explained.get(name);
      const from = configSourceOf(source);
      return {
        name,
        value: sensitive ? null : value,
        source: from,
        readOnly,
        sensitive,
        type: known?.type ?? "unknown",
        defaultValue: sensitive ? null : value,
        defaultSource: from,
        synonyms: known?.synonyms.filter((synonym) => synonym.source !== "topic") ?? [],
        documentation: known?.documentation ?? null,
      };
    });
    return { items, partitions: created.partitions, replicationFactor: created.replicationFactor };
  } catch (error) {
    base.evidence.fail("defaults of a new topic", error);
    return { items: [], partitions: null, replicationFactor: null };
  }
}

/** describeTopicSettings answers `GET topic-settings`: what the form of a new topic must know of the cluster. */
export async function describeTopicSettings(clusterId: string, freshness?: Freshness): Promise<TopicSettings> {
  const base = await readBase(clusterId, freshness);
  const [explained, { brokers }] = await Promise.all([readExplained(base), readBrokers(base)]);
  const defaults = await readDefaults(base, explained);
  const live = brokers.filter(({ status }) => status !== "down");
  const free = live.map(({ diskUsableBytes }) => diskUsableBytes);
  return {
    ...base.evidence.answer(),
    liveBrokers: live.map(({ brokerId, rack }) => ({ brokerId, rack })),
    defaultPartitions: defaults.partitions,
    defaultReplicationFactor: defaults.replicationFactor,
    replicasByBroker: live.map(({ brokerId, replicas }) => ({ brokerId, replicas })),
    freeDiskBytes: free.includes(null) ? null : free.reduce((sum, bytes) => sum + BigInt(bytes!), 0n).toString(),
    items: defaults.items.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
