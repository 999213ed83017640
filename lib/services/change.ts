import "server-only";
import { KafkaError } from "../kafka/kafka-error.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import type { ClusterState } from "./cluster-state.ts";
import { log } from "./log.ts";
import { requestId } from "./request-context.ts";
import { clusterState, isReadOnly } from "./runtime.ts";

/** Change names what is done to what; `detail` goes to the log and holds no secret. */
export type Change = { action: string; element: string; detail: Record<string, unknown>; validateOnly: boolean };

/** changeCluster is the one door to everything that changes a cluster: it refuses in read-only mode, runs the change, makes what was read before too old, and logs what was done or refused. A dry run passes through it too, and changes nothing. Throws KafkaError. */
export async function changeCluster<T>(
  clusterId: string,
  change: Change,
  run: (state: ClusterState) => Promise<T>,
): Promise<T> {
  const state = clusterState(clusterId);
  if (isReadOnly(state))
    throw new KafkaError("READ_ONLY", `${state.config.name} is read-only here: nothing was changed.`);
  const entry = {
    change: change.action,
    cluster: clusterId,
    element: change.element,
    ...change.detail,
    requestId: requestId(),
  };
  const started = performance.now();
  try {
    const result = await run(state);
    if (!change.validateOnly) log().info({ ...entry, durationMs: Math.round(performance.now() - started) }, "changed");
    return result;
  } catch (error) {
    const failure = toKafkaError(error, change.element);
    if (!change.validateOnly) log().warn({ ...entry, code: failure.code, reason: failure.message }, "not changed");
    throw failure;
  } finally {
    if (!change.validateOnly) state.invalidate();
  }
}
