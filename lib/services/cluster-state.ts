import "server-only";
import type { ClusterConfig } from "../config.ts";
import type { CommittedOrError } from "../kafka/committed-offsets.ts";
import { fetchConfigs, type ConfigsOrError } from "../kafka/configs.ts";
import { type BrokerAddress, ClusterClient, type Settled } from "../kafka/cluster-client.ts";
import type { DescribedOrError } from "../kafka/groups.ts";
import type { LogDirInfo } from "../kafka/describe-log-dirs.ts";
import { type ClusterMetadata, fetchMetadata, type TopicMetadata } from "../kafka/metadata.ts";
import { fetchFirstRecords, type FirstRecordOrError } from "../kafka/offsets.ts";
import { fetchQuorum, type QuorumInfo } from "../kafka/quorum.ts";
import type { CreatedTopic } from "../kafka/topic-changes.ts";
import {
  fetchSizes,
  type GroupListing,
  listedTopicConfigs,
  readBrokerLogDirs,
  readCommitted,
  readDescriptions,
  readGroupListing,
  readOffsets,
  readStableOffsets,
  readTopicConfigs,
  type StableOrError,
  readCommittedOn,
  type TopicOffsets,
  type TopicSizes,
  toSizes,
} from "./cluster-reads.ts";
import { describeOthers } from "./describe-others.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { FreshMap } from "./fresh-map.ts";
import { readTopicDefaults } from "./topic-defaults.ts";
import { areListedAlike, haveSameLeaders } from "./where-it-was.ts";

/** isAlive tells a group that its coordinator knows from one that is gone, or was asked for as another type (it then looks dead). */
export function isAlive(described: DescribedOrError): boolean {
  return "members" in described && described.state !== "Dead";
}

/** topicOfCommits is the topic that is asked for with others when the list of groups is read as well: any metadata tells which brokers there are. */
export const topicOfCommits = "__consumer_offsets";

const sameMomentMs = 1000;

/** whole is the key of what a cluster has once. */
export const whole = "";

/** ClusterState is what the process knows of one cluster, by what it is read with: each value with its age, shared by all who look. It reads only when asked, so an idle dashboard costs nothing. */
export class ClusterState {
  readonly config: ClusterConfig;
  readonly client: ClusterClient;
  readonly seenBrokers = new Map<number, BrokerAddress>();
  kafkaVersion: string | null = null;

