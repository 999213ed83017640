import "server-only";
import type { ClusterList, ClusterSummary } from "../api/clusters.ts";
import { kafkaVersionOf } from "../kafka/kafka-version.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import { type Base, readBase, readListing } from "./base.ts";
import type { ClusterState } from "./cluster-state.ts";
import { type Freshness, withinRefresh } from "./freshness.ts";
import { clusterState, isReadOnly, runtime } from "./runtime.ts";
import { countOffline, countPartitions, countUnderReplicated } from "./topic-row.ts";

function unknownSummary(state: ClusterState, error: unknown): ClusterSummary {
  const { code, message } = toKafkaError(error, state.config.name);
  return {
    clusterId: state.config.id,
    name: state.config.name,
    asOf: null,
    status: "offline",
    kafkaVersion: null,
    kafkaClusterId: null,
    bootstrapServers: state.config.brokers,
    readOnly: isReadOnly(state),
    brokers: null,
    brokersMissing: [],
    topics: null,
    partitions: null,
    underReplicatedPartitions: null,
    offlinePartitions: null,
    groups: null,
    error: { element: state.config.name, code, message },
  };
}

function missingBrokers({ metadata }: Base): number[] {
  const live = new Set(metadata.brokers.map(({ brokerId }) => brokerId));
  const holding = new Set(
    [...metadata.topics.values()].flatMap(({ partitions }) => partitions.flatMap(({ replicas }) => replicas)),
  );
  return [...holding].filter((brokerId) => !live.has(brokerId)).toSorted((a, b) => a - b);
}

/** kafkaVersion tells the oldest release among the brokers that answer ("4.3"); when none does, the last that was told, or null. */
export async function kafkaVersion({ state, metadata }: Base): Promise<string | null> {
  const answers = await state.client.eachBroker(
    metadata.brokers.map(({ brokerId }) => brokerId),
    (brokerId) => state.client.versions(brokerId),
  );
  const versions = answers
    .map((answer) => ("value" in answer ? kafkaVersionOf(answer.value) : null))
    .filter((version) => version !== null);
  state.kafkaVersion =
    versions.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))[0] ?? state.kafkaVersion;
  return state.kafkaVersion;
}

async function summarize(state: ClusterState, base: Base): Promise<ClusterSummary> {
  const { metadata, evidence } = base;
  const [version, listing] = await Promise.all([
    kafkaVersion(base),
    readListing(base).catch((error: unknown) => {
      evidence.fail("groups", error);
      return null;
    }),
  ]);
  const { asOf, errors } = evidence.answer();
  const down = errors.find(({ element }) => element === state.config.name) ?? null;
  const brokersMissing = missingBrokers(base);
  const underReplicatedPartitions = countUnderReplicated(metadata);
  const offlinePartitions = countOffline(metadata);
  const well =
    brokersMissing.length === 0 && underReplicatedPartitions === 0 && offlinePartitions === 0 && errors.length === 0;
  return {
    clusterId: state.config.id,
    name: state.config.name,
    asOf,
    status: down ? "offline" : well ? "online" : "degraded",
    kafkaVersion: version,
    kafkaClusterId: metadata.clusterId,
    bootstrapServers: state.config.brokers,
    readOnly: isReadOnly(state),
    brokers: metadata.brokers.length,
    brokersMissing,
    topics: metadata.topics.size,
    partitions: countPartitions(metadata),
    underReplicatedPartitions,
    offlinePartitions,
    // A broker that does not list its groups leaves the number open.
    groups: listing && listing.silent.length === 0 ? listing.groups.size : null,
    error: down ?? errors[0] ?? null,
  };
}

/** describeCluster answers `GET clusters/{clusterId}`: a cluster that does not answer is described as offline, with the last values it had. Throws KafkaError NOT_FOUND for an id that is not configured. */
export async function describeCluster(
  clusterId: string,
  freshness: Freshness = withinRefresh(),
): Promise<ClusterSummary> {
  const state = clusterState(clusterId);
  try {
    return await summarize(state, await readBase(clusterId, freshness));
  } catch (error) {
    return unknownSummary(state, error);
  }
}

/** listClusters answers `GET clusters`: every configured cluster, in the order of the configuration; one that is down does not hold up the others. */
export async function listClusters(freshness: Freshness = withinRefresh()): Promise<ClusterList> {
  const items = await Promise.all(
    [...runtime().clusters.keys()].map((clusterId) => describeCluster(clusterId, freshness)),
  );
  const times = items.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  return {
    asOf: times.toSorted()[0] ?? new Date().toISOString(),
    page: 1,
    pageSize: Math.max(1, items.length),
    total: items.length,
    items,
    errors: items.map(({ error }) => error).filter((error) => error !== null),
  };
}
