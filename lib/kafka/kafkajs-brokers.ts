import "./kafkajs-fixes.ts";
import { Kafka, type Admin } from "kafkajs";
import type { ClusterConfig } from "../config.ts";
import { changeTimeoutMs, kafkaJsOptions, requestTimeoutMs } from "./client-options.ts";

/** KafkaJsMetadata is kafkajs's decoded Metadata answer; error codes per topic and partition stay in it. */
export type KafkaJsMetadata = {
  brokers: { nodeId: number; host: string; port: number; rack: string | null }[];
  clusterId: string | null;
  controllerId: number;
  topicMetadata: {
    topicErrorCode: number;
    topic: string;
    isInternal: boolean;
    partitionMetadata: {
      partitionErrorCode: number;
      partitionId: number;
      leader: number;
      replicas: number[];
      isr: number[];
      offlineReplicas?: number[];
    }[];
  }[];
};

/** KafkaJsListOffsets is kafkajs's decoded ListOffsets answer; offsets and timestamps are decimal strings, -1 = none. */
export type KafkaJsListOffsets = {
  responses: {
    topic: string;
    partitions: { partition: number; errorCode: number; offset: string; timestamp: string }[];
  }[];
};

/** KafkaJsBroker is one broker's connection in kafkajs: the requests of its admin client, one broker at a time. */
export type KafkaJsBroker = {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isConnected(): boolean;
  metadata(topics: string[]): Promise<KafkaJsMetadata>;
  listOffsets(request: {
    replicaId: number;
    isolationLevel: 0 | 1;
    topics: { topic: string; partitions: { partition: number; timestamp: string }[] }[];
  }): Promise<KafkaJsListOffsets>;
};

type Destination = { host: string; port: number; rack: string | null };

type KafkaJsCluster = {
  brokerPool: {
    rootLogger: unknown;
    connectionPoolBuilder: { build(destination: Destination): Promise<unknown> };
    createBroker(options: { logger: unknown; connectionPool: unknown }): KafkaJsBroker;
  };
};

function keyOf({ host, port }: { host: string; port: number }): string {
  return `${host}:${port}`;
}

function privateCluster(kafka: Kafka): KafkaJsCluster {
  const create = Object.getOwnPropertySymbols(kafka).find(
    (symbol) => symbol.description === "private:Kafka:createCluster",
  )!;
  const factory = (kafka as unknown as Record<symbol, (options: object) => KafkaJsCluster>)[create]!;
  return factory({ metadataMaxAge: 300_000, allowAutoTopicCreation: false, isolationLevel: 0 });
}

/** KafkaJsBrokers holds kafkajs's admin client of a cluster, and its connections broker by broker, so that a call can fan out and keep what came. */
export class KafkaJsBrokers {
  readonly #config: ClusterConfig;
  readonly #cluster: KafkaJsCluster;
  readonly #open = new Map<string, Promise<KafkaJsBroker>>();

  constructor(config: ClusterConfig) {
    this.#config = config;
    this.#cluster = privateCluster(new Kafka(kafkaJsOptions(config, requestTimeoutMs)));
  }

  /** withAdmin runs one call of kafkajs's admin client; connected for the call alone, since a poisoned or idle one costs more than a connect. */
  async withAdmin<T>(call: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = new Kafka(kafkaJsOptions(this.#config, changeTimeoutMs)).admin();
    try {
      await admin.connect();
      return await call(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  /** at gives the connected broker at an address; those who ask while it connects wait for the same connection. Throws kafkajs's connection errors. */
  async at(destination: Destination): Promise<KafkaJsBroker> {
    const key = keyOf(destination);
    const known = this.#open.get(key);
    const broker = await known;
    if (broker?.isConnected()) return broker;
    if (this.#open.get(key) === known) this.#open.delete(key);
    return this.#open.get(key) ?? this.#connect(key, destination);
  }

  // kafkajs calls a broker connected before the two have agreed on versions: a request sent in between would throw.
  #connect(key: string, destination: Destination): Promise<KafkaJsBroker> {
    const opening = this.#create(destination);
    this.#open.set(key, opening);
    opening.catch(() => this.#open.get(key) === opening && this.#open.delete(key));
    return opening;
  }

  async #create(destination: Destination): Promise<KafkaJsBroker> {
    const pool = this.#cluster.brokerPool;
    const connectionPool = await pool.connectionPoolBuilder.build(destination);
    const broker = pool.createBroker({ logger: pool.rootLogger, connectionPool });
    try {
      await broker.connect();
      return broker;
    } catch (error) {
      void broker.disconnect().catch(() => undefined);
      throw error;
    }
  }

  /** drop closes the connection to an address, so that the next call makes a new one. */
  drop(destination: { host: string; port: number }): void {
    const opening = this.#open.get(keyOf(destination));
    this.#open.delete(keyOf(destination));
    void opening?.then((broker) => broker.disconnect()).catch(() => undefined);
  }

  /** close ends every connection. */
  async close(): Promise<void> {
    const openings = [...this.#open.values()];
    this.#open.clear();
    await Promise.allSettled(openings.map(async (opening) => (await opening).disconnect()));
  }
}
