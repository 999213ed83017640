import type { ClusterClient, Settled } from "./cluster-client.ts";
import { describeLogDirsVersions, type LogDirInfo } from "./describe-log-dirs.ts";
import { attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** fetchLogDirs reads the log directories of brokers, one DescribeLogDirs request each; `topics` limits the replicas told (null: all). */
export async function fetchLogDirs(
  client: ClusterClient,
  brokerIds: number[],
  topics: { name: string; partitions: number[] }[] | null,
): Promise<Settled<LogDirInfo[]>[]> {
  return client.eachBroker(brokerIds, async (brokerId) => {
    const attempts = describeLogDirsVersions.map((api) => attempt(api, topics));
    const { errorCode, logDirs } = await client.raw(brokerId, attempts);
    if (errorCode !== 0) throw protocolError(errorCode);
    return logDirs;
  });
}
