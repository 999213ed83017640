import type { ClusterConfig } from "../config.ts";
import { changeTimeoutMs, requestTimeoutMs } from "./client-options.ts";
import { KafkaError } from "./kafka-error.ts";
import { type KafkaJsBroker, KafkaJsBrokers } from "./kafkajs-brokers.ts";
import { type ApiVersions, type Attempt, PlatformaticBrokers } from "./platformatic-brokers.ts";
import { toKafkaError } from "./to-kafka-error.ts";
import type { Admin } from "kafkajs";

/** BrokerAddress is where a broker of the metadata listens. */
export type BrokerAddress = { brokerId: number; host: string; port: number; rack: string | null };

/** Settled is what one broker answered, or why it did not. */
export type Settled<T> = { brokerId: number; value: T } | { brokerId: number; error: KafkaError };

const hedgeAfterMs = 400;

type Seed = { host: string; port: number; rack: string | null };

function parseSeed(address: string): Seed {
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ""), port: Number(address.slice(colon + 1)), rack: null };
}

/** ClusterClient is one cluster's two Kafka clients behind broker ids. It knows addresses from the last metadata (`learn`) and the configured seeds; every failure is a KafkaError. */
export class ClusterClient {
  readonly config: ClusterConfig;
  readonly #kafkaJs: KafkaJsBrokers;
  readonly #platformatic: PlatformaticBrokers;
  readonly #changes: PlatformaticBrokers;
  #brokers = new Map<number, BrokerAddress>();
  #lastGood: Seed | null = null;

  constructor(config: ClusterConfig) {
    this.config = config;
    this.#kafkaJs = new KafkaJsBrokers(config);
    this.#platformatic = new PlatformaticBrokers(config, requestTimeoutMs);
    this.#changes = new PlatformaticBrokers(config, changeTimeoutMs);
  }

  /** brokerIds are the brokers of the last metadata. */
  get brokerIds(): number[] {
    return [...this.#brokers.keys()];
  }

  /** learn takes the addresses of the newest metadata. */
  learn(brokers: BrokerAddress[]): void {
    this.#brokers = new Map(brokers.map((broker) => [broker.brokerId, broker]));
  }

  /** kafkaJs runs one of kafkajs's requests at a broker. */
  kafkaJs<T>(brokerId: number, call: (broker: KafkaJsBroker) => Promise<T>): Promise<T> {
    return this.#guard(this.#address(brokerId), `Broker ${brokerId}`, async (address) => call(await this.#kafkaJs.at(address)));
  }

  /** raw sends one of @platformatic/kafka's raw requests to a broker, in the first of `attempts` that it knows. */
  raw<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    return this.#guard(this.#address(brokerId), `Broker ${brokerId}`, (address) => this.#platformatic.send(address, attempts));
  }

