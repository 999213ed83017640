import "server-only";
import type { Codec } from "../api/messages.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import type { TopicMetadata } from "../kafka/metadata.ts";
import { producerOf, type Written } from "../kafka/produce.ts";
import type { OutRecord } from "../kafka/record-batches.ts";
import { startReading, readTopicsBase } from "./base.ts";
import type { ClusterState } from "./cluster-state.ts";
import { withinRefresh } from "./freshness.ts";
import type { WriteLimits } from "./write-limits.ts";

/** WriteTarget is a topic to write to, with what is known of it. */
export type WriteTarget = { state: ClusterState; topic: TopicMetadata; limits: WriteLimits; compression: Codec };

type Placed = { record: OutRecord; partition: number | null };

function leaderIn(topic: TopicMetadata | undefined, partition: number): number | null {
  return topic?.partitions[partition]?.leader ?? null;
}

async function readLeader({ state, topic }: WriteTarget, partition: number): Promise<number | null> {
  const reading = { ...startReading(state.config.id, withinRefresh()), freshness: { notBefore: Date.now() } };
  const { metadata } = await readTopicsBase(reading, [topic.name]);
  return leaderIn(metadata.topics.get(topic.name), partition);
}

function withoutLeader(topic: string, partition: number | null): Written {
  const message =
    partition === null
      ? `No partition of ${topic} has a leader.`
      : `${topic}-${partition} has no leader: nobody can write to it.`;
  return { error: new KafkaError("NO_LEADER", message, { kafkaCode: "LEADER_NOT_AVAILABLE" }), unsure: false };
}

/** writeRecords writes records to a topic, all partitions side by side, and tells of each, in the given order, what came of it. A partition without a leader is not waited for. It does not throw. */
export async function writeRecords(target: WriteTarget, records: readonly Placed[]): Promise<Written[]> {
  const { state, topic, limits, compression } = target;
  const results: Written[] = Array.from({ length: records.length });
  const byPartition = Map.groupBy(records.keys(), (at) => records[at]!.partition);
  await Promise.all(
    [...byPartition].map(async ([partition, places]) => {
      const led = partition !== null && leaderIn(topic, partition) !== null;
      const written = led
        ? await producerOf(state.client).write(
            {
              topic: topic.name,
              partition,
              compression,
              maxBytes: limits.maxBytes,
              leaderOf: async (asked, fresh) => (fresh ? readLeader(target, asked) : leaderIn(topic, asked)),
            },
            places.map((at) => records[at]!.record),
          )
        : places.map(() => withoutLeader(topic.name, partition));
      for (const [index, at] of places.entries()) results[at] = written[index]!;
    }),
  );
  return results;
}
