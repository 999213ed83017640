import { readFile } from "node:fs/promises";
import path from "node:path";
import { operate } from "./handle.ts";
import type { ClusterRecord, LocalKafka } from "./types.ts";

/** attachKafka gives the handle of a cluster that another process started in `dir`; brokers it starts belong to that process. */
export async function attachKafka(dir: string): Promise<LocalKafka> {
  const cluster: ClusterRecord = JSON.parse(await readFile(path.join(dir, "cluster.json"), "utf8"));
  return operate(cluster);
}
