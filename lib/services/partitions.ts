import "server-only";
import type { Partition, PartitionList, PartitionListQuery } from "../api/topics.ts";
import { paginate, sortBy, type SortKey } from "../domain/paging.ts";
import { assessPartition, topicConditionOrder } from "../domain/topic-health.ts";
import type { PartitionMetadata } from "../kafka/metadata.ts";
import type { OffsetOrError } from "../kafka/offsets.ts";
import { readTopicBase, startReading } from "./base.ts";
import type { ReplicaOnBroker, StableOrError, TopicOffsets } from "./cluster-reads.ts";
import { type Freshness, keepAnswer } from "./freshness.ts";
import { clusterState } from "./runtime.ts";
import { configIn, everyDetail, foreseeDetails, gatherDetails } from "./topic-details.ts";
import { summarizeOffsets } from "./topic-row.ts";
import { topicOf } from "./topics.ts";

type Facts = {
  offsets: TopicOffsets | undefined;
  stable: StableOrError[] | undefined;
  replicas: ReplicaOnBroker[];
  minIsr: number | null;
};

function told(offset: OffsetOrError | undefined): string | null {
  return offset && "offset" in offset ? offset.offset.toString() : null;
}

function reasonOf(offset: OffsetOrError | undefined): string | null {
  if (!offset) return "UNREACHABLE";
  return "error" in offset ? offset.error : null;
}

function stableOf(stable: StableOrError | undefined, end: OffsetOrError | undefined): OffsetOrError | undefined {
  return stable && "open" in stable && !stable.open ? end : stable;
}

function toPartition(metadata: PartitionMetadata, { offsets, stable, replicas, minIsr }: Facts): Partition {
  const { partition, leader } = metadata;
  const start = offsets?.start[partition];
  const end = offsets?.end[partition];
  const led = replicas.find(({ brokerId }) => brokerId === leader);
  const reasons = {
    logStartOffset: reasonOf(start),
    highWatermark: reasonOf(end),
    lastStableOffset: reasonOf(stableOf(stable?.[partition], end)),
    sizeBytes: led ? null : leader === null ? "NO_LEADER" : "UNREACHABLE",
  };
  return {
    ...metadata,
    preferredLeader: metadata.replicas[0] ?? -1,
    logStartOffset: told(start),
    lastStableOffset: told(stableOf(stable?.[partition], end)),
    highWatermark: told(end),
    messages: (offsets && summarizeOffsets(offsets).messages[partition]?.toString()) ?? null,
    sizeBytes: led?.sizeBytes.toString() ?? null,
    replicaSizes: replicas.map(({ brokerId, sizeBytes, offsetLag }) => ({
      brokerId,
      sizeBytes: sizeBytes.toString(),
      offsetLag: offsetLag.toString(),
    })),
    status: assessPartition(metadata, minIsr),
    unknown: Object.fromEntries(
      Object.entries(reasons).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
  };
}

function sortKeyOf(field: string, row: Partition): SortKey {
  if (field === "status") return topicConditionOrder.indexOf(row.status);
  if (field === "messages") return row.messages === null ? null : BigInt(row.messages);
  if (field === "sizeBytes") return row.sizeBytes === null ? null : BigInt(row.sizeBytes);
  return field === "leader" ? row.leader : row.partition;
}

/** listPartitions answers `GET topics/{topic}/partitions`. `search` is a partition's number, or part of it. */
export async function listPartitions(
  clusterId: string,
  name: string,
  query: PartitionListQuery,
  freshness?: Freshness,
): Promise<PartitionList> {
  return keepAnswer(clusterId, ["listPartitions", name, query], freshness, (within) =>
    readListPartitions(clusterId, name, query, within),
  );
}

async function readListPartitions(
  clusterId: string,
  name: string,
  query: PartitionListQuery,
  freshness: Freshness,
): Promise<PartitionList> {
  const reading = readTopicBase(clusterId, name, freshness);
  foreseeDetails(startReading(clusterId, freshness), [name], everyDetail);
  clusterState(clusterId).stableOffsets.begin([name], freshness.notBefore);
  const base = await reading;
  const topic = topicOf(base, name);
  const [details, stable] = await Promise.all([
    gatherDetails(base, [name], everyDetail),
    base.state.stableOffsets.get([name], base.freshness.notBefore),
  ]);
  const stableOffsets = base.evidence.values(stable, () => "last stable offsets").get(name);
  const minIsr = configIn(details.configs.get(name), "min.insync.replicas")?.value;
  const replicas = details.sizes.get(name)?.replicas ?? [];
  const rows = topic.partitions
    .filter(({ partition }) => String(partition).includes(query.search.trim()))
    .map((partition) =>
      toPartition(partition, {
        offsets: details.offsets.get(name),
        stable: stableOffsets,
        replicas: replicas[partition.partition] ?? [],
        minIsr: minIsr ? Number(minIsr) : null,
      }),
    );
  const sorted = sortBy(
    rows,
    (row) => sortKeyOf(query.sort.replace("-", ""), row),
    query.sort.startsWith("-"),
    ({ partition }) => String(partition).padStart(9, "0"),
  );
  return { ...base.evidence.answer(), ...paginate(sorted, query.page, query.pageSize) };
}
