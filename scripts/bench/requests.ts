// The bare protocol requests: encoded, sent to all brokers concerned at once, decoded, and nothing else.
import {
  describeConfigsV4,
  describeGroupsV5,
  describeLogDirsV4,
  describeQuorumV2,
  listGroupsV5,
  offsetFetchV9,
} from "@platformatic/kafka";
import type { KafkaJsBroker, KafkaJsListOffsets, KafkaJsMetadata } from "../../lib/kafka/kafkajs-brokers.ts";
import type { WarmBrokers } from "./brokers.ts";

/** BareTopic is a topic of a Metadata answer. */
export type BareTopic = KafkaJsMetadata["topicMetadata"][number];

/** readMetadata reads topics of the cluster at one broker; none named = all. */
export function readMetadata({ all }: WarmBrokers, names: string[] = []): Promise<KafkaJsMetadata> {
  return all[0]!.kafkaJs.metadata(names);
}

/** OffsetQuestion is which offset of every partition to read: log start, high watermark or last stable offset. */
export type OffsetQuestion = "start" | "end" | "stable";

/** OffsetRequest is one ListOffsets request, ready to be sent to the leader of its partitions. */
export type OffsetRequest = { leader: number; request: Parameters<KafkaJsBroker["listOffsets"]>[0] };

/** offsetRequests makes one ListOffsets request a leader and question. */
export function offsetRequests(topics: BareTopic[], questions: OffsetQuestion[]): OffsetRequest[] {
  const leaders = new Set(topics.flatMap(({ partitionMetadata }) => partitionMetadata.map(({ leader }) => leader)));
  return questions.flatMap((question) =>
    [...leaders].map((leader) => {
      const timestamp = question === "start" ? "-2" : "-1";
      const request = { replicaId: -1, topics: ledBy(leader, topics, timestamp) };
      return { leader, request: { ...request, isolationLevel: question === "stable" ? (1 as const) : (0 as const) } };
    }),
  );
}

function ledBy(leader: number, topics: BareTopic[], timestamp: string) {
  return topics
    .map(({ topic, partitionMetadata }) => {
      const led = partitionMetadata.filter((partition) => partition.leader === leader);
      return { topic, partitions: led.map(({ partitionId }) => ({ partition: partitionId, timestamp })) };
    })
    .filter(({ partitions }) => partitions.length > 0);
}

/** readOffsets sends ListOffsets requests to all leaders at once. */
export function readOffsets(brokers: WarmBrokers, requests: OffsetRequest[]): Promise<KafkaJsListOffsets[]> {
  return Promise.all(requests.map(({ leader, request }) => brokers.of(leader).kafkaJs.listOffsets(request)));
}

/** Listing is which broker coordinates which groups. */
export type Listing = Map<number, string[]>;

/** readListing lists the groups of every broker. */
export async function readListing({ all }: WarmBrokers): Promise<Listing> {
  const answers = await Promise.all(
    all.map(async ({ id, raw }) => ({ id, ...(await listGroupsV5.api.async(raw, [], [])) })),
  );
  return new Map(answers.map(({ id, groups }) => [id, groups.map(({ groupId }) => groupId)]));
}

/** describeGroups describes groups at their coordinators. */
export function describeGroups(brokers: WarmBrokers, listing: Listing): Promise<unknown> {
  return atCoordinators(brokers, listing, (raw, ids) => describeGroupsV5.api.async(raw, ids, false));
}

/** CommittedTopics limits which committed offsets are read; null = all. */
export type CommittedTopics = { name: string; partitionIndexes: number[] }[] | null;

/** readCommitted reads committed offsets of groups at their coordinators. */
export function readCommitted(brokers: WarmBrokers, listing: Listing, topics: CommittedTopics = null) {
  return atCoordinators(brokers, listing, (raw, ids) => {
    const asked = ids.map((groupId) => ({ groupId, memberId: null, memberEpoch: -1, topics }));
    return offsetFetchV9.api.async(raw, asked, false);
  });
}

type Raw = WarmBrokers["all"][number]["raw"];

function atCoordinators<T>(brokers: WarmBrokers, listing: Listing, ask: (raw: Raw, ids: string[]) => Promise<T>) {
  const concerned = [...listing].filter(([, ids]) => ids.length > 0);
  return Promise.all(concerned.map(([coordinator, ids]) => ask(brokers.of(coordinator).raw, ids)));
}

/** readConfigs reads settings of topics, spread evenly over the brokers; no keys = all settings. */
export function readConfigs({ all }: WarmBrokers, names: string[], keys: string[] | null): Promise<unknown> {
  const share = Math.ceil(names.length / all.length);
  return Promise.all(
    all.map(async ({ raw }, index) => {
      const mine = names.slice(index * share, (index + 1) * share);
      const asked = mine.map((resourceName) => ({ resourceType: 2 as const, resourceName, configurationKeys: keys }));
      return mine.length === 0 ? null : describeConfigsV4.api.async(raw, asked, false, false);
    }),
  );
}

/** readLogDirs reads log directories at every broker; null = of all topics. */
export function readLogDirs({ all }: WarmBrokers, topics: BareTopic[] | null): Promise<unknown> {
  const asked = topics?.map(({ topic, partitionMetadata }) => ({
    name: topic,
    partitions: partitionMetadata.map(({ partitionId }) => partitionId),
  }));
  return Promise.all(all.map(({ raw }) => describeLogDirsV4.api.async(raw, asked ?? null)));
}

/** readQuorum reads the KRaft quorum at one broker. */
export function readQuorum({ all }: WarmBrokers): Promise<unknown> {
  const topics = [{ topicName: "__cluster_metadata", partitions: [{ partitionIndex: 0 }] }];
  return describeQuorumV2.api.async(all[0]!.raw, topics);
}
