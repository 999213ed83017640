import "server-only";
import type { Broker } from "../api/brokers.ts";
import { calculateSkew } from "../domain/skew.ts";
import type { Settled } from "../kafka/cluster-client.ts";
import type { LogDirInfo } from "../kafka/describe-log-dirs.ts";
import { type Base } from "./base.ts";
import { whole } from "./cluster-state.ts";
import type { QuorumInfo } from "../kafka/quorum.ts";

/** BrokerRead is all that is known of the brokers of a cluster. */
export type BrokerRead = { brokers: Broker[]; quorum: QuorumInfo | null; logDirs: Map<string, Settled<LogDirInfo[]>> };

type Counts = { leaders: number; replicas: number; inSync: number; preferred: number };

function countReplicas({ metadata }: Base): Map<number, Counts> {
  const counts = new Map<number, Counts>(
    metadata.brokers.map(({ brokerId }) => [brokerId, { leaders: 0, replicas: 0, inSync: 0, preferred: 0 }]),
  );
  const of = (brokerId: number): Counts => {
    const found = counts.get(brokerId) ?? { leaders: 0, replicas: 0, inSync: 0, preferred: 0 };
    counts.set(brokerId, found);
    return found;
  };
  for (const { partitions } of metadata.topics.values()) {
    for (const { leader, replicas, isr } of partitions) {
      for (const brokerId of replicas) of(brokerId).replicas += 1;
      for (const brokerId of isr) of(brokerId).inSync += 1;
      if (leader !== null) of(leader).leaders += 1;
      if (replicas[0] !== undefined) of(replicas[0]).preferred += 1;
    }
  }
  return counts;
}

function sum(values: (bigint | null)[]): bigint | null {
  return values.includes(null) ? null : values.reduce<bigint>((total, value) => total + value!, 0n);
}

type Sizes = { log: bigint | null; total: bigint | null; usable: bigint | null; error: string | null };

function sizesOf(read: Settled<LogDirInfo[]> | undefined): Sizes {
  if (!read || "error" in read)
    return { log: null, total: null, usable: null, error: read?.error.code ?? "UNREACHABLE" };
  return {
    log: read.value.reduce(
      (total, dir) => total + dir.replicas.reduce((size, replica) => size + replica.sizeBytes, 0n),
      0n,
    ),
    total: sum(read.value.map(({ totalBytes }) => totalBytes)),
    usable: sum(read.value.map(({ usableBytes }) => usableBytes)),
    error: null,
  };
}

function skewsOf(live: number[], valueOf: (brokerId: number) => bigint | null): Map<number, number | null> {
  const told = live.filter((brokerId) => valueOf(brokerId) !== null);
  const skews = calculateSkew(told.map((brokerId) => valueOf(brokerId)!));
  return new Map(told.map((brokerId, index) => [brokerId, skews[index] ?? null]));
}

/** isSilence tells whether a broker that did not tell of its log directories did not answer at all: being refused is an answer. */
export function isSilence(code: string): boolean {
  return code !== "UNAUTHORIZED" && code !== "UNSUPPORTED";
}

function statusOf(up: boolean, answered: boolean, counts: Counts): Broker["status"] {
  if (!up) return "down";
  if (!answered) return "not-answering";
  return counts.inSync < counts.replicas ? "follows-slowly" : "up";
}

async function readQuorum({ state, evidence, freshness }: Base): Promise<QuorumInfo | null> {
  try {
    return evidence.take(await state.quorum.one(whole, freshness.notBefore), "controller quorum");
  } catch (error) {
    evidence.fail("controller quorum", error);
    return null;
  }
}

/** readBrokers works out the row of every broker: those of the metadata, and those that hold replicas but are gone. */
export async function readBrokers(base: Base): Promise<BrokerRead> {
  const { state, metadata, evidence, freshness } = base;
  const live = metadata.brokers.map(({ brokerId }) => brokerId);
  const [quorum, dirs] = await Promise.all([
    readQuorum(base),
    state.brokerLogDirs.get(live.map(String), freshness.notBefore),
  ]);
  const logDirs = evidence.values(dirs, (id) => `broker ${id}`);
  for (const read of logDirs.values()) if ("error" in read) evidence.fail(`broker ${read.brokerId}`, read.error);
  const counts = countReplicas(base);
  const sizes = new Map([...counts.keys()].map((brokerId) => [brokerId, sizesOf(logDirs.get(String(brokerId)))]));
  const leaderSkews = skewsOf(live, (brokerId) => BigInt(counts.get(brokerId)!.leaders));
  const replicaSkews = skewsOf(live, (brokerId) => BigInt(counts.get(brokerId)!.replicas));
  const sizeSkews = skewsOf(live, (brokerId) => sizes.get(brokerId)!.log);
  const brokers = [...counts].map(([brokerId, count]): Broker => {
    const address = metadata.brokers.find((broker) => broker.brokerId === brokerId);
    const seen = address ?? state.seenBrokers.get(brokerId);
    const size = sizes.get(brokerId)!;
    const answered = size.error === null || !isSilence(size.error);
    return {
      brokerId,
      host: seen?.host ?? null,
      port: seen?.port ?? null,
      rack: seen?.rack ?? null,
      controller: quorum?.leaderId === brokerId,
      status: statusOf(address !== undefined, answered, count),
      leaders: count.leaders,
      replicas: count.replicas,
      inSyncReplicas: count.inSync,
      preferredLeaders: count.preferred,
      logSizeBytes: size.log?.toString() ?? null,
      diskTotalBytes: size.total?.toString() ?? null,
      diskUsableBytes: size.usable?.toString() ?? null,
      leaderSkew: leaderSkews.get(brokerId) ?? null,
      replicaSkew: replicaSkews.get(brokerId) ?? null,
      logSizeSkew: sizeSkews.get(brokerId) ?? null,
      unknown:
        size.error === null
          ? {}
          : { logSizeBytes: size.error, diskTotalBytes: size.error, diskUsableBytes: size.error },
    };
  });
  return { brokers: brokers.toSorted((a, b) => a.brokerId - b.brokerId), quorum, logDirs };
}
