import "server-only";
import type { Config, ConfigList, ConfigListQuery } from "../api/configs.ts";
import { type Base, readTopicBase } from "./base.ts";
import { whole } from "./cluster-state.ts";
import type { Freshness } from "./freshness.ts";
import { pageOfConfigs, toConfig } from "./to-config.ts";
import { lacksDefault, withDefault } from "./topic-defaults.ts";
import { topicOf } from "./topics.ts";

// A default that cannot be told stays null: the other settings are worth showing.
async function withDefaults({ state, freshness }: Base, configs: Config[]): Promise<Config[]> {
  if (!configs.some(lacksDefault)) return configs;
  const defaults = await state.topicDefaults.one(whole, freshness.notBefore).catch(() => null);
  return defaults === null ? configs : configs.map((config) => withDefault(config, defaults.value));
}

/** readFullTopicConfigs reads all settings of a topic with types, defaults and explanations. Throws KafkaError. */
export async function readFullTopicConfigs(base: Base, topic: string): Promise<Config[]> {
  const { state, evidence, freshness } = base;
  const read = evidence.take(await state.fullTopicConfigs.one(topic, freshness.notBefore), `settings of ${topic}`);
  if ("error" in read) throw read.error;
  return withDefaults(
    base,
    read.configs.map((entry) => toConfig(entry, "topic")),
  );
}

/** listTopicConfigs answers `GET topics/{topic}/configs`. */
export async function listTopicConfigs(
  clusterId: string,
  topic: string,
  query: ConfigListQuery,
  freshness?: Freshness,
): Promise<ConfigList> {
  const base = await readTopicBase(clusterId, topic, freshness);
  topicOf(base, topic);
  const configs = await readFullTopicConfigs(base, topic);
  const page = pageOfConfigs(configs, query, ({ source }) => source === "topic");
  return { ...base.evidence.answer(), ...page };
}
