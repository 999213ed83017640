import "server-only";
import type { ConfigList, ConfigListQuery } from "../api/configs.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { readBase } from "./base.ts";
import type { Freshness } from "./freshness.ts";
import { pageOfConfigs, toConfig } from "./to-config.ts";

/** listBrokerConfigs answers `GET brokers/{id}/configs`: a broker's settings, told by that broker. Throws KafkaError NOT_FOUND, or what kept it from answering. */
export async function listBrokerConfigs(
  clusterId: string,
  brokerId: number,
  query: ConfigListQuery,
  freshness?: Freshness,
): Promise<ConfigList> {
  const base = await readBase(clusterId, freshness);
  const { state, metadata, evidence } = base;
  if (!metadata.brokers.some((broker) => broker.brokerId === brokerId)) {
    const known = state.seenBrokers.has(brokerId);
    throw new KafkaError(
      known ? "UNREACHABLE" : "NOT_FOUND",
      known
        ? `Broker ${brokerId} is down: only it can tell its settings.`
        : `${state.config.name} has no broker ${brokerId}.`,
    );
  }
  const read = evidence.take(
    await state.brokerConfigs.one(String(brokerId), base.freshness.notBefore),
    `broker ${brokerId}`,
  );
  if ("error" in read) throw read.error;
  const configs = read.configs.map((entry) => toConfig(entry, "dynamic-broker"));
  return { ...evidence.answer(), ...pageOfConfigs(configs, query, ({ source }) => source !== "default") };
}
