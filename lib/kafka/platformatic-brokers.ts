import { apiVersionsV3, type Connection, ConnectionPool, ResponseError } from "@platformatic/kafka";
import type { ClusterConfig } from "../config.ts";
import { clientName, platformaticOptions } from "./client-options.ts";
import { KafkaError } from "./kafka-error.ts";

type Address = { host: string; port: number };

/** ApiVersions is what one broker can do: the range of versions per API key, and its features (KIP-584). */
export type ApiVersions = {
  ranges: Map<number, { min: number; max: number }>;
  supportedFeatures: Map<string, number>;
  finalizedFeatures: Map<string, number>;
};

/** Attempt is one version of a request, ready to be sent; see `attempt`. */
export type Attempt<R> = { key: number; version: number; send: (connection: Connection) => Promise<R> };

type RawApi<A extends unknown[], R> = {
  key: number;
  version: number;
  async: (connection: Connection, ...args: A) => Promise<R>;
};

/** attempt makes an Attempt of one of @platformatic/kafka's raw protocol exports and its arguments. */
export function attempt<A extends unknown[], R>(api: RawApi<A, R>, ...args: A): Attempt<R> {
  return { key: api.key, version: api.version, send: (connection) => api.async(connection, ...args) };
}

function pick<R>(versions: ApiVersions, attempts: Attempt<R>[]): Attempt<R> {
  const found = attempts.find(({ key, version }) => {
    const range = versions.ranges.get(key);
    return range !== undefined && version >= range.min && version <= range.max;
  });
  if (!found)
    throw new KafkaError("UNSUPPORTED", "This version of Kafka does not offer it.", {
      kafkaCode: "UNSUPPORTED_VERSION",
    });
  return found;
}

/** PlatformaticBrokers sends raw protocol requests of @platformatic/kafka to one broker at a time, each in the highest version that both know (a version that a broker lacks closes the connection). */
export class PlatformaticBrokers {
  readonly #pool: ConnectionPool;
  readonly #versions = new WeakMap<Connection, Promise<ApiVersions>>();

  constructor(config: ClusterConfig, requestTimeoutMs: number) {
    this.#pool = new ConnectionPool(clientName, platformaticOptions(config, requestTimeoutMs));
  }

  /** send asks the broker at an address; `attempts` go from the newest version to the oldest. An answer with error codes in its elements is an answer. */
  async send<R>(address: Address, attempts: Attempt<R>[]): Promise<R> {
    const connection = await this.#pool.get(address);
    const chosen = pick(await this.#versionsOf(connection), attempts);
    try {
      return await chosen.send(connection);
    } catch (error) {
      if (error instanceof ResponseError && error.response) return error.response as R;
      throw error;
    }
  }

  /** connect opens the connection to an address, if there is none yet. */
  async connect(address: Address): Promise<void> {
    await this.#pool.get(address);
  }

  /** versions tells what the broker at an address can do. */
  async versions(address: Address): Promise<ApiVersions> {
    return this.#versionsOf(await this.#pool.get(address));
  }

  #versionsOf(connection: Connection): Promise<ApiVersions> {
    const known = this.#versions.get(connection) ?? this.#askVersions(connection);
    this.#versions.set(connection, known);
    known.catch(() => this.#versions.delete(connection));
    return known;
  }

  async #askVersions(connection: Connection): Promise<ApiVersions> {
    const answer = await apiVersionsV3.api.async(connection, clientName, "1");
    return {
      ranges: new Map(answer.apiKeys.map((api) => [api.apiKey, { min: api.minVersion, max: api.maxVersion }])),
      supportedFeatures: new Map((answer.supportedFeatures ?? []).map((feature) => [feature.name, feature.maxVersion])),
      finalizedFeatures: new Map(
        (answer.finalizedFeatures ?? []).map((feature) => [feature.name, feature.maxVersionLevel]),
      ),
    };
  }

  /** drop closes the connection to an address, so that the next call makes a new one. */
  drop(address: Address): void {
    void this.#pool
      .getEstablishedConnection(address)
      ?.close()
      .catch(() => undefined);
  }

  /** close ends every connection. */
  async close(): Promise<void> {
    await this.#pool.close().catch(() => undefined);
  }
}
