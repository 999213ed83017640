import "server-only";
import type { Config, ConfigList, ConfigListQuery } from "../api/configs.ts";
import { type Base, readBase } from "./base.ts";
import type { Freshness } from "./freshness.ts";
import { pageOfConfigs, toConfig } from "./to-config.ts";
import { topicOf } from "./topics.ts";

/** readTopicConfigs reads all settings of a topic with types, defaults and explanations. Throws KafkaError. */
export async function readFullTopicConfigs({ state, evidence, freshness }: Base, topic: string): Promise<Config[]> {
  const read = evidence.take(await state.fullTopicConfigs.one(topic, freshness.notBefore), `settings of ${topic}`);
  if ("error" in read) throw read.error;
  return read.configs.map((entry) => toConfig(entry, "topic"));
}

/** listTopicConfigs answers `GET topics/{topic}/configs`. */
export async function listTopicConfigs(clusterId: string, topic: string, query: ConfigListQuery, freshness?: Freshness): Promise<ConfigList> {
  const base = await readBase(clusterId, freshness);
  topicOf(base, topic);
  const configs = await readFullTopicConfigs(base, topic);
  const page = pageOfConfigs(configs, query, ({ source }) => source === "topic");
  return { ...base.evidence.answer(), ...page };
}
