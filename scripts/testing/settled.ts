import { Connection, describeConfigsV4, describeLogDirsV4, listGroupsV5 } from "@platformatic/kafka";
import { vi } from "vitest";
import type { LocalBroker, LocalKafka } from "../kafka/types.ts";
import { toolTopics } from "./tools.ts";

const promptMs = 300;

// A broker that has just started does everything for the first time, and on a busy machine takes seconds for it.
async function expectPrompt({ id, host, port }: LocalBroker): Promise<void> {
  const connection = new Connection("test-settled", {});
  try {
    await connection.connect(host, port);
    const began = performance.now();
    await listGroupsV5.api.async(connection, [], []);
    await describeLogDirsV4.api.async(connection, null);
    const settings = { resourceType: 4 as const, resourceName: String(id), configurationKeys: null };
    await describeConfigsV4.api.async(connection, [settings], true, true);
    if (performance.now() - began > promptMs) throw new Error(`Broker ${id} is not up to speed yet.`);
  } finally {
    await connection.close();
  }
}

/** settled resolves once every replica is in sync again, and every broker answers promptly: brokers that were stopped here must not trouble the tests of the next file. */
export async function settled(kafka: LocalKafka): Promise<void> {
  await vi.waitFor(
    async () => {
      const behind = await toolTopics(kafka, ["--under-replicated-partitions"]);
      if (behind.length > 0) throw new Error(`${behind.length} partitions lack a replica.`);
    },
    { timeout: 60_000, interval: 500 },
  );
  await vi.waitFor(() => Promise.all(kafka.brokers.map(expectPrompt)), { timeout: 60_000, interval: 100 });
}
