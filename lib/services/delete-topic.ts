import "server-only";
import type { DeleteTopicResult } from "../api/topics.ts";
import { deleteTopicCommand } from "../domain/command-line.ts";
import { summarizeLoss } from "../domain/config-effects.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { deleteTopic as deleteInKafka } from "../kafka/topic-changes.ts";
import { readBase } from "./base.ts";
import { changeCluster } from "./change.ts";
import { commandTarget } from "./command-target.ts";
import { readCutsAtEnd } from "./cuts.ts";
import { untilTopic } from "./settled-reads.ts";
import { gatherDetails } from "./topic-details.ts";
import { summarizeSizes } from "./topic-row.ts";
import { topicOf } from "./topics.ts";
import { readUnread } from "./unread.ts";

/** deleteTopic answers `DELETE topics/{topic}`: deletes a topic for good; the answer says what went, or with `validateOnly` would go, with it. Internal topics are refused: Kafka itself lives on them. */
export async function deleteTopic(clusterId: string, topic: string, validateOnly: boolean): Promise<DeleteTopicResult> {
  const started = performance.now();
  return changeCluster(
    clusterId,
    { action: "delete-topic", element: topic, detail: {}, validateOnly },
    async (state) => {
      const base = await readBase(clusterId, { notBefore: Date.now() });
      const metadata = topicOf(base, topic);
      if (metadata.internal) throw new KafkaError("CONFLICT", `${topic} is internal: Kafka itself needs it.`);
      const { cuts, unknown } = await readCutsAtEnd(base, metadata);
      const [unread, details] = await Promise.all([
        readUnread(base, topic, cuts),
        gatherDetails(base, [topic], new Set(["sizes"])),
      ]);
      const sizes = details.sizes.get(topic);
      if (!validateOnly) {
        await deleteInKafka(state.client, topic);
        await untilTopic(state, topic, 0);
      }
      return {
        topic,
        validateOnly,
        partitions: metadata.partitions.length,
        records: unknown.size > 0 ? null : summarizeLoss([...cuts.values()]).records.toString(),
        sizeWithReplicasBytes: (sizes && summarizeSizes(metadata, sizes).all?.toString()) ?? null,
        unread,
        command: deleteTopicCommand(commandTarget(state), topic),
        durationMs: performance.now() - started,
      };
    },
  );
}
