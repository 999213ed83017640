import { setTimeout as wait } from "node:timers/promises";
import { Producer, stringSerializers } from "@platformatic/kafka";
import { Kafka, logLevel } from "kafkajs";

/** Traffic writes and reads one topic at rates that can be set; `halt` keeps the reader from reading until it is let go. */
export type Traffic = {
  produceAt: (recordsPerSecond: number) => void;
  consumeAt: (recordsPerSecond: number) => void;
  halt: () => () => void;
  close: () => Promise<void>;
};

const EVERY_MS = 50;
const VALUE = "x".repeat(100);

// What is due is counted from the clock, so a late beat is made up for by the next one.
class Pace {
  #rate = 0;
  #since = performance.now();
  #done = 0;

  set(rate: number): void {
    this.#rate = rate;
    this.#since = performance.now();
    this.#done = 0;
  }

  take(): number {
    const due = Math.floor(((performance.now() - this.#since) / 1000) * this.#rate) - this.#done;
    this.#done += due;
    return due;
  }
}

// Lets a reader have as many records as its pace allows, and none while it is halted.
class Allowance {
  readonly #pace = new Pace();
  #left = 0;
  halted = false;

  set(rate: number): void {
    this.#left = 0;
    this.#pace.set(rate);
  }

  takeOne(): boolean {
    if (this.#left <= 0) this.#left += this.#pace.take();
    if (this.halted) this.#left = 0;
    if (this.#left <= 0) return false;
    this.#left -= 1;
    return true;
  }
}

async function produce(bootstrap: string, topic: string, partitions: number, pace: Pace, signal: AbortSignal) {
  const producer = new Producer({
    clientId: "truth",
    bootstrapBrokers: bootstrap.split(","),
    serializers: stringSerializers,
  });
  for (let nth = 0; !signal.aborted; await wait(EVERY_MS)) {
    const count = pace.take();
    const messages = Array.from({ length: count }, () => ({ topic, partition: nth++ % partitions, value: VALUE }));
    if (count > 0) await producer.send({ messages, acks: -1 });
  }
  await producer.close(true);
}

/** startTraffic begins with both rates at 0 and no limit for the reader until one is set. */
export async function startTraffic(
  bootstrap: string,
  topic: string,
  partitions: number,
  groupId: string,
): Promise<Traffic> {
  const writing = new Pace();
  const reading = new Allowance();
  const ended = new AbortController();
  reading.set(1_000_000);
  const kafka = new Kafka({ brokers: bootstrap.split(","), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommitInterval: 500,
    partitionsConsumedConcurrently: partitions,
    eachBatchAutoResolve: false,
    eachBatch: async ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary }) => {
      for (const { offset } of batch.messages) {
        while (!reading.takeOne() && !ended.signal.aborted) {
          await commitOffsetsIfNecessary();
          await heartbeat();
          await wait(EVERY_MS);
        }
        resolveOffset(offset);
      }
      await commitOffsetsIfNecessary();
    },
  });
  const produced = produce(bootstrap, topic, partitions, writing, ended.signal);
  return {
    produceAt: (rate) => writing.set(rate),
    consumeAt: (rate) => reading.set(rate),
    halt: () => {
      reading.halted = true;
      return () => (reading.halted = false);
    },
    close: async () => {
      ended.abort();
      await produced;
      await consumer.disconnect();
    },
  };
}
