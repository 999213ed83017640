import { describeLogDirsV2, describeLogDirsV3, describeLogDirsV4 } from "@platformatic/kafka";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import type { ClusterClient, Settled } from "./cluster-client.ts";
import { protocolErrorName } from "./protocol-error.ts";

/** ReplicaSize is the log of one replica on one broker; `offsetLag` how far it is behind, in records. `future`: it is being moved here from another directory. */
export type ReplicaSize = { topic: string; partition: number; sizeBytes: bigint; offsetLag: bigint; future: boolean };

/** LogDirInfo is a log directory of a broker; totals are null before Kafka 3.3 (KIP-827). */
export type LogDirInfo = {
  path: string;
  error: string | null;
  totalBytes: bigint | null;
  usableBytes: bigint | null;
  replicas: ReplicaSize[];
};

type Result = describeLogDirsV4.DescribeLogDirsResponse["results"][number];
type Answer = { results: Result[] };

function toLogDir(result: Result): LogDirInfo {
  const known = (bytes: bigint | undefined) => (bytes === undefined || bytes < 0n ? null : bytes);
  return {
    path: result.logDir,
    error: result.errorCode === 0 ? null : protocolErrorName(result.errorCode),
    totalBytes: known(result.totalBytes),
    usableBytes: known(result.usableBytes),
    replicas: result.topics.flatMap((topic) =>
      topic.partitions.map((partition) => ({
        topic: topic.name,
        partition: partition.partitionIndex,
        sizeBytes: partition.partitionSize,
        offsetLag: partition.offsetLag,
        future: partition.isFutureKey,
      })),
    ),
  };
}

/** fetchLogDirs reads the log directories of brokers, one DescribeLogDirs request each; `topics` limits the replicas told (null: all). */
export async function fetchLogDirs(
  client: ClusterClient,
  brokerIds: number[],
  topics: { name: string; partitions: number[] }[] | null,
): Promise<Settled<LogDirInfo[]>[]> {
  return client.eachBroker(brokerIds, async (brokerId) => {
    const answer = await client.raw<Answer>(brokerId, [
      attempt(describeLogDirsV4.api, topics),
      attempt(describeLogDirsV3.api, topics) as Attempt<Answer>,
      attempt(describeLogDirsV2.api, topics) as Attempt<Answer>,
    ]);
    return answer.results.map(toLogDir);
  });
}
