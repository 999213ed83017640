import { setTimeout as wait } from "node:timers/promises";
import { Admin, Producer, stringSerializers } from "@platformatic/kafka";
import type { WarmBrokers } from "./brokers.ts";
import { offsetRequests, readMetadata, readOffsets } from "./requests.ts";
import { GROUP_IDS, PARTITIONS, TOPIC_NAMES, topicsOfGroup } from "./scale.ts";

const TOPICS_A_REQUEST = 100;
const GROUPS_AT_ONCE = 20;
const COMPACTED_EVERY = 10;
const RECORDS_EVERY = 4;
const RECORDS_A_PARTITION = 5;
const COMMITTED = 2n;

/** fillCluster makes the topics, records in a quarter of them, and the groups' commits: some lag, some have read all. */
export async function fillCluster(bootstrap: string, brokers: WarmBrokers, log: (line: string) => void): Promise<void> {
  const options = {
    clientId: "bench-fill",
    bootstrapBrokers: bootstrap.split(","),
    timeout: 60_000,
    requestTimeout: 60_000,
  };
  const admin = new Admin(options);
  const producer = new Producer({ ...options, serializers: stringSerializers });
  try {
    log(`Making ${TOPIC_NAMES.length} topics of ${PARTITIONS} partitions`);
    await createTopics(admin);
    await untilLed(brokers);
    log(`Writing records, and commits of ${GROUP_IDS.length} groups`);
    await writeRecords(producer);
    await commitOffsets(admin);
  } finally {
    await Promise.all([admin.close(), producer.close()]);
  }
}

async function createTopics(admin: Admin): Promise<void> {
  const compacted = TOPIC_NAMES.filter((_, index) => index % COMPACTED_EVERY === 0);
  const others = TOPIC_NAMES.filter((_, index) => index % COMPACTED_EVERY !== 0);
  const configs = [{ name: "cleanup.policy", value: "compact" }];
  for (const topics of chunks(others, TOPICS_A_REQUEST))
    await admin.createTopics({ topics, partitions: PARTITIONS, replicas: 1 });
  await admin.createTopics({ topics: compacted, partitions: PARTITIONS, replicas: 1, configs });
}

// CreateTopics answers long before each of 10,000 leaders has made its log.
async function untilLed(brokers: WarmBrokers): Promise<void> {
  for (;;) {
    const { topicMetadata } = await readMetadata(brokers);
    const answers = await readOffsets(brokers, offsetRequests(topicMetadata, ["end"])).catch(() => []);
    const told = answers.flatMap(({ responses }) => responses.flatMap(({ partitions }) => partitions));
    const led = told.filter(({ errorCode }) => errorCode === 0).length;
    if (led === TOPIC_NAMES.length * PARTITIONS) return;
    await wait(1000);
  }
}

async function writeRecords(producer: Producer<string, string, string, string>): Promise<void> {
  const topics = TOPIC_NAMES.filter((_, index) => index % RECORDS_EVERY === 0);
  for (const some of chunks(topics, TOPICS_A_REQUEST)) {
    const messages = some.flatMap((topic) =>
      Array.from({ length: PARTITIONS * RECORDS_A_PARTITION }, (_, nth) => ({
        topic,
        partition: nth % PARTITIONS,
        key: `key-${nth}`,
        value: `value-${nth}`.padEnd(100, "."),
      })),
    );
    await producer.send({ messages, acks: 1 });
  }
}

async function commitOffsets(admin: Admin): Promise<void> {
  const hasRecords = new Set(TOPIC_NAMES.filter((_, index) => index % RECORDS_EVERY === 0));
  const groups = GROUP_IDS.map((groupId, index) => ({
    groupId,
    topics: topicsOfGroup(index).map((name) => ({ name, partitionOffsets: offsetsOf(hasRecords.has(name)) })),
  }));
  for (const some of chunks(groups, GROUPS_AT_ONCE)) {
    await Promise.all(some.map((group) => admin.alterConsumerGroupOffsets(group)));
  }
}

function offsetsOf(hasRecords: boolean) {
  return Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, offset: hasRecords ? COMMITTED : 0n }));
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size));
}