  /** admin runs one call of kafkajs's admin client; for changes, not for what a page reads. */
  async admin<T>(call: (admin: Admin) => Promise<T>): Promise<T> {
    return this.#kafkaJs.withAdmin(call).catch((error: unknown) => {
      throw toKafkaError(error, this.config.name);
    });
  }

  /** change sends a change to one broker, once: another broker is tried only while none could be connected to. */
  async change<R>(attempts: Attempt<R>[]): Promise<R> {
    const failures: KafkaError[] = [];
    for (const address of this.#candidates()) {
      const what = `${address.host}:${address.port}`;
      const refused = await this.#changes.connect(address).then(
        () => null,
        (error: unknown) => toKafkaError(error, what),
      );
      if (!refused) return this.#guard(address, what, () => this.#changes.send(address, attempts));
      failures.push(refused);
    }
    throw worstOf(failures, this.config);
  }

  /** changeOrTry sends a change, or with `validateOnly` a dry run of it, which is a read: whichever broker answers first. */
  changeOrTry<R>(attempts: Attempt<R>[], validateOnly: boolean): Promise<R> {
    return validateOnly ? this.anyRaw(attempts) : this.change(attempts);
  }

  /** changeAt sends a change to one broker. */
  changeAt<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    return this.#guard(this.#address(brokerId), `Broker ${brokerId}`, (address) => this.#changes.send(address, attempts));
  }

  /** versions tells what a broker can do. */
  versions(brokerId: number): Promise<ApiVersions> {
    return this.#guard(this.#address(brokerId), `Broker ${brokerId}`, (address) => this.#platformatic.versions(address));
  }

  /** anyKafkaJs runs a kafkajs request at whichever broker answers first; a second is asked when the first is slow. Throws when none answers. */
  anyKafkaJs<T>(call: (broker: KafkaJsBroker) => Promise<T>): Promise<T> {
    return this.#any(async (address) => call(await this.#kafkaJs.at(address)));
  }

  /** anyRaw sends a raw request to whichever broker answers first. */
  anyRaw<R>(attempts: Attempt<R>[]): Promise<R> {
    return this.#any((address) => this.#platformatic.send(address, attempts));
  }

  /** eachBroker asks several brokers side by side and keeps what came. */
  async eachBroker<T>(brokerIds: number[], ask: (brokerId: number) => Promise<T>): Promise<Settled<T>[]> {
    return Promise.all(
      brokerIds.map(async (brokerId): Promise<Settled<T>> => {
        try {
          return { brokerId, value: await ask(brokerId) };
        } catch (error) {
          return { brokerId, error: toKafkaError(error, `Broker ${brokerId}`) };
        }
      }),
    );
  }

  /** close ends every connection. */
  async close(): Promise<void> {
    await Promise.all([this.#kafkaJs.close(), this.#platformatic.close(), this.#changes.close()]);
  }

  #address(brokerId: number): BrokerAddress {
    const address = this.#brokers.get(brokerId);
    if (!address) throw new KafkaError("UNREACHABLE", `Broker ${brokerId} is not in the cluster's metadata.`);
    return address;
  }

  async #guard<T>(address: Seed, what: string, run: (address: Seed) => Promise<T>): Promise<T> {
    try {
      return await run(address);
    } catch (error) {
      const failure = toKafkaError(error, what);
      // A connection that timed out may be half open for many minutes: the next call makes a new one.
      if (failure.code === "TIMEOUT" || failure.code === "UNREACHABLE") {
        this.#kafkaJs.drop(address);
        this.#platformatic.drop(address);
        this.#changes.drop(address);
      }
      throw failure;
    }
  }

  #candidates(): Seed[] {
    const seeds = [...(this.#lastGood ? [this.#lastGood] : []), ...this.#brokers.values(), ...this.config.brokers.map(parseSeed)];
    return [...new Map(seeds.map((seed) => [`${seed.host}:${seed.port}`, seed])).values()];
  }

  #any<T>(run: (address: Seed) => Promise<T>): Promise<T> {
    const waiting = this.#candidates();
    const failures: KafkaError[] = [];
    return new Promise((resolve, reject) => {
      let running = 0;
      let timer: NodeJS.Timeout | undefined;
      const next = () => {
        clearTimeout(timer);
        const address = waiting.shift();
        if (!address) {
          if (running === 0) reject(worstOf(failures, this.config));
          return;
        }
        running += 1;
        timer = setTimeout(next, hedgeAfterMs);
        this.#guard(address, `${address.host}:${address.port}`, run)
          .then((value) => {
            clearTimeout(timer);
            waiting.length = 0;
            this.#lastGood = address;
            resolve(value);
          })
          .catch((error: KafkaError) => {
            running -= 1;
            failures.push(error);
            next();
          });
      };
      next();
    });
  }
}

function worstOf(failures: KafkaError[], config: ClusterConfig): KafkaError {
  const told = failures.find((failure) => failure.code !== "UNREACHABLE" && failure.code !== "TIMEOUT");
  if (told) return told;
  const tried = failures.map((failure) => failure.message).join("; ");
  const code = failures.every((failure) => failure.code === "TIMEOUT") ? "TIMEOUT" : "UNREACHABLE";
  return new KafkaError(code, `${config.name} does not answer: tried ${failures.length} brokers. ${tried}`, { cause: failures[0] });
}
