import { vi } from "vitest";
import type { LocalKafka } from "../kafka/index.ts";
import { toolTopics } from "./tools.ts";

/** settled resolves once every replica is in sync again: brokers that were stopped here must not trouble the tests of the next file. */
export async function settled(kafka: LocalKafka): Promise<void> {
  await vi.waitFor(
    async () => {
      const behind = await toolTopics(kafka, ["--under-replicated-partitions"]);
      if (behind.length > 0) throw new Error(`${behind.length} partitions lack a replica.`);
    },
    { timeout: 60_000, interval: 500 },
  );
}
