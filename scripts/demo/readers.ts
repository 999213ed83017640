import { setTimeout as delay } from "node:timers/promises";
import { Consumer } from "@platformatic/kafka";
import { clientOptions } from "./clients.ts";

/** Reader is one member of a group of the demo. */
export type Reader = {
  group: string;
  clientId: string;
  topics: string[];
  /** "consumer" is the protocol of KIP-848. */
  protocol?: "classic" | "consumer";
  /** Isolation level read_committed instead of read_uncommitted. */
  committedOnly?: boolean;
  /** Pause after each record, so that the group cannot keep up. */
  pauseMs?: number;
  /** Reads its first record and never comes back from it: alive, assigned, heartbeating, no commit. */
  stuck?: boolean;
};

/** READERS are the members of the demo's groups, in the order in which they join. */
export const READERS: Reader[] = [
  ...members("warehouse", 3, { topics: ["orders"] }),
  ...members("order-history", 1, { topics: ["orders", "returns"] }),
  ...members("fraud-check", 2, { topics: ["payments"], committedOnly: true }),
  ...members("recommendations", 2, { topics: ["clickstream"], protocol: "consumer" }),
  ...members("customer-profile", 1, { topics: ["customers"] }),
  ...members("stock-alerts", 1, { topics: ["inventory"] }),
  ...members("mailer", 1, { topics: ["emails"], pauseMs: 450 }),
  ...members("returns-desk", 1, { topics: ["returns"], stuck: true }),
  ...members("newsletter", 1, { topics: ["newsletter-signups"] }),
];

function members(group: string, count: number, reader: Omit<Reader, "group" | "clientId">): Reader[] {
  return Array.from({ length: count }, (_, index) => ({ ...reader, group, clientId: `${group}-${index + 1}` }));
}

/** keepReading keeps a member in its group until `signal` aborts; after an error it joins again. */
export async function keepReading(bootstrap: string, reader: Reader, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await read(bootstrap, reader, signal);
    } catch {
      await delay(1000, undefined, { signal }).catch(() => {});
    }
  }
}

async function read(bootstrap: string, reader: Reader, signal: AbortSignal): Promise<void> {
  const consumer = createConsumer(bootstrap, reader);
  // A member that cannot join again says so in an event, and the stream of one goes on without a word.
  const broken = new AbortController();
  consumer.on("error", () => broken.abort());
  const over = AbortSignal.any([signal, broken.signal]);
  try {
    const byHand = reader.stuck || reader.pauseMs !== undefined;
    const stream = await consumer.consume({
      topics: reader.topics,
      mode: "committed",
      fallbackMode: "earliest",
      autocommit: byHand ? false : 5000,
    });
    over.addEventListener("abort", () => stream.destroy(), { once: true });
    for await (const message of stream) {
      if (reader.stuck) await untilAborted(over);
      if (reader.pauseMs !== undefined) await delay(reader.pauseMs, undefined, { signal: over });
      if (byHand) await message.commit();
    }
  } finally {
    await consumer.close(true).catch(() => {});
  }
}

// Fetches wait for many bytes or three seconds: few requests, hence little CPU, and lag that is seen to move.
function createConsumer(bootstrap: string, reader: Reader): Consumer {
  const fetching = { minBytes: 200_000, maxWaitTime: 3000, isolationLevel: reader.committedOnly ? 1 : 0 };
  const options = { ...clientOptions(bootstrap, reader.clientId), groupId: reader.group, ...fetching };
  return reader.protocol === "consumer"
    ? new Consumer({ ...options, groupProtocol: "consumer" })
    : new Consumer({ ...options, sessionTimeout: 20_000, rebalanceTimeout: 20_000 });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