  readonly metadata = new FreshMap<ClusterMetadata>(async () => new Map([[whole, await this.#readMetadata()]]));
  /** topicMetadata is the metadata of single topics, read when that of the whole cluster is too old and not needed. */
  readonly topicMetadata = new FreshMap<TopicMetadata>((names) => this.#readTopicMetadata(names));
  readonly quorum = new FreshMap<QuorumInfo>(async () => new Map([[whole, await fetchQuorum(this.client)]]));
  readonly offsets = new FreshMap<TopicOffsets>((names, notBefore) =>
    this.#withTopics(names, notBefore, (topics) => readOffsets(this.client, topics)),
  );
  readonly stableOffsets = new FreshMap<StableOrError[]>((names, notBefore) => {
    const ends = this.#offsetsOf(names, notBefore);
    ends.catch(() => undefined);
    return this.#withTopics(names, notBefore, (topics) => readStableOffsets(this.client, topics, ends));
  });
  /** firstRecords are the first records that partitions still hold. */
  readonly firstRecords = new FreshMap<FirstRecordOrError[]>((names, notBefore) =>
    this.#withTopics(names, notBefore, (topics) => fetchFirstRecords(this.client, topics)),
  );
  readonly topicConfigs = new FreshMap<ConfigsOrError>((names) =>
    readTopicConfigs(this.client, names, listedTopicConfigs),
  );
  /** allTopicConfigs are all settings of topics, fullTopicConfigs those with their synonyms and documentation. */
  readonly allTopicConfigs = new FreshMap<ConfigsOrError>((names) => this.#readAllConfigs(names, false));
  readonly fullTopicConfigs = new FreshMap<ConfigsOrError>((names) => this.#readAllConfigs(names, true));
  /** settings holds, by the name of a setting, its value in every topic: what a search `setting=value` needs. */
  readonly settings = new FreshMap<Map<string, string | null>>(async (keys, notBefore) =>
    this.#readSettings(keys, notBefore),
  );
  readonly topicDefaults = new FreshMap<CreatedTopic>(
    async () => new Map([[whole, await readTopicDefaults(this.client)]]),
  );
  readonly brokerConfigs = new FreshMap<ConfigsOrError>(async (ids) => this.#readBrokerConfigs(ids));
  readonly sizes = new FreshMap<TopicSizes>((names, notBefore) =>
    this.#withTopics(names, notBefore, (topics) => this.#readSizes(topics, notBefore)),
  );
  readonly brokerLogDirs = new FreshMap<Settled<LogDirInfo[]>>((ids) => readBrokerLogDirs(this.client, ids));
  readonly listing = new FreshMap<GroupListing>(
    async (_, notBefore) => new Map([[whole, await this.#readListing(notBefore)]]),
  );
  readonly descriptions = new FreshMap<DescribedOrError>((ids, notBefore) => this.#readDescriptions(ids, notBefore));
  readonly committed = new FreshMap<CommittedOrError>((ids, notBefore) =>
    this.#whereListed(
      ids,
      notBefore,
      (listing) => readCommitted(this.client, listing, ids),
      (committed) => "topics" in committed,
    ),
  );
  /** committedOn holds, by topic, what every group has committed on it. */
  readonly committedOn = new FreshMap<Map<string, CommittedOrError>>((names, notBefore) =>
    this.#readCommittedOn(names, notBefore),
  );

  readonly answers = new KeptAnswers();

  /** lastListing is the newest list of groups, however old: where a group was, and so most likely is. */
  get lastListing(): GroupListing | null {
    return this.#lastListing;
  }

  #lastListing: GroupListing | null = null;

  constructor(config: ClusterConfig) {
    this.config = config;
    this.client = new ClusterClient(config);
  }

  /** invalidate makes all that was read until now too old; called after every change made here. */
  invalidate(): void {
    const maps = [
      this.metadata,
      this.topicMetadata,
      this.committedOn,
      this.quorum,
      this.offsets,
      this.stableOffsets,
      this.firstRecords,
      this.topicConfigs,
      this.allTopicConfigs,
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
    this.answers.invalidate();
  }

  // Without new metadata nothing new is to be had of what it tells of: what is known of that stays as it is.
  async #metadataOf(notBefore: number): Promise<ClusterMetadata> {
    const { value, error } = await this.metadata.one(whole, notBefore);
    if (error !== null) throw error;
    return value;
  }

  async #topicsOf(names: string[], notBefore: number): Promise<TopicMetadata[]> {
    if (this.metadata.holds(whole, notBefore)) {
      const { topics } = await this.#metadataOf(notBefore);
      return names.map((name) => topics.get(name)).filter((topic) => topic !== undefined);
    }
    const { found, failed } = await this.topicMetadata.get(names, notBefore);
    for (const error of failed.values()) throw error;
    for (const { error } of found.values()) if (error !== null) throw error;
    return [...found.values()].map(({ value }) => value);
  }

  #lastKnown(names: string[]): TopicMetadata[] | null {
    const known = names.map((name) => this.topicMetadata.peek(name) ?? this.metadata.peek(whole)?.topics.get(name));
    return known.every((topic) => topic !== undefined) ? known : null;
  }

  // Leaders seldom change: what is asked of them is asked side by side with the metadata, where they were last; and again
  // when the metadata tells of others.
  async #withTopics<V>(names: string[], notBefore: number, read: (topics: TopicMetadata[]) => Promise<V>): Promise<V> {
    const guessed = this.#lastKnown(names);
    const early = guessed && read(guessed);
    early?.catch(() => undefined);
    const topics = await this.#topicsOf(names, notBefore);
    return early && haveSameLeaders(guessed, topics) ? early : read(topics);
  }

  async #offsetsOf(names: string[], notBefore: number): Promise<Map<string, TopicOffsets>> {
    const { found, failed } = await this.offsets.get(names, notBefore);
    for (const error of failed.values()) throw error;
    return new Map([...found].map(([name, { value }]) => [name, value]));
  }

  async #readTopicMetadata(names: string[]): Promise<Map<string, TopicMetadata>> {
    const { topics } = await fetchMetadata(this.client, names);
    return new Map([...topics].filter(([, topic]) => topic.error !== "NOT_FOUND"));
  }

  async #listingOf(notBefore: number): Promise<GroupListing> {
    return (await this.listing.one(whole, notBefore)).value;
  }

  // Coordinators seldom change: they are asked where the last list had the groups. Only when one of them is not sure of
  // what it told, the list is read anew.
  async #whereListed<V>(
    ids: string[],
    notBefore: number,
    ask: (listing: GroupListing) => Promise<Map<string, V>>,
    isSure: (value: V) => boolean,
  ): Promise<Map<string, V>> {
    const last = this.#lastListing;
    if (last && ids.every((id) => last.groups.has(id))) {
      const told = await ask(last).catch(() => null);
      const sure = (value: V | undefined) => value !== undefined && isSure(value);
      if (told && ids.every((id) => sure(told.get(id)))) return told;
    }
    return ask(await this.#listingOf(notBefore));
  }

  // A list of some time ago would make what it tells look newer than it is.
  async #readDescriptions(ids: string[], notBefore: number): Promise<Map<string, DescribedOrError>> {
    const describe = async (some: string[]) =>
      this.#whereListed(some, notBefore, (listing) => readDescriptions(this.client, listing, some), isAlive);
    const listedAfter = Math.max(notBefore, Date.now() - sameMomentMs);
    if (!this.listing.holds(whole, listedAfter)) return describe(ids);
    return describeOthers(ids, { last: this.#lastListing, listing: this.listing.one(whole, listedAfter), describe });
  }

  async #readCommittedOn(names: string[], notBefore: number): Promise<Map<string, Map<string, CommittedOrError>>> {
    const read = async (listing: GroupListing, topics: TopicMetadata[]) =>
      new Map(
        await Promise.all(
          topics.map(async (topic) => [topic.name, await readCommittedOn(this.client, listing, topic)] as const),
        ),
      );
    const last = this.#lastListing;
    const guessed = this.#lastKnown(names);
    const early = last && guessed && read(last, guessed);
    early?.catch(() => undefined);
    const [listing, topics] = await Promise.all([this.#listingOf(notBefore), this.#topicsOf(names, notBefore)]);
    const guessedRight =
      last !== null && areListedAlike(last, listing) && guessed !== null && haveSameLeaders(guessed, topics);
    return early && guessedRight ? early : read(listing, topics);
  }

  async #readMetadata(): Promise<ClusterMetadata> {
    const metadata = await fetchMetadata(this.client);
    for (const broker of metadata.brokers) this.seenBrokers.set(broker.brokerId, broker);
    const byTopic = [
      this.offsets,
      this.stableOffsets,
      this.firstRecords,
      this.topicConfigs,
      this.allTopicConfigs,
      this.fullTopicConfigs,
      this.sizes,
    ];
    for (const map of byTopic) map.retain((name) => metadata.topics.has(name));
    this.topicMetadata.retain(() => false);
    return metadata;
  }

  // Which brokers there are is told by every metadata answer, also by one of a single topic.
  async #brokersOf(notBefore: number): Promise<number[]> {
    if (this.metadata.holds(whole, notBefore) || this.client.brokerIds.length === 0) await this.#metadataOf(notBefore);
    else await this.topicMetadata.get([topicOfCommits], notBefore);
    return this.client.brokerIds;
  }

  async #readListing(notBefore: number): Promise<GroupListing> {
    const listing = await readGroupListing(this.client, this.#brokersOf(notBefore), this.#lastListing);
    this.#lastListing = listing;
    if (listing.silent.length === 0) {
      for (const map of [this.descriptions, this.committed]) map.retain((groupId) => listing.groups.has(groupId));
    }
    return listing;
  }

  async #readSettings(keys: string[], notBefore: number): Promise<Map<string, Map<string, string | null>>> {
    const metadata = await this.#metadataOf(notBefore);
    const answers = await readTopicConfigs(this.client, [...metadata.topics.keys()], keys);
    const valueIn = (answer: ConfigsOrError, key: string) =>
      "configs" in answer ? (answer.configs.find((config) => config.name === key)?.value ?? null) : null;
    return new Map(
      keys.map((key) => [key, new Map([...answers].map(([topic, answer]) => [topic, valueIn(answer, key)]))]),
    );
  }

  // Of all topics, what the page of the brokers reads tells as much; what was read some time ago would look newer than it is.
  async #readSizes(topics: TopicMetadata[], notBefore: number): Promise<Map<string, TopicSizes>> {
    if (this.metadata.peek(whole)?.topics.size !== topics.length) return fetchSizes(this.client, topics);
    const ids = this.client.brokerIds.map(String);
    const told = await this.brokerLogDirs.get(ids, Math.max(notBefore, Date.now() - sameMomentMs));
    return toSizes(
      topics,
      [...told.found.values()].map(({ value }) => value),
    );
  }

  #readAllConfigs(names: string[], full: boolean): Promise<Map<string, ConfigsOrError>> {
    const topics = names.map((name) => ({ kind: "topic" as const, name }));
    return fetchConfigs(this.client, topics, { full });
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
