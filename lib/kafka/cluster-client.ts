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

// A page reads in steps, and each would wait anew for the broker that the step before found silent.
const silentForMs = 1000;

type Seed = { host: string; port: number; rack: string | null };

function parseSeed(address: string): Seed {
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ""), port: Number(address.slice(colon + 1)), rack: null };
}

type Pool = { drop(address: Seed): void };

async function guard<T>(address: Seed, what: string, pool: Pool, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const failure = toKafkaError(error, what);
    // A connection that timed out may be half open for many minutes: the next call makes a new one.
    if (failure.code === "TIMEOUT" || failure.code === "UNREACHABLE") pool.drop(address);
    throw failure;
  }
}

/** ClusterClient is one cluster's two Kafka clients behind broker ids. It knows addresses from the last metadata (`learn`) and the configured seeds; every failure is a KafkaError. */
export class ClusterClient {
  readonly config: ClusterConfig;
  readonly #kafkaJs: KafkaJsBrokers;
  readonly #platformatic: PlatformaticBrokers;
  readonly #forwarded: PlatformaticBrokers;
  readonly #changes: PlatformaticBrokers;
  readonly #produces: PlatformaticBrokers;
  readonly #offsets: PlatformaticBrokers;
  #brokers = new Map<number, BrokerAddress>();
  #lastGood: Seed | null = null;
  readonly #silent = new Map<string, { failure: KafkaError; until: number }>();

  constructor(config: ClusterConfig) {
    this.config = config;
    this.#kafkaJs = new KafkaJsBrokers(config);
    this.#platformatic = new PlatformaticBrokers(config, requestTimeoutMs);
    this.#forwarded = new PlatformaticBrokers(config, requestTimeoutMs);
    this.#offsets = new PlatformaticBrokers(config, requestTimeoutMs);
    this.#changes = new PlatformaticBrokers(config, changeTimeoutMs);
    this.#produces = new PlatformaticBrokers(config, changeTimeoutMs);
  }

  /** brokerIds are the brokers of the last metadata. */
  get brokerIds(): number[] {
    return [...this.#brokers.keys()];
  }

  /** brokers are the addresses of the last metadata. */
  get brokers(): BrokerAddress[] {
    return [...this.#brokers.values()];
  }

  /** learn takes the addresses of the newest metadata. */
  learn(brokers: BrokerAddress[]): void {
    this.#brokers = new Map(brokers.map((broker) => [broker.brokerId, broker]));
  }

  /** kafkaJs runs one of kafkajs's requests at a broker. */
  kafkaJs<T>(brokerId: number, call: (broker: KafkaJsBroker) => Promise<T>): Promise<T> {
    const address = this.#address(brokerId);
    return this.#ask(address, `Broker ${brokerId}`, this.#kafkaJs, async () => call(await this.#kafkaJs.at(address)));
  }

  /** raw sends one of @platformatic/kafka's raw requests to a broker, in the first of `attempts` that it knows. */
  raw<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    const address = this.#address(brokerId);
    return this.#ask(address, `Broker ${brokerId}`, this.#platformatic, () =>
      this.#platformatic.send(address, attempts),
    );
  }

  /** rawRelayed is `raw` for what the broker has to ask another broker first: over the connections of forwarded requests, and its silence says nothing of the broker itself. */
  rawRelayed<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    const address = this.#address(brokerId);
    return guard(address, `Broker ${brokerId}`, this.#forwarded, () => this.#forwarded.send(address, attempts));
  }

