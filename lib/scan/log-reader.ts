import type { Fetched, FetchRequest } from "../kafka/fetch.ts";
import type { KafkaError } from "../kafka/kafka-error.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import { protocolError } from "../kafka/protocol-error.ts";
import { Channel } from "./channel.ts";
import { Chunk } from "./chunk.ts";
import { OldFormatError } from "./batches.ts";
import { PartitionReader } from "./partition-reader.ts";

/** ReadRange is a stretch of one partition: `from` inclusive, `to` exclusive, null = never ends. `stable` is the last stable offset: up to there aborted transactions are told. */
export type ReadRange = { partition: number; leader: number | null; from: bigint; to: bigint | null; stable: bigint };

/** ReadPlan is what to read of a topic. `backwards` reads each partition from its end, stretch by stretch; within a stretch records stand in offset order. */
export type ReadPlan = {
  topic: string;
  topicId: string;
  isolation: "read_committed" | "read_uncommitted";
  ranges: ReadRange[];
  backwards?: boolean;
};

/** Turn decides which partition is read next: those with the smallest rank first; one that is on hold is not read for now. */
export type Turn = { rank: (partition: number) => number; isOnHold: (partition: number) => boolean };

/** Source is what can read batches from leaders and find out who leads. */
export type Source = {
  fetch(lane: number, brokerId: number, request: FetchRequest): Promise<Fetched[]>;
  findLeaders(topic: string): Promise<Map<number, number | null>>;
};

/** lanesOfBroker is how many requests are under way at one broker: while one answer is read, the next is on its way. */
export const lanesOfBroker = 2;

const fetchBytes = 1024 * 1024;
const leastBytes = 64 * 1024;
const mostPartitionsInFetch = 32;
const followWaitMs = 500;
const retryAfterMs = 250;
const giveUpAfterMs = 10_000;
const unreadBytes = 4 * 1024 * 1024;
const leaderNotAvailable = 5;

const inOrder: Turn = { rank: (partition) => partition, isOnHold: () => false };

const passing = new Set([
  "NOT_LEADER_OR_FOLLOWER",
  "LEADER_NOT_AVAILABLE",
  "REPLICA_NOT_AVAILABLE",
  "FENCED_LEADER_EPOCH",
  "UNKNOWN_LEADER_EPOCH",
  "OFFSET_NOT_AVAILABLE",
  "KAFKA_STORAGE_ERROR",
  "UNKNOWN_SERVER_ERROR",
]);

