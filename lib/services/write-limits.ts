import "server-only";
import { fetchConfigs } from "../kafka/configs.ts";
import type { ClusterState } from "./cluster-state.ts";

/** WriteLimits are the settings of a topic that decide which records it takes; `maxBytes` (max.message.bytes) null and `compacted` false when they could not be read: then the broker decides alone. */
export type WriteLimits = { compacted: boolean; maxBytes: number | null };

/** readWriteLimits reads them as they are now. */
export async function readWriteLimits({ client }: ClusterState, topic: string): Promise<WriteLimits> {
  const keys = ["cleanup.policy", "max.message.bytes"];
  const answers = await fetchConfigs(client, [{ kind: "topic", name: topic }], { keys }).catch(() => null);
  const answer = answers?.get(topic);
  const valueOf = (name: string) =>
    answer && "configs" in answer ? (answer.configs.find((config) => config.name === name)?.value ?? null) : null;
  const maxBytes = valueOf("max.message.bytes");
  return {
    compacted: (valueOf("cleanup.policy") ?? "").split(",").includes("compact"),
    maxBytes: maxBytes === null ? null : Number(maxBytes),
  };
}
