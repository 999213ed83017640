import "server-only";
import { type Config, loadConfig } from "../config.ts";
import { type Env, readEnv } from "../env.ts";
import { KafkaError } from "../kafka/kafka-error.ts";
import { ClusterState } from "./cluster-state.ts";

type Runtime = { env: Env; config: Config; clusters: Map<string, ClusterState> };

// Next gives instrumentation, route handlers and pages their own copy of each module: what must be one a process hangs
// on globalThis.
const holder = globalThis as typeof globalThis & { highwaterRuntime?: Runtime };

function start(): Runtime {
  const env = readEnv(process.env);
  const config = loadConfig(env, process.env);
  return { env, config, clusters: new Map(config.clusters.map((cluster) => [cluster.id, new ClusterState(cluster)])) };
}

/** runtime is the process's environment, configuration and clusters, made on first use. Throws ConfigError. */
export function runtime(): Runtime {
  holder.highwaterRuntime ??= start();
  return holder.highwaterRuntime;
}

/** clusterState gives one configured cluster; throws KafkaError NOT_FOUND. */
export function clusterState(clusterId: string): ClusterState {
  const state = runtime().clusters.get(clusterId);
  if (!state) throw new KafkaError("NOT_FOUND", `No cluster with the id ${clusterId} is configured.`);
  return state;
}

/** isReadOnly tells whether changes to a cluster are refused: by READ_ONLY, or in its configuration. */
export function isReadOnly(state: ClusterState): boolean {
  return runtime().env.readOnly || state.config.readOnly;
}
