import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import { attachKafka, type LocalKafka } from "../kafka/index.ts";

/** demoDir is where the demo's cluster lives; one demo runs per checkout. */
export const demoDir = path.join(cacheDir, "demo");

/** urlFile holds the address of the running demo. */
export const urlFile = path.join(demoDir, "url");

/** attachDemo gives the cluster of the running demo, or null when none runs. */
export async function attachDemo(): Promise<LocalKafka | null> {
  if (!existsSync(urlFile)) return null;
  const kafka = await attachKafka(demoDir);
  return kafka.brokers.some(({ pid }) => pid !== null) ? kafka : null;
}

/** demoUrl reads the address of the running demo. */
export function demoUrl(): string {
  return readFileSync(urlFile, "utf8");
}
