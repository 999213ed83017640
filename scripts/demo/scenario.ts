import type { Admin } from "@platformatic/kafka";
import { createAdmin, createProducer, produce, type ShopProducer } from "./clients.ts";
import { pastHours } from "./history.ts";
import { keepPaying, payBefore } from "./payments.ts";
import { keepReading, READERS } from "./readers.ts";
import type { ShopRecord } from "./records.ts";
import { createShop, type Shop } from "./shop.ts";
import { setStates } from "./states.ts";
import { SHOP_TOPICS } from "./topics.ts";
import { keepTrading } from "./traffic.ts";

/** ScenarioOptions: the seed of the random data, and who is told what happens. */
export type ScenarioOptions = { seed?: number; log?: (line: string) => void };

/** Scenario is a running shop; stop ends its traffic and closes its clients, its topics and groups stay. */
export type Scenario = { stop(): Promise<void> };

const BATCH = 2000;

/**
 * startScenario fills a cluster of three brokers with a small shop that shows every state the pages know, and keeps it
 * alive. It resolves when the past is written and the members have begun to join.
 */
export async function startScenario(bootstrap: string, options: ScenarioOptions = {}): Promise<Scenario> {
  const { seed = 7, log = () => {} } = options;
  const shop = createShop(seed);
  const producer = createProducer(bootstrap, "shop");
  const admin = createAdmin(bootstrap);
  log(`Creating ${SHOP_TOPICS.length} topics`);
  await createTopics(admin);
  log("Writing what happened in the past week");
  await writePast(bootstrap, producer, shop);
  await setStates(admin);
  await admin.close();
  log(`Starting ${READERS.length} consumers and the shop's traffic`);
  const stopping = new AbortController();
  const running = [
    keepTrading(producer, shop, stopping.signal),
    keepPaying(bootstrap, shop, stopping.signal),
    ...READERS.map((reader) => keepReading(bootstrap, reader, stopping.signal)),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
      await producer.close();
    },
  };
}

async function createTopics(admin: Admin): Promise<void> {
  const creations = SHOP_TOPICS.map(({ name, partitions, replicas, configs }) => {
    const entries = Object.entries(configs).map(([key, value]) => ({ name: key, value }));
    return admin.createTopics({ topics: [name], partitions, replicas, configs: entries });
  });
  await Promise.all(creations);
}

async function writePast(bootstrap: string, producer: ShopProducer, shop: Shop): Promise<void> {
  const now = Date.now();
  let batch: ShopRecord[] = [];
  for (const hour of pastHours(shop, now)) {
    batch.push(...hour);
    if (batch.length < BATCH) continue;
    await produce(producer, batch);
    batch = [];
  }
  await produce(producer, batch);
  await payBefore(bootstrap, shop, now);
}
