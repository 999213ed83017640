import type { TopicName } from "@/components/topic/topic-name.ts";
import { paths } from "@/lib/paths.ts";

/** recordPath leads to one record among a topic's messages. */
export function recordPath(
  { clusterId, topic }: TopicName,
  { partition, offset }: { partition: number | null; offset: string | null },
): string {
  return paths.topicMessages(clusterId, topic, { start: `offset:${offset}`, partitions: String(partition), limit: 1 });
}
