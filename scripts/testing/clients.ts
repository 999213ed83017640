import { Admin, Consumer, Producer, stringSerializers } from "@platformatic/kafka";

/** Offsets are offsets by partition. */
export type Offsets = Record<number, bigint>;

/** TestMember is a member of a group: it commits for the group, and leaves it. */
export type TestMember = { commit(topic: string, offsets: Offsets): Promise<void>; leave(): Promise<void> };

/** TestClients act on a cluster as other programs would; close ends all of them, members leave their groups. */
export type TestClients = {
  admin: Admin;
  /** Creates a topic and resolves when every partition has a leader. */
  create(topic: string, partitions: number, replicas: number, configs?: Record<string, string>): Promise<void>;
  /** Writes `count` records of `bytes` bytes to a partition, as of now or of `timestamp` (ms since the epoch). */
  write(topic: string, partition: number, count: number, bytes?: number, timestamp?: number): Promise<void>;
  /** Writes `count` records in a transaction and leaves it open; what it gives commits it. */
  writeOpen(topic: string, partition: number, count: number): Promise<() => Promise<void>>;
  /** Deletes the records below offsets. */
  deleteBelow(topic: string, offsets: Offsets): Promise<void>;
  /** Commits for a group without members. */
  commit(group: string, topic: string, offsets: Offsets): Promise<void>;
  /** Joins a group and stays, and commits only when told to. */
  join(group: string, clientId: string, topics: string[], protocol?: "classic" | "consumer"): Promise<TestMember>;
  close(): Promise<void>;
};

function messagesOf(topic: string, partition: number, count: number, bytes: number, timestamp = Date.now()) {
  return Array.from({ length: count }, (_, index) => ({
    topic,
    partition,
    key: `key-${index}`,
    value: "x".repeat(bytes),
    timestamp: BigInt(timestamp),
  }));
}

/** testClients makes clients that speak to a cluster beside the product. */
export function testClients(bootstrap: string): TestClients {
  const base = {
    bootstrapBrokers: bootstrap.split(","),
    connectTimeout: 2000,
    requestTimeout: 10_000,
    timeout: 10_000,
    retries: 5,
    retryDelay: 100,
  };
  const admin = new Admin({ ...base, clientId: "test-admin" });
  const closing: (() => Promise<unknown>)[] = [() => admin.close()];
  const producerOf = (transactionalId?: string) => {
    // The client's timeout is also its transactions': the coordinator aborts them after it.
    const transactional = transactionalId === undefined ? {} : { transactionalId, idempotent: true, timeout: 300_000 };
    const producer = new Producer({
      ...base,
      ...transactional,
      clientId: "test-producer",
      serializers: stringSerializers,
    });
    closing.push(() => producer.close(true));
    return producer;
  };
  const producer = producerOf();
  return {
    admin,
    async create(topic, partitions, replicas, configs = {}) {
      const entries = Object.entries(configs).map(([name, value]) => ({ name, value }));
      await admin.createTopics({ topics: [topic], partitions, replicas, configs: entries });
      await admin.metadata({ topics: [topic], forceUpdate: true });
    },
    async write(topic, partition, count, bytes = 100, timestamp = Date.now()) {
      // Of the options of a producer the client forgets acks; all replicas have the records when this resolves.
      await producer.send({ messages: messagesOf(topic, partition, count, bytes, timestamp), acks: -1 });
    },
    async writeOpen(topic, partition, count) {
      const writing = producerOf(`test-${topic}`);
      const transaction = await writing.beginTransaction({ producerId: -1n, producerEpoch: -1 });
      await transaction.send({ messages: messagesOf(topic, partition, count, 100) });
      return () => transaction.commit();
    },
    async deleteBelow(topic, offsets) {
      const partitions = Object.entries(offsets).map(([partition, offset]) => ({
        partition: Number(partition),
        offset,
      }));
      await admin.deleteRecords({ topics: [{ name: topic, partitions }] });
    },
    async commit(group, topic, offsets) {
      const partitionOffsets = Object.entries(offsets).map(([partition, offset]) => ({
        partition: Number(partition),
        offset,
      }));
      await admin.alterConsumerGroupOffsets({ groupId: group, topics: [{ name: topic, partitionOffsets }] });
    },
    async join(group, clientId, topics, protocol = "classic") {
      const options = { ...base, clientId, groupId: group, maxWaitTime: 1000 };
      const consumer =
        protocol === "classic"
          ? new Consumer({ ...options, sessionTimeout: 20_000 })
          : new Consumer({ ...options, groupProtocol: "consumer" });
      closing.unshift(() => consumer.close(true));
      await consumer.consume({ topics, mode: "committed", fallbackMode: "earliest", autocommit: false });
      return {
        commit: (topic, offsets) =>
          consumer.commit({
            offsets: Object.entries(offsets).map(([partition, offset]) => ({
              topic,
              partition: Number(partition),
              offset,
              leaderEpoch: -1,
            })),
          }),
        leave: () => consumer.close(true),
      };
    },
    async close() {
      for (const end of closing) await end().catch(() => undefined);
    },
  };
}
