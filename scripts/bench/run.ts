import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "../kafka/processes.ts";
import type { ProductServer } from "../server.ts";
import type { WarmBrokers } from "./brokers.ts";
import { type Endpoint, endpointsOf } from "./endpoints.ts";
import { makeFloors } from "./floors.ts";
import { createHttpClient } from "./http.ts";
import { type Measured, measureEndpoint } from "./measure.ts";
import { makePlan } from "./plan.ts";
import type { ServerUsage } from "./report.ts";
import { cpuShare, residentMib } from "./usage.ts";

/** Result is all that a run measured, endpoint by endpoint. */
export type Result = { endpoints: Endpoint[]; measured: Measured[]; usage: ServerUsage };

/** BenchOptions: a running product, its cluster by id and by connections, and how many pairs of reads an endpoint gets. */
export type BenchOptions = {
  server: Pick<ProductServer, "url" | "pid">;
  clusterId: string;
  brokers: WarmBrokers;
  pairs: number;
  log: (line: string) => void;
};

const IDLE_SECONDS = 20;
// Within seconds of the last request V8 gives memory back, once: work of the run, not of an idle server.
const REST_SECONDS = 15;

/** runBench measures every endpoint of a running product against the brokers themselves, then its idle process. */
export async function runBench({ server, clusterId, brokers, pairs, log }: BenchOptions): Promise<Result> {
  const plan = await makePlan(brokers);
  const endpoints = endpointsOf(clusterId, plan, makeFloors(brokers, plan));
  const http = createHttpClient(server.url);
  const measured: Measured[] = [];
  for (const endpoint of endpoints) {
    log(`Measuring ${endpoint.name}`);
    measured.push(await measureEndpoint(http, endpoint, pairs));
  }
  http.close();
  const residentAfterRun = residentMib(server.pid);
  log(`Watching the idle server for ${IDLE_SECONDS} s, once it has rested for ${REST_SECONDS} s`);
  await wait(REST_SECONDS * 1000);
  const idleCpuShare = await cpuShare(server.pid, IDLE_SECONDS);
  if (!isAlive(server.pid)) throw new Error("The server ended while it was idle; its log is in .cache/bench/server.");
  const usage = { residentMib: residentAfterRun, idleResidentMib: residentMib(server.pid), idleCpuShare };
  return { endpoints, measured, usage };
}
