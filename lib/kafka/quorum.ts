import { describeQuorumV0, describeQuorumV1, describeQuorumV2 } from "@platformatic/kafka";
import type { ClusterClient } from "./cluster-client.ts";
import { KafkaError } from "./kafka-error.ts";
import { attempt, type Attempt } from "./platformatic-brokers.ts";
import { protocolError } from "./protocol-error.ts";

/** QuorumInfo is the KRaft quorum (KIP-595, KIP-836): `leaderId` is the real controller. Lags are in records of the metadata log. */
export type QuorumInfo = {
  leaderId: number | null;
  voters: { id: number; lag: bigint }[];
  observers: { id: number; lag: bigint }[];
};

type Partition = describeQuorumV1.DescribeQuorumResponse["topics"][number]["partitions"][number];
type Answer = { errorCode: number; errorMessage?: string | null; topics: { partitions: Partition[] }[] };

function toQuorum(partition: Partition): QuorumInfo {
  const end =
    partition.currentVoters.find((voter) => voter.replicaId === partition.leaderId)?.logEndOffset ??
    partition.highWatermark;
  const lagOf = (replica: { replicaId: number; logEndOffset: bigint }) => ({
    id: replica.replicaId,
    lag: end > replica.logEndOffset ? end - replica.logEndOffset : 0n,
  });
  return {
    leaderId: partition.leaderId < 0 ? null : partition.leaderId,
    voters: partition.currentVoters.map(lagOf),
    observers: partition.observers.map(lagOf),
  };
}

/** fetchQuorum reads the KRaft quorum from any broker, which forwards to the controller. Throws KafkaError; UNSUPPORTED on ZooKeeper. */
export async function fetchQuorum(client: ClusterClient): Promise<QuorumInfo> {
  const topics = [{ topicName: "__cluster_metadata", partitions: [{ partitionIndex: 0 }] }];
  const answer = await client.anyForwarded<Answer>([
    attempt(describeQuorumV2.api, topics) as Attempt<Answer>,
    attempt(describeQuorumV1.api, topics) as Attempt<Answer>,
    attempt(describeQuorumV0.api, topics) as Attempt<Answer>,
  ]);
  if (answer.errorCode !== 0) throw protocolError(answer.errorCode, answer.errorMessage ?? null);
  const partition = answer.topics[0]?.partitions[0];
  if (!partition) throw new KafkaError("UNSUPPORTED", "The cluster has no KRaft quorum.");
  return toQuorum(partition);
}
