import { setTimeout as wait } from "node:timers/promises";
import type { ThroughputQuery } from "../../lib/api/history.ts";
import { readEnv } from "../../lib/env.ts";
import type { Sampled } from "../../lib/history/minute.ts";
import type { OpenedFile } from "../../lib/history/sqlite-file.ts";
import { SqliteHistory } from "../../lib/history/sqlite-history.ts";
import { ClusterHistory } from "../../lib/services/cluster-history.ts";
import { ClusterState } from "../../lib/services/cluster-state.ts";
import { describeThroughput } from "../../lib/services/throughput.ts";
import { CLUSTER_ID } from "./feed.ts";
import { type Spread, summarizeTimes } from "./statistics.ts";
import { cpuMsOf } from "./usage.ts";

/** StoreRead is an answer of `GET throughput` over 24 h, made of the store: how long it takes, text and all, how much of that is the processor's in the median, and the most that it should take. */
export type StoreRead = { name: string; ms: Spread; cpuMs: number; targetMs: number; points: number };

const DAY_MS = 24 * 3_600_000;
const WARM_UPS = 2;
const READS = 15;
const BETWEEN_MS = 20;
const TOPIC_MS = 50;
const CLUSTER_MS = 150;

/** measureReads times answers of the day that ends with the last round. */
export async function measureReads(file: OpenedFile, last: Sampled, topic: string): Promise<StoreRead[]> {
  serve(file, last);
  const { at } = last.round;
  const day = { from: new Date(at - DAY_MS).toISOString(), to: new Date(at).toISOString() };
  const asked: { name: string; query: ThroughputQuery; targetMs: number }[] = [
    { name: "24 h of one topic's rates", query: { by: "topic", topic, ...day }, targetMs: TOPIC_MS },
    { name: "24 h of one topic by partition", query: { by: "partition", topic, ...day }, targetMs: TOPIC_MS },
    { name: "24 h of the cluster by topic", query: { by: "topic", ...day }, targetMs: CLUSTER_MS },
    { name: "24 h of the cluster by group", query: { by: "group", ...day }, targetMs: CLUSTER_MS },
    { name: "24 h of the cluster by broker", query: { by: "broker", ...day }, targetMs: CLUSTER_MS },
  ];
  const reads: StoreRead[] = [];
  for (const { name, query, targetMs } of asked) reads.push({ name, targetMs, ...(await timeReads(query)) });
  return reads;
}

// What the services hang on globalThis: a cluster that nobody asks, and its history.
function serve({ database, kind }: OpenedFile, last: Sampled): void {
  const env = readEnv({});
  const config = { id: CLUSTER_ID, name: CLUSTER_ID, brokers: ["127.0.0.1:1"], readOnly: true, tls: null, sasl: null };
  const state = new ClusterState(config);
  const history = new ClusterHistory(state, new SqliteHistory(database, kind, CLUSTER_ID, env.tiers), env.tiers);
  history.recent.add(last.round, last.totals);
  Object.assign(globalThis, {
    highwaterRuntime: { env, config: { clusters: [config] }, clusters: new Map([[CLUSTER_ID, state]]) },
    highwaterHistories: { file: null, clusters: new Map([[CLUSTER_ID, history]]) },
  });
}

async function timeReads(query: ThroughputQuery): Promise<Pick<StoreRead, "ms" | "cpuMs" | "points">> {
  const [times, cpu]: [number[], number[]] = [[], []];
  let points = 0;
  for (let nth = -WARM_UPS; nth < READS; nth++) {
    const began = performance.now();
    const cpuBefore = process.cpuUsage();
    const answer = await describeThroughput(CLUSTER_ID, query, { notBefore: Date.now() });
    JSON.stringify(answer);
    const [ms, cpuMs] = [performance.now() - began, cpuMsOf(process.cpuUsage(cpuBefore))];
    if (nth >= 0) {
      times.push(ms);
      cpu.push(cpuMs);
    }
    points = answer.series.reduce((sum, line) => sum + line.points.filter(([, value]) => value !== null).length, 0);
    await wait(BETWEEN_MS);
  }
  return { ms: summarizeTimes(times), cpuMs: summarizeTimes(cpu).median, points };
}
