import { stopHistory } from "../../lib/services/cluster-history.ts";
import { runtime } from "../../lib/services/runtime.ts";

const holder = globalThis as typeof globalThis & { highwaterRuntime?: unknown; highwaterLog?: unknown };
const ours = [
  "KAFKA_BROKERS",
  "KAFKA_CLUSTER_NAME",
  "HIGHWATER_CONFIG",
  "HIGHWATER_DATA",
  "HIGHWATER_HISTORY",
  "HISTORY_TIERS",
  "METRICS",
  "PROMETHEUS_URL",
  "PROMETHEUS_CLUSTER_LABEL",
  "PROMETHEUS_BYTES_IN_QUERY",
  "PROMETHEUS_BYTES_OUT_QUERY",
  "READ_ONLY",
  "REFRESH_MS",
  "LOG_LEVEL",
];

/** startProduct makes the product read this environment from now on, with nothing remembered; quiet unless LOG_LEVEL is given. */
export async function startProduct(env: Record<string, string>): Promise<void> {
  await stopProduct();
  for (const name of ours) delete process.env[name];
  Object.assign(process.env, { LOG_LEVEL: "silent", ...env });
}

/** stopProduct closes what the product holds open, and forgets its configuration and log. */
export async function stopProduct(): Promise<void> {
  stopHistory();
  if (holder.highwaterRuntime) await Promise.all([...runtime().clusters.values()].map(({ client }) => client.close()));
  delete holder.highwaterRuntime;
  delete holder.highwaterLog;
}
