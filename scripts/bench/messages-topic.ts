import { spawn } from "node:child_process";
import { once } from "node:events";
import { Admin } from "@platformatic/kafka";

/** RECORDS is how many records each topic holds, in PARTITIONS partitions. */
export const RECORDS = 2_000_000;
export const PARTITIONS = 6;

/** NEEDLE stands in HITS records near the end of each topic, in the field `note`. */
export const NEEDLE = "NEEDLE-7f3a";
export const HITS = 10;

const LAST = 100_000;
const STATUSES = ["PLACED", "PAID", "PACKED", "SHIPPED"];
const RECORDS_AT_ONCE = 5000;

function recordOf(index: number): string {
  const id = ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, "0");
  const isHit = index >= RECORDS - LAST && index % (LAST / HITS) === 7;
  const items = [
    { sku: `SKU-${id.slice(0, 5)}`, quantity: index % 5, price: (index * 13) % 9999 },
    { sku: `SKU-${id.slice(3, 8)}`, quantity: 1, price: 1995 },
  ];
  const order = {
    orderId: `order-${index}`,
    customer: `C-${id}`,
    status: STATUSES[index % STATUSES.length],
    total: ((index * 37) % 100_000) / 100,
    country: "DE",
    note: isHit ? NEEDLE : "none",
    items,
  };
  return `order-${index}|${JSON.stringify(order)}\n`;
}

/** fillTopic makes a topic of JSON records of about 250 bytes with kcat's producer, compressed with a codec. */
export async function fillTopic(kcat: string, bootstrap: string, topic: string, codec: string): Promise<void> {
  const admin = new Admin({ clientId: "bench", bootstrapBrokers: bootstrap.split(",") });
  await admin.createTopics({ topics: [topic], partitions: PARTITIONS, replicas: 1 });
  await admin.close();
  const batches = ["-X", "linger.ms=50", "-X", "batch.size=65536", "-X", "queue.buffering.max.messages=1000000"];
  const args = ["-P", "-b", bootstrap, "-t", topic, "-z", codec, "-K", "|", ...batches];
  const child = spawn(kcat, args, { stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(child, "exit");
  for (let index = 0; index < RECORDS; index += RECORDS_AT_ONCE) {
    const records = Array.from({ length: RECORDS_AT_ONCE }, (_, nth) => recordOf(index + nth)).join("");
    if (!child.stdin.write(records)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`kcat ended with ${code} while it filled ${topic}.`);
}
