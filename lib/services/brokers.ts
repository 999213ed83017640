import "server-only";
import type { Broker, BrokerDetail, BrokerList, BrokerListQuery, LogDir } from "../api/brokers.ts";
import type { Reason } from "../api/common.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { kafkaVersionOf } from "../kafka/kafka-version.ts";
import type { LogDirInfo } from "../kafka/describe-log-dirs.ts";
import { type Base, readBase } from "./base.ts";
import { readBrokers } from "./broker-rows.ts";
import type { Freshness } from "./freshness.ts";

function sortKeyOf(field: string, broker: Broker): SortKey {
  if (field === "logSizeBytes") return broker.logSizeBytes === null ? null : BigInt(broker.logSizeBytes);
  return (broker[field as keyof Broker] ?? null) as SortKey;
}

/** listBrokers answers `GET brokers`; `search` looks in id, host and rack. */
export async function listBrokers(
  clusterId: string,
  query: BrokerListQuery,
  freshness?: Freshness,
): Promise<BrokerList> {
  const base = await readBase(clusterId, freshness);
  const { brokers, quorum } = await readBrokers(base);
  const wanted = query.search.trim().toLowerCase();
  const matching = brokers.filter(({ brokerId, host, rack }) =>
    `${brokerId} ${host ?? ""} ${rack ?? ""}`.toLowerCase().includes(wanted),
  );
  const field = query.sort.replace("-", "");
  const sorted = sortBy(
    matching,
    (broker) => sortKeyOf(field, broker),
    query.sort.startsWith("-"),
    ({ brokerId }) => String(brokerId).padStart(9, "0"),
  );
  return {
    ...base.evidence.answer(),
    ...paginate(sorted, query.page, query.pageSize),
    controllerId: quorum?.leaderId ?? null,
  };
}

function toLogDir(dir: LogDirInfo): LogDir {
  return {
    path: dir.path,
    error: dir.error,
    replicas: dir.replicas.length,
    sizeBytes: dir.replicas.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n).toString(),
    totalBytes: dir.totalBytes?.toString() ?? null,
    usableBytes: dir.usableBytes?.toString() ?? null,
  };
}

function reasonsOf(broker: Broker, dirs: LogDirInfo[]): Reason[] {
  const reasons: Reason[] = [];
  const behind = broker.replicas - broker.inSyncReplicas;
  const failed = dirs.filter(({ error }) => error !== null).length;
  if (broker.status === "down")
    reasons.push({ severity: "crit", code: "BROKER_DOWN", values: { replicas: broker.replicas } });
  if (broker.status === "not-answering") reasons.push({ severity: "crit", code: "BROKER_NOT_ANSWERING", values: {} });
  if (failed > 0) reasons.push({ severity: "crit", code: "LOG_DIR_FAILED", values: { logDirs: failed } });
  if (broker.status === "follows-slowly")
    reasons.push({ severity: "warn", code: "REPLICAS_OUT_OF_SYNC", values: { replicas: behind } });
  return reasons;
}

const shownReplicas = 10;

function largestReplicas({ metadata }: Base, brokerId: number, dirs: LogDirInfo[]): BrokerDetail["largestReplicas"] {
  const replicas = dirs.flatMap((dir) => dir.replicas).toSorted((a, b) => (b.sizeBytes > a.sizeBytes ? 1 : -1));
  return replicas.slice(0, shownReplicas).map(({ topic, partition, sizeBytes }) => ({
    topic,
    partition,
    sizeBytes: sizeBytes.toString(),
    leader: metadata.topics.get(topic)?.partitions[partition]?.leader === brokerId,
  }));
}

async function versionOf({ state }: Base, broker: Broker): Promise<string | null> {
  if (broker.status === "down") return null;
  return state.client.versions(broker.brokerId).then(kafkaVersionOf, () => null);
}

/** describeBroker answers `GET brokers/{id}`; a broker that is down but holds replicas is known. Throws KafkaError NOT_FOUND. */
export async function describeBroker(
  clusterId: string,
  brokerId: number,
  freshness?: Freshness,
): Promise<BrokerDetail> {
  const base = await readBase(clusterId, freshness);
  const { brokers, logDirs } = await readBrokers(base);
  const broker = brokers.find((found) => found.brokerId === brokerId);
  if (!broker) throw new KafkaError("NOT_FOUND", `${base.state.config.name} has no broker ${brokerId}.`);
  const read = logDirs.get(String(brokerId));
  const dirs = read && "value" in read ? read.value : null;
  return {
    ...base.evidence.answer(),
    broker,
    kafkaVersion: await versionOf(base, broker),
    logDirs: dirs?.map(toLogDir) ?? null,
    largestReplicas: largestReplicas(base, brokerId, dirs ?? []),
    reasons: reasonsOf(broker, dirs ?? []),
  };
}
