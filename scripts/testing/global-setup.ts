import type { TestProject } from "vitest/node";
import { startKafka } from "../kafka/index.ts";

declare module "vitest" {
  // Merges with the interface of the same name, which only an interface can do.
  interface ProvidedContext {
    kafkaDir: string;
  }
}

/** setup starts the cluster of the integration tests, three brokers in three racks, and gives what ends it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  // Every five minutes Kafka gives leaders back to brokers that were stopped: in the middle of some other test.
  const properties = { "auto.leader.rebalance.enable": "false" };
  const kafka = await startKafka({ racks: ["zone-a", "zone-b", "zone-c"], properties });
  provide("kafkaDir", kafka.dir);
  return () => kafka.stop();
}
