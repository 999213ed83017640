import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { fetchConfigs } from "../kafka/configs.ts";
import { fetchMetadata } from "../kafka/metadata.ts";
import { fetchOffsets } from "../kafka/offsets.ts";
import type { ClusterState } from "./cluster-state.ts";

// A change goes to the controller; brokers learn of it some milliseconds later. What a person is shown next must have it.
const settleWithinMs = 3000;

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + settleWithinMs;
  for (let wait = 5; !(await done()) && Date.now() < deadline; wait = Math.min(wait * 2, 200)) await pause(wait);
}

async function everyBroker(state: ClusterState, check: (brokerId: number) => Promise<boolean>): Promise<boolean> {
  const answers = await state.client.eachBroker(state.client.brokerIds, check);
  return answers.every((answer) => !("value" in answer) || answer.value);
}

// A leader that was just named may not know of it yet.
async function leadersAnswer(state: ClusterState, name: string): Promise<boolean> {
  const metadata = await fetchMetadata(state.client, [name]).catch(() => null);
  const topic = metadata?.topics.get(name);
  if (!topic) return false;
  const ends = (await fetchOffsets(state.client, [topic], "end")).get(name) ?? [];
  return ends.every((end) => "offset" in end);
}

/** untilTopic waits until every broker that answers knows a topic with `partitions` partitions, each with a leader that tells its offsets; or with 0, no longer knows it. */
export async function untilTopic(state: ClusterState, topic: string, partitions: number): Promise<void> {
  const isKnown = () =>
    everyBroker(state, async (brokerId) => {
      const answer = await state.client.kafkaJs(brokerId, (broker) => broker.metadata([topic]));
      const known = answer.topicMetadata.find((found) => found.topic === topic)?.partitionMetadata ?? [];
      return known.length === partitions && known.every(({ leader }) => leader >= 0);
    });
  await until(async () => (await isKnown()) && (partitions === 0 || (await leadersAnswer(state, topic))));
}

/** untilConfigs waits until every broker that answers tells a topic's new values. */
export async function untilConfigs(
  state: ClusterState,
  topic: string,
  values: Map<string, string | null>,
): Promise<void> {
  await until(() =>
    everyBroker(state, async (brokerId) => {
      const answer = await fetchConfigs(state.client, [{ kind: "topic", name: topic }], {
        keys: [...values.keys()],
        at: brokerId,
      });
      const told = answer.get(topic);
      if (!told || "error" in told) return true;
      return told.configs.every((config) => config.sensitive || values.get(config.name) === config.value);
    }),
  );
}
