import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Admin } from "@platformatic/kafka";
import type { GroupHistory, History, Series } from "../../lib/api/history.ts";
import type { GroupDetail } from "../../lib/api/groups.ts";
import { startKafka } from "../kafka/index.ts";
import { freePorts } from "../kafka/ports.ts";
import { startServer } from "../server.ts";
import { toolOffsets } from "../testing/tools.ts";
import { startTraffic, type Traffic } from "./truth-traffic.ts";

/** TruthResult is one run beside what is known about it: records by the chart and by kafka-get-offsets, the furthest that a point of a steady phase lies from its rate (share), the longest time behind after a stop of 60 s, and how long draining was said to take and took (all in ms). */
export type TruthResult = {
  integral: number;
  offsets: number;
  steady: { rate: number; mean: number; furthest: number }[];
  stoppedMs: number;
  longestBehindMs: number;
  drainSaidMs: number | null;
  drainTookMs: number;
  sampledEveryMs: number;
};

const TOPIC = "truth";
const GROUP = "truth-reader";
const PARTITIONS = 3;
const STOP_MS = 60_000;
const SECOND = 1000;
// The means that estimates go by are those of the last five minutes.
const FALLING_MS = 320 * SECOND;
const DRAINED = 2600;

type Phase = { rate: number; from: number; to: number };

async function get<T>(url: string, place: string, search: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(`${url}/api/clusters/bench/${place}?${new URLSearchParams(search)}`);
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function steadily(traffic: Traffic, rate: number, ms: number): Promise<Phase> {
  traffic.produceAt(rate);
  const from = Date.now();
  await wait(ms);
  return { rate, from, to: Date.now() };
}

// A point holds for the step that ends there: it has to lie in the phase whole.
function compareRate({ points }: Series, { rate, from, to }: Phase, step: number): TruthResult["steady"][number] {
  const inside = points.filter(([at, value]) => value !== null && at - step >= from + SECOND && at <= to - SECOND);
  const values = inside.map(([, value]) => value!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { rate, mean, furthest: Math.max(...values.map((value) => Math.abs(value - rate) / rate)) };
}

async function lagOf(url: string): Promise<number> {
  const { group } = await get<GroupDetail>(url, `groups/${GROUP}`);
  return Number(group.lag);
}

async function runPhases(url: string, traffic: Traffic, say: (line: string) => void) {
  const began = new Date();
  say("Nothing is written for 60 s");
  await steadily(traffic, 0, 60 * SECOND);
  say("1,000 records/s; the reader stops for 60 s after 120 s");
  const calm = await steadily(traffic, 1000, 120 * SECOND);
  const goOn = traffic.halt();
  await steadily(traffic, 1000, STOP_MS);
  goOn();
  await steadily(traffic, 1000, 60 * SECOND);
  say("5,000 records/s for 120 s, the reader takes 3,500");
  traffic.consumeAt(3500);
  const busy = await steadily(traffic, 5000, 120 * SECOND);
  say("1,000 records/s, the reader takes 1,300: its lag falls");
  traffic.consumeAt(1300);
  await steadily(traffic, 1000, FALLING_MS);
  const { outlook } = await get<GroupHistory>(url, `groups/${GROUP}/history`);
  const said = "ms" in outlook.drain ? outlook.drain.ms : null;
  const asked = Date.now();
  say(`The reader is said to be through in ${said === null ? "no time" : `${(said / SECOND).toFixed(0)} s`}`);
  while ((await lagOf(url)) > DRAINED) await wait(SECOND);
  const took = Date.now() - asked;
  say(`It took ${(took / SECOND).toFixed(0)} s; nothing is written for 30 s`);
  await steadily(traffic, 0, 30 * SECOND);
  return { began, phases: [calm, busy], said, took };
}

/** measureTruth writes and reads at known rates for about twenty minutes, then compares what charts and estimates said with what happened. */
export async function measureTruth(dir: string, say: (line: string) => void): Promise<TruthResult> {
  const kafka = await startKafka({ dir: path.join(dir, "kafka"), log: say });
  try {
    const admin = new Admin({ clientId: "bench", bootstrapBrokers: kafka.bootstrap.split(",") });
    await admin.createTopics({ topics: [TOPIC], partitions: PARTITIONS, replicas: 3 });
    await admin.close();
    const [port = 0] = await freePorts(1);
    const env = { KAFKA_BROKERS: kafka.bootstrap, KAFKA_CLUSTER_NAME: "bench", LOG_LEVEL: "warn" };
    const server = await startServer({ port, dir: path.join(dir, "server"), env });
    const traffic = await startTraffic(kafka.bootstrap, TOPIC, PARTITIONS, GROUP);
    const { began, phases, said, took } = await runPhases(server.url, traffic, say);
    await traffic.close();
    const range = { from: began.toISOString(), to: new Date().toISOString(), step: "10s" };
    const rates = await get<History>(server.url, "throughput", { by: "topic", topic: TOPIC, ...range });
    const lags = await get<History>(server.url, `groups/${GROUP}/history`, range);
    const ends = await toolOffsets(kafka, "-1");
    await server.stop();
    const produced = rates.series.find(({ measure, kind }) => measure === "produced" && kind === "total")!;
    const behind = lags.series.filter(({ measure }) => measure === "timeLag").flatMap(({ points }) => points);
    const halted = behind.filter(([at]) => at <= phases[1]!.from).map(([, ms]) => ms ?? 0);
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => Number(ends.get(`${TOPIC}-${partition}`)));
    return {
      integral: produced.points.reduce((sum, [, value]) => sum + ((value ?? 0) * rates.step) / SECOND, 0),
      offsets: partitions.reduce((sum, offset) => sum + offset, 0),
      steady: phases.map((phase) => compareRate(produced, phase, rates.step)),
      stoppedMs: STOP_MS,
      longestBehindMs: Math.max(...halted),
      drainSaidMs: said,
      drainTookMs: took,
      sampledEveryMs: rates.sampledEveryMs,
    };
  } finally {
    await kafka.stop();
  }
}
