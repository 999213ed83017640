import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { fetchConfigs } from "../kafka/configs.ts";
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

/** untilTopic waits until every broker that answers knows a topic with `partitions` partitions, each with a leader; or with 0, no longer knows it. */
export async function untilTopic(state: ClusterState, topic: string, partitions: number): Promise<void> {
  await until(() =>
    everyBroker(state, async (brokerId) => {
      const answer = await state.client.kafkaJs(brokerId, (broker) => broker.metadata([topic]));
      const known = answer.topicMetadata.find((found) => found.topic === topic)?.partitionMetadata ?? [];
      return known.length === partitions && known.every(({ leader }) => leader >= 0);
    }),
  );
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
