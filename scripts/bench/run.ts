import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "../kafka/processes.ts";
import type { ProductServer } from "../server.ts";
import type { Endpoint } from "./endpoints.ts";
import { createHttpClient } from "./http.ts";
import { type Measured, measureEndpoint, readAnew } from "./measure.ts";
import type { ServerUsage } from "./report.ts";
import { cpuShare, residentMib } from "./usage.ts";

type Server = Pick<ProductServer, "url" | "pid">;

/** BenchOptions: a running product, the endpoints of its cluster, and how many pairs of reads an endpoint gets at least. */
export type BenchOptions = { server: Server; endpoints: Endpoint[]; pairs: number; log: (line: string) => void };

// A minute holds a round with the sizes of the logs, and a write of six rounds.
const SAMPLING_SECONDS = 60;
const IDLE_SECONDS = 20;
// Within seconds of the last request V8 gives memory back, once: work of the run, not of an idle server.
const REST_SECONDS = 15;

/** runBench measures every endpoint of a running product against the brokers themselves, then its process, which samples. */
export async function runBench({
  server,
  endpoints,
  pairs,
  log,
}: BenchOptions): Promise<{ measured: Measured[]; usage: ServerUsage }> {
  const http = createHttpClient(server.url);
  const measured: Measured[] = [];
  for (const endpoint of endpoints) {
    log(`Measuring ${endpoint.name}`);
    measured.push(await measureEndpoint(http, endpoint, pairs));
  }
  http.close();
  return { measured, usage: await watch(server, SAMPLING_SECONDS, log) };
}

/** runWithoutHistory reads every endpoint of a product that keeps no history, `pairs` times anew, then watches its idle process. */
export async function runWithoutHistory({ server, endpoints, pairs, log }: BenchOptions): Promise<ServerUsage> {
  const http = createHttpClient(server.url);
  for (const { path } of endpoints) await readAnew(http, path, pairs);
  http.close();
  return watch(server, IDLE_SECONDS, log);
}

async function watch({ pid }: Server, seconds: number, log: (line: string) => void): Promise<ServerUsage> {
  const residentAfterRun = residentMib(pid);
  log(`Watching the server for ${seconds} s, once it has rested for ${REST_SECONDS} s`);
  await wait(REST_SECONDS * 1000);
  const idleCpuShare = await cpuShare(pid, seconds);
  if (!isAlive(pid)) throw new Error("The server ended while it was watched; its log is in .cache/bench.");
  return { residentMib: residentAfterRun, idleResidentMib: residentMib(pid), idleCpuShare };
}
