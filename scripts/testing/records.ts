import { Producer } from "@platformatic/kafka";
import { Kafka, logLevel } from "kafkajs";
import type { Codec } from "../../lib/api/messages.ts";

/** OutRecord is a record to write; `timestamp` in epoch ms. */
export type OutRecord = {
  partition: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: [string, string][];
  timestamp: bigint;
};

/** RecordWriter writes records beside the product; `close` ends it. */
export type RecordWriter = {
  write(topic: string, records: OutRecord[], codec?: Codec): Promise<void>;
  /** One producer, one transaction after another, a letter each: C commits, A aborts. Each writes three records to each partition. */
  writeTransactions(topic: string, partitions: number[], outcomes: string): Promise<void>;
  close(): Promise<void>;
};

async function writeTransactions(
  bootstrap: string,
  topic: string,
  partitions: number[],
  outcomes: string,
): Promise<void> {
  const client = new Kafka({ brokers: bootstrap.split(","), logLevel: logLevel.NOTHING });
  const producer = client.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  for (const [index, outcome] of outcomes.split("").entries()) {
    const transaction = await producer.transaction();
    // A partition at a time: while one broker must be asked again, because the transaction before is still being ended,
    // the client sends what it is already sending to another broker once more, as new records.
    for (const partition of partitions) {
      const messages = [0, 1, 2].map((nth) => ({ partition, key: `t${index}`, value: `${outcome}${index}-${nth}` }));
      await transaction.send({ topic, messages });
    }
    await (outcome === "C" ? transaction.commit() : transaction.abort());
  }
  await producer.disconnect();
}

/** recordWriter makes a writer for a cluster. */
export function recordWriter(bootstrap: string): RecordWriter {
  const text = (header?: string) => Buffer.from(header ?? "");
  const bytes = (part?: Buffer) => part;
  const producer = new Producer({
    clientId: "test-records",
    bootstrapBrokers: bootstrap.split(","),
    serializers: { key: bytes, value: bytes, headerKey: text, headerValue: text },
  });
  return {
    // A partition at a time: the client sends all of them once more when the leader of one is not known yet, and those
    // that had been written would stand there twice.
    async write(topic, records, compression = "none") {
      for (const same of Map.groupBy(records, ({ partition }) => partition).values()) {
        const messages = same.map(({ headers, key, value, ...rest }) => ({
          topic,
          ...rest,
          ...(key && { key }),
          ...(value && { value }),
          headers: new Map(headers),
        }));
        await producer.send({ messages, acks: -1, compression });
      }
    },
    writeTransactions: (topic, partitions, outcomes) => writeTransactions(bootstrap, topic, partitions, outcomes),
    close: () => producer.close(true),
  };
}