  /** rawOffsets is `raw` over a connection of its own: a broker answers a connection's requests one after another, and those for offsets are long. */
  rawOffsets<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    const address = this.#address(brokerId);
    return this.#ask(address, `Broker ${brokerId}`, this.#offsets, () => this.#offsets.send(address, attempts));
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
      if (!refused) return guard(address, what, this.#changes, () => this.#changes.send(address, attempts));
      failures.push(refused);
    }
    throw worstOf(failures, this.config);
  }

  /** changeOrTry sends a change, or with `validateOnly` a dry run of it, which is a read: whichever broker answers first. */
  changeOrTry<R>(attempts: Attempt<R>[], validateOnly: boolean): Promise<R> {
    return validateOnly ? this.anyForwarded(attempts) : this.change(attempts);
  }

  /** changeAt sends a change to one broker. */
  changeAt<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    const address = this.#address(brokerId);
    return guard(address, `Broker ${brokerId}`, this.#changes, () => this.#changes.send(address, attempts));
  }

  /** produceAt sends records to one broker, over a connection of its own: it answers once all replicas in sync have them, and would hold up other changes for as long. */
  produceAt<R>(brokerId: number, attempts: Attempt<R>[]): Promise<R> {
    const address = this.#address(brokerId);
    return guard(address, `Broker ${brokerId}`, this.#produces, () => this.#produces.send(address, attempts));
  }

  /** versions tells what a broker can do. */
  versions(brokerId: number): Promise<ApiVersions> {
    const address = this.#address(brokerId);
    return this.#ask(address, `Broker ${brokerId}`, this.#platformatic, () => this.#platformatic.versions(address));
  }

  /** anyKafkaJs runs a kafkajs request at whichever broker answers first; a second is asked when the first is slow. Throws when none answers. */
  anyKafkaJs<T>(call: (broker: KafkaJsBroker) => Promise<T>): Promise<T> {
    return this.#any((address, what) =>
      this.#ask(address, what, this.#kafkaJs, async () => call(await this.#kafkaJs.at(address))),
    );
  }

  /** anyRaw sends a raw request to whichever broker answers first. */
  anyRaw<R>(attempts: Attempt<R>[]): Promise<R> {
    return this.#any((address, what) =>
      this.#ask(address, what, this.#platformatic, () => this.#platformatic.send(address, attempts)),
    );
  }

  /** anyForwarded sends a raw request that the broker forwards to the controller. It has connections of its own: a broker works on one request of a connection at a time, and without a controller this one would hold up all that follow, and look like a silent broker. */
  anyForwarded<R>(attempts: Attempt<R>[]): Promise<R> {
    return this.#any((address, what) =>
      guard(address, what, this.#forwarded, () => this.#forwarded.send(address, attempts)),
    );
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
    await Promise.all([
      this.#kafkaJs.close(),
      this.#platformatic.close(),
      this.#forwarded.close(),
      this.#offsets.close(),
      this.#changes.close(),
      this.#produces.close(),
    ]);
  }

  #address(brokerId: number): BrokerAddress {
    const address = this.#brokers.get(brokerId);
    if (!address) throw new KafkaError("UNREACHABLE", `Broker ${brokerId} is not in the cluster's metadata.`);
    return address;
  }

  async #ask<T>(address: Seed, what: string, pool: Pool, run: () => Promise<T>): Promise<T> {
    const key = `${address.host}:${address.port}`;
    const silent = this.#silent.get(key);
    if (silent && Date.now() < silent.until) throw silent.failure;
    try {
      return await guard(address, what, pool, run);
    } catch (error) {
      const failure = error as KafkaError;
      if (failure.code === "TIMEOUT") this.#silent.set(key, { failure, until: Date.now() + silentForMs });
      throw failure;
    }
  }

  #candidates(): Seed[] {
    const seeds = [
      ...(this.#lastGood ? [this.#lastGood] : []),
      ...this.#brokers.values(),
      ...this.config.brokers.map(parseSeed),
    ];
    return [...new Map(seeds.map((seed) => [`${seed.host}:${seed.port}`, seed])).values()];
  }

  #any<T>(run: (address: Seed, what: string) => Promise<T>): Promise<T> {
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
        run(address, `${address.host}:${address.port}`)
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
  return new KafkaError(code, `${config.name} does not answer: tried ${failures.length} brokers. ${tried}`, {
    cause: failures[0],
  });
}
