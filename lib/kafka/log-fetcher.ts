import { metadataV12 } from "@platformatic/kafka";
import type { ClusterConfig } from "../config.ts";
import { type Fetched, fetchAttempts, type FetchRequest } from "./fetch.ts";
import { attempt, PlatformaticBrokers } from "./platformatic-brokers.ts";
import { toKafkaError } from "./to-kafka-error.ts";

/** Broker is where a broker listens. */
export type Broker = { brokerId: number; host: string; port: number };

// A broker sends a few megabytes at once, which may take longer than what a page waits for.
const fetchTimeoutMs = 10_000;

/** LogFetcher reads record batches straight from the leaders, over several connections a broker. */
export class LogFetcher {
  readonly #lanes: PlatformaticBrokers[];
  readonly #brokers = new Map<number, Broker>();

  constructor(config: ClusterConfig, lanes: number) {
    this.#lanes = Array.from({ length: lanes }, () => new PlatformaticBrokers(config, fetchTimeoutMs));
  }

  /** learn takes the addresses of the newest metadata. */
  learn(brokers: Broker[]): void {
    for (const broker of brokers) this.#brokers.set(broker.brokerId, broker);
  }

  /** fetch reads from one broker over one lane. Throws KafkaError. */
  async fetch(lane: number, brokerId: number, request: FetchRequest): Promise<Fetched[]> {
    const address = this.#brokers.get(brokerId);
    const what = `Broker ${brokerId}`;
    if (!address) throw toKafkaError(new Error("It is not in the metadata."), what);
    try {
      return await this.#lanes[lane]!.send(address, fetchAttempts(request));
    } catch (error) {
      const failure = toKafkaError(error, what);
      if (failure.code === "TIMEOUT" || failure.code === "UNREACHABLE") this.#lanes[lane]!.drop(address);
      throw failure;
    }
  }

  /** findLeaders asks any broker who leads the partitions of a topic now; null = nobody. Throws KafkaError when none answers. */
  async findLeaders(topic: string): Promise<Map<number, number | null>> {
    const failures: unknown[] = [];
    for (const address of this.#brokers.values()) {
      try {
        return this.#leadersIn(await this.#lanes[0]!.send(address, [attempt(metadataV12.api, [topic], false, false)]));
      } catch (error) {
        failures.push(error);
      }
    }
    throw toKafkaError(failures[0], topic);
  }

  /** close ends every connection. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }

  #leadersIn(answer: Awaited<ReturnType<(typeof metadataV12.api)["async"]>>): Map<number, number | null> {
    this.learn(answer.brokers.map(({ nodeId, host, port }) => ({ brokerId: nodeId, host, port })));
    const partitions = answer.topics[0]?.partitions ?? [];
    return new Map(partitions.map(({ partitionIndex, leaderId }) => [partitionIndex, leaderId < 0 ? null : leaderId]));
  }
}
