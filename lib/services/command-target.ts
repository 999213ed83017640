import type { CommandTarget } from "../domain/command-line.ts";
import type { ClusterState } from "./cluster-state.ts";

/** commandTarget tells where the command lines of a cluster go. */
export function commandTarget({ config }: ClusterState): CommandTarget {
  return { bootstrapServers: config.brokers, secured: config.tls !== null || config.sasl !== null };
}
