/** TopicSpec is a topic of the demo: its partitions, replicas and the settings that differ from the defaults. */
export type TopicSpec = { name: string; partitions: number; replicas: number; configs: Record<string, string> };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const COMPACTION = { "min.cleanable.dirty.ratio": 0.2, "segment.ms": DAY_MS };

/** SHOP_TOPICS are the topics of the demo's shop, 66 partitions in all; sandbox alone has a single replica. */
export const SHOP_TOPICS: TopicSpec[] = [
  topic("orders", 12, { "retention.ms": 7 * DAY_MS }),
  topic("payments", 6, { "retention.ms": 30 * DAY_MS }),
  topic("customers", 6, { "cleanup.policy": "compact", ...COMPACTION }),
  topic("inventory", 6, { "cleanup.policy": "compact,delete", "retention.ms": 14 * DAY_MS, ...COMPACTION }),
  topic("clickstream", 12, { "compression.type": "lz4", "retention.ms": DAY_MS, "segment.ms": 6 * HOUR_MS }),
  topic("emails", 3, { "retention.ms": 7 * DAY_MS }),
  topic("returns", 3, { "retention.ms": 14 * DAY_MS }),
  topic("shipments", 6, { "retention.ms": 7 * DAY_MS }),
  topic("audit-log", 3, { "retention.ms": 90 * DAY_MS, "max.message.bytes": 262_144 }),
  topic("loyalty-points", 3, { "retention.ms": 7 * DAY_MS }),
  topic("newsletter-signups", 3, { "retention.ms": 7 * DAY_MS }),
  { ...topic("sandbox", 3, { "retention.ms": DAY_MS, "min.insync.replicas": 1 }), replicas: 1 },
];

function topic(name: string, partitions: number, configs: Record<string, string | number>): TopicSpec {
  const all = { "min.insync.replicas": 2, ...configs };
  const texts = Object.entries(all).map(([key, value]) => [key, String(value)]);
  return { name, partitions, replicas: 3, configs: Object.fromEntries(texts) };
}
