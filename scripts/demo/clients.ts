import {
  Admin,
  compatibilityPartitioner,
  type MessageToProduce,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import type { ShopRecord } from "./records.ts";

/** ShopProducer writes text records. */
export type ShopProducer = Producer<string, string, string, string>;

const writing = { partitioner: compatibilityPartitioner, serializers: stringSerializers };

/** clientOptions are what every client of the demo shares; a stopped broker is noticed after seconds. */
export function clientOptions(bootstrap: string, clientId: string) {
  const timeouts = { connectTimeout: 2000, requestTimeout: 15_000, timeout: 10_000, retries: 3, retryDelay: 300 };
  return { clientId, bootstrapBrokers: bootstrap.split(","), ...timeouts };
}

/** createAdmin makes the client that sets the scene. */
export function createAdmin(bootstrap: string): Admin {
  return new Admin(clientOptions(bootstrap, "demo-setup"));
}

/** createProducer makes a producer that places keys as Kafka's own clients do. */
export function createProducer(bootstrap: string, clientId: string): ShopProducer {
  return new Producer({ ...clientOptions(bootstrap, clientId), ...writing });
}

/**
 * createTransactionalProducer makes a producer for transactions of at most a minute. Begin them with FRESH_PRODUCER:
 * the client otherwise asks for producer id 0 at epoch 0, which the coordinator fences from the second producer on.
 */
export function createTransactionalProducer(bootstrap: string, clientId: string): ShopProducer {
  // The coordinator refuses a new transaction until the markers of the last one are written: a few more attempts then.
  const patience = { timeout: 60_000, retries: 50, retryDelay: 100 };
  const transactions = { transactionalId: `${clientId}-1`, idempotent: true, ...patience };
  return new Producer({ ...clientOptions(bootstrap, clientId), ...writing, ...transactions });
}

/** FRESH_PRODUCER asks the transaction coordinator for a new epoch, whatever producer came before (KIP-360: -1, -1). */
export const FRESH_PRODUCER = { producerId: -1n, producerEpoch: -1 };

/** toMessages turns records into what a producer sends. */
export function toMessages(records: ShopRecord[]): MessageToProduce<string, string, string, string>[] {
  return records.map(({ value, timestamp, ...record }) => ({
    ...record,
    ...(value === null ? {} : { value }),
    timestamp: BigInt(timestamp),
  }));
}

/** produce sends records to all in-sync replicas, those of clickstream compressed with lz4, the others as they are. */
export async function produce(producer: ShopProducer, records: ShopRecord[]): Promise<void> {
  const clicks = records.filter(({ topic }) => topic === "clickstream");
  const others = records.filter(({ topic }) => topic !== "clickstream");
  if (clicks.length > 0) await producer.send({ messages: toMessages(clicks), acks: -1, compression: "lz4" });
  if (others.length > 0) await producer.send({ messages: toMessages(others), acks: -1 });
}