function mayPass({ code, kafkaCode }: KafkaError): boolean {
  return code === "UNREACHABLE" || code === "TIMEOUT" || code === "NO_LEADER" || passing.has(kafkaCode ?? "");
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** LogReader reads the ranges of a plan, several partitions at once, and gives them chunk by chunk. It pauses while chunks wait to be taken. A partition whose leader is lost is looked for elsewhere for 10 s; what cannot be read further ends with a chunk that bears the error, and the others go on. */
export class LogReader {
  readonly #source: Source;
  readonly #plan: ReadPlan;
  readonly #turn: Turn;
  readonly #signal: AbortSignal;
  readonly #channel = new Channel<Chunk>(unreadBytes);
  readonly #partitions: PartitionReader[];
  readonly #lanes = new Map<number, Promise<void>[]>();
  #leadersAsked: Promise<void> | null = null;

  constructor(source: Source, plan: ReadPlan, signal: AbortSignal, turn: Turn = inOrder) {
    this.#source = source;
    this.#plan = plan;
    this.#turn = turn;
    this.#signal = signal;
    const fair = Math.floor((8 * fetchBytes) / Math.max(1, plan.ranges.length));
    const perPartition = Math.max(leastBytes, Math.min(fetchBytes, fair));
    this.#partitions = plan.ranges.map((range) => new PartitionReader(range, plan, perPartition));
  }

  /** chunks gives all that is read; ends when every partition is done, or when the signal aborts. */
  async *chunks(): AsyncGenerator<Chunk> {
    const onAbort = () => this.#channel.close();
    this.#signal.addEventListener("abort", onAbort);
    try {
      for (const partition of this.#partitions) if (partition.isEmpty) this.#put(partition.nothing());
      this.#startLanes();
      yield* this.#channel;
    } finally {
      this.#signal.removeEventListener("abort", onAbort);
      this.#channel.close();
    }
  }

  #put(chunk: Chunk): void {
    this.#channel.put(chunk, chunk.bytes);
    if (this.#partitions.every(({ done }) => done)) this.#channel.end();
  }

  #startLanes(): void {
    if (this.#partitions.length === 0) this.#channel.end();
    for (const { leader, done } of this.#partitions) {
      if (done) continue;
      const broker = leader ?? -1;
      if (this.#lanes.has(broker)) continue;
      const lanes = Array.from({ length: broker < 0 ? 1 : lanesOfBroker }, (_, lane) => this.#run(broker, lane));
      this.#lanes.set(broker, lanes);
    }
  }

  async #run(broker: number, lane: number): Promise<void> {
    try {
      while (!this.#channel.closed && this.#partitions.some(({ leader, done }) => (leader ?? -1) === broker && !done)) {
        await this.#channel.room();
        const chosen = this.#choose(broker, lane);
        if (chosen.length === 0) await this.#channel.changed();
        else if (broker < 0) await this.#wait(chosen);
        else await this.#read(broker, lane, chosen);
      }
    } catch (error) {
      this.#channel.fail(error);
      return;
    }
    this.#lanes.delete(broker);
    if (!this.#channel.closed) this.#startLanes();
  }

  // What waits for new records is asked for in one request, and only when nothing else is to be read.
  #choose(broker: number, lane: number): PartitionReader[] {
    const free = this.#partitions.filter(
      (one) => (one.leader ?? -1) === broker && !one.done && !one.busy && !this.#turn.isOnHold(one.partition),
    );
    const unread = free.filter(({ waiting }) => !waiting);
    const waiting = unread.length === 0 && lane === 0 ? free : [];
    const sorted = unread.toSorted(
      (a, b) => Number(b.first) - Number(a.first) || this.#turn.rank(a.partition) - this.#turn.rank(b.partition),
    );
    const many = Math.min(mostPartitionsInFetch, Math.ceil(sorted.length / lanesOfBroker));
    const chosen = waiting.length > 0 ? waiting : sorted.slice(0, many);
    const isolation = chosen[0]?.isolation;
    return chosen.filter((one) => one.isolation === isolation);
  }

  async #read(broker: number, lane: number, chosen: PartitionReader[]): Promise<void> {
    for (const one of chosen) one.busy = true;
    const share = Math.max(leastBytes, Math.floor(fetchBytes / chosen.length));
    try {
      const answer = await this.#source.fetch(lane, broker, {
        topic: this.#plan.topic,
        topicId: this.#plan.topicId,
        isolation: chosen[0]!.isolation,
        waitMs: chosen[0]!.waiting ? followWaitMs : 0,
        partitions: chosen.map((one) => one.next(share)),
      });
      const told = new Map(answer.map((fetched) => [fetched.partition, fetched]));
      const mayGoOn = chosen.map((one, index) => this.#take(one, told.get(one.partition), index === 0));
      if (mayGoOn.includes(false)) await this.#findLeaders();
    } catch (error) {
      const failure = toKafkaError(error, `Broker ${broker}`);
      for (const one of chosen) this.#failed(one, failure);
      await this.#findLeaders();
    } finally {
      for (const one of chosen) one.busy = false;
      this.#channel.notify();
    }
  }

  // False when its leader has to be looked for before it is asked again.
  #take(one: PartitionReader, fetched: Fetched | undefined, first: boolean): boolean {
    if (!fetched || fetched.errorCode !== 0) {
      this.#failed(one, protocolError(fetched?.errorCode ?? leaderNotAvailable));
      return one.done;
    }
    try {
      const chunk = one.take(fetched, first);
      if (chunk) this.#put(chunk);
    } catch (error) {
      if (!(error instanceof OldFormatError)) throw error;
      this.#put(one.fail({ code: "UNSUPPORTED", message: error.message }));
    }
    return true;
  }

  // What may pass is tried again for a while, anything else ends the partition.
  #failed(one: PartitionReader, failure: KafkaError): void {
    if (one.done) return;
    one.failedSince ??= performance.now();
    const goesOn = mayPass(failure) && performance.now() - one.failedSince <= giveUpAfterMs;
    if (!goesOn) this.#put(one.fail({ code: failure.code, message: failure.message }));
  }

  async #wait(leaderless: PartitionReader[]): Promise<void> {
    for (const one of leaderless) this.#failed(one, protocolError(leaderNotAvailable));
    await this.#findLeaders();
  }

  async #findLeaders(): Promise<void> {
    this.#leadersAsked ??= this.#askLeaders().finally(() => (this.#leadersAsked = null));
    await this.#leadersAsked;
  }

  async #askLeaders(): Promise<void> {
    await pause(retryAfterMs);
    const leaders = await this.#source.findLeaders(this.#plan.topic).catch(() => null);
    if (!leaders) return;
    for (const one of this.#partitions) one.leader = leaders.get(one.partition) ?? null;
    this.#startLanes();
  }
}
