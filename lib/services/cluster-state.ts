import "server-only";
import type { ClusterConfig } from "../config.ts";
import type { CommittedOrError } from "../kafka/committed-offsets.ts";
import { fetchConfigs, type ConfigsOrError } from "../kafka/configs.ts";
import { type BrokerAddress, ClusterClient, type Settled } from "../kafka/cluster-client.ts";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { LogDirInfo } from "../kafka/log-dirs.ts";
import { type ClusterMetadata, fetchMetadata } from "../kafka/metadata.ts";
import { fetchQuorum, type QuorumInfo } from "../kafka/quorum.ts";
import type { CreatedTopic } from "../kafka/topic-changes.ts";
import {
  type GroupListing,
  listedTopicConfigs,
  readBrokerLogDirs,
  readCommitted,
  readDescriptions,
  readGroupListing,
  readOffsets,
  readStableOffsets,
  readSizes,
  readTopicConfigs,
  type StableOrError,
  type TopicOffsets,
  type TopicSizes,
} from "./cluster-reads.ts";
import { FreshMap } from "./fresh-map.ts";
import { readTopicDefaults } from "./topic-defaults.ts";

/** whole is the key of what a cluster has once. */
export const whole = "";

/** ClusterState is what the process knows of one cluster, by what it is read with: each value with its age, shared by all who look. It reads only when asked, so an idle dashboard costs nothing. */
export class ClusterState {
  readonly config: ClusterConfig;
  readonly client: ClusterClient;
  readonly seenBrokers = new Map<number, BrokerAddress>();
  kafkaVersion: string | null = null;

  readonly metadata = new FreshMap<ClusterMetadata>(async () => new Map([[whole, await this.#readMetadata()]]));
  readonly quorum = new FreshMap<QuorumInfo>(async () => new Map([[whole, await fetchQuorum(this.client)]]));
  readonly offsets = new FreshMap<TopicOffsets>(async (names, notBefore) =>
    readOffsets(this.client, await this.#metadataOf(notBefore), names),
  );
  readonly stableOffsets = new FreshMap<StableOrError[]>(async (names, notBefore) =>
    readStableOffsets(this.client, await this.#metadataOf(notBefore), names),
  );
  readonly topicConfigs = new FreshMap<ConfigsOrError>(async (names, notBefore) =>
    readTopicConfigs(this.client, await this.#metadataOf(notBefore), names, listedTopicConfigs),
  );
  readonly fullTopicConfigs = new FreshMap<ConfigsOrError>((names) =>
    fetchConfigs(
      this.client,
      names.map((name) => ({ kind: "topic", name })),
      { full: true },
    ),
  );
  /** settings holds, by the name of a setting, its value in every topic: what a search `setting=value` needs. */
  readonly settings = new FreshMap<Map<string, string | null>>(async (keys, notBefore) =>
    this.#readSettings(keys, notBefore),
  );
  readonly topicDefaults = new FreshMap<CreatedTopic>(
    async () => new Map([[whole, await readTopicDefaults(this.client)]]),
  );
  readonly brokerConfigs = new FreshMap<ConfigsOrError>(async (ids) => this.#readBrokerConfigs(ids));
  readonly sizes = new FreshMap<TopicSizes>(async (names, notBefore) =>
    readSizes(this.client, await this.#metadataOf(notBefore), names),
  );
  readonly brokerLogDirs = new FreshMap<Settled<LogDirInfo[]>>((ids) => readBrokerLogDirs(this.client, ids));
  readonly listing = new FreshMap<GroupListing>(
    async (_, notBefore) => new Map([[whole, await this.#readListing(notBefore)]]),
  );
  readonly descriptions = new FreshMap<DescribedOrError>(async (ids, notBefore) =>
    readDescriptions(this.client, await this.#listingOf(notBefore), ids),
  );
  readonly committed = new FreshMap<CommittedOrError>(async (ids, notBefore) =>
    readCommitted(this.client, await this.#listingOf(notBefore), ids),
  );

  #lastListing: GroupListing | null = null;

  constructor(config: ClusterConfig) {
    this.config = config;
    this.client = new ClusterClient(config);
  }

  /** invalidate makes all that was read until now too old; called after every change made here. */
  invalidate(): void {
    const maps = [
      this.metadata,
      this.quorum,
      this.offsets,
      this.stableOffsets,
      this.topicConfigs,
      this.fullTopicConfigs,
      this.settings,
      this.topicDefaults,
      this.brokerConfigs,
      this.sizes,
      this.brokerLogDirs,
      this.listing,
      this.descriptions,
      this.committed,
    ];
    for (const map of maps) map.invalidate();
  }

  async #metadataOf(notBefore: number): Promise<ClusterMetadata> {
    return (await this.metadata.one(whole, notBefore)).value;
  }

  async #listingOf(notBefore: number): Promise<GroupListing> {
    return (await this.listing.one(whole, notBefore)).value;
  }

  async #readMetadata(): Promise<ClusterMetadata> {
    const metadata = await fetchMetadata(this.client);
    for (const broker of metadata.brokers) this.seenBrokers.set(broker.brokerId, broker);
    for (const map of [this.offsets, this.stableOffsets, this.topicConfigs, this.fullTopicConfigs, this.sizes]) {
      map.retain((name) => metadata.topics.has(name));
    }
    return metadata;
  }

  async #readListing(notBefore: number): Promise<GroupListing> {
    const listing = await readGroupListing(this.client, await this.#metadataOf(notBefore), this.#lastListing);
    this.#lastListing = listing;
    if (listing.silent.length === 0) {
      for (const map of [this.descriptions, this.committed]) map.retain((groupId) => listing.groups.has(groupId));
    }
    return listing;
  }

  async #readSettings(keys: string[], notBefore: number): Promise<Map<string, Map<string, string | null>>> {
    const metadata = await this.#metadataOf(notBefore);
    const answers = await readTopicConfigs(this.client, metadata, [...metadata.topics.keys()], keys);
    const valueIn = (answer: ConfigsOrError, key: string) =>
      "configs" in answer ? (answer.configs.find((config) => config.name === key)?.value ?? null) : null;
    return new Map(
      keys.map((key) => [key, new Map([...answers].map(([topic, answer]) => [topic, valueIn(answer, key)]))]),
    );
  }

  async #readBrokerConfigs(ids: string[]): Promise<Map<string, ConfigsOrError>> {
    const answers = await this.client.eachBroker(ids.map(Number), (brokerId) =>
      fetchConfigs(this.client, [{ kind: "broker", name: String(brokerId) }], { full: true, at: brokerId }),
    );
    return new Map(
      answers.map((answer): [string, ConfigsOrError] => {
        const id = String(answer.brokerId);
        return [id, "value" in answer ? answer.value.get(id)! : { error: answer.error }];
      }),
    );
  }
}
