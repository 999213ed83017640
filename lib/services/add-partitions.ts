import "server-only";
import type { AddPartitions, AddPartitionsResult } from "../api/topics.ts";
import { addPartitionsCommand } from "../domain/command-line.ts";
import { calculateRemappedShare } from "../domain/remapped-keys.ts";
import { addPartitions as addInKafka } from "../kafka/topic-changes.ts";
import { readBase } from "./base.ts";
import { changeCluster } from "./change.ts";
import { commandTarget } from "./command-target.ts";
import { InputError } from "./input-error.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { untilTopic } from "./settled-reads.ts";
import { topicOf } from "./topics.ts";

function refuse(message: string, cause?: unknown): never {
  throw new InputError(message, [{ path: "count", message }], { cause });
}

/** addPartitions answers `POST topics/{topic}/partitions`: raises the number of partitions to `count`. Throws InputError. */
export async function addPartitions(
  clusterId: string,
  topic: string,
  { count }: AddPartitions,
  validateOnly: boolean,
): Promise<AddPartitionsResult> {
  const started = performance.now();
  return changeCluster(
    clusterId,
    { action: "add-partitions", element: topic, detail: { count }, validateOnly },
    async (state) => {
      const base = await readBase(clusterId, { notBefore: Date.now() });
      const before = topicOf(base, topic).partitions.length;
      if (count <= before) refuse(`${topic} has ${before} partitions; their number only grows.`);
      await addInKafka(state.client, topic, count, validateOnly).catch((error: unknown) => {
        if (error instanceof KafkaError && error.code === "INVALID") refuse(error.message, error);
        throw error;
      });
      if (!validateOnly) await untilTopic(state, topic, count);
      return {
        topic,
        validateOnly,
        before,
        after: count,
        remappedKeyShare: calculateRemappedShare(before, count),
        command: addPartitionsCommand(commandTarget(state), topic, count),
        durationMs: performance.now() - started,
      };
    },
  );
}
