import { rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startKafka } from "../kafka/index.ts";
import { freePorts } from "../kafka/ports.ts";
import { cacheDir } from "../paths.ts";
import { startServer } from "../server.ts";
import { connectBrokers } from "./brokers.ts";
import { type Endpoint, endpointsOf } from "./endpoints.ts";
import { fillCluster } from "./fill.ts";
import { makeFloors } from "./floors.ts";
import { measureStore, type StoreResult } from "./history-store.ts";
import type { Measured } from "./measure.ts";
import { makePlan } from "./plan.ts";
import { endpointTable, faultLines, floorLines, type Usage, USAGE_TARGETS, usageLines } from "./report.ts";
import { measureMessages, MESSAGES_TARGETS, type MessagesResult } from "./messages.ts";
import { messagesTable } from "./report-messages.ts";
import { HISTORY_TARGETS, samplingTable, storeTable } from "./report-history.ts";
import { truthTable } from "./report-truth.ts";
import { runBench, runWithoutHistory } from "./run.ts";
import { measureSampling, type SampledRounds } from "./sampling.ts";
import { measureTruth, type TruthResult } from "./truth.ts";

/** Result is all that a run measured: of a part that did not run, nothing. */
type Result = {
  product?: { endpoints: Endpoint[]; measured: Measured[]; usage: Usage };
  sampling?: SampledRounds[];
  store?: StoreResult;
  messages?: MessagesResult;
  truth?: TruthResult;
};

const { values, positionals } = parseArgs({
  options: { json: { type: "string" }, pairs: { type: "string", default: "30" } },
  allowPositionals: true,
});
const only = positionals[0];
const parts = new Set(["history", "sampling", "messages", "truth"]);
const dir = path.join(cacheDir, "bench");
const began = Date.now();

/** say prints a line of progress with the seconds since the start. */
function say(line: string): void {
  process.stdout.write(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}\n`);
}

/** bench measures, prints, and ends all that it started; after a failure the logs stay in .cache/bench. `history` alone measures the history's store, `sampling` alone its rounds, `messages` alone the search over records; without one it is all of these. `truth` alone compares charts and estimates with what happens in twenty minutes. */
async function bench(): Promise<void> {
  if (only !== undefined && !parts.has(only)) throw new Error(`There is no part "${only}".`);
  await rm(dir, { recursive: true, force: true });
  const result: Result = only === undefined || only === "sampling" ? await measureCluster() : {};
  if (only === undefined || only === "history") result.store = await measureStore(say);
  if (only === undefined || only === "messages")
    result.messages = await measureMessages(path.join(dir, "messages"), say);
  if (only === "truth") result.truth = await measureTruth(path.join(dir, "truth"), say);
  print(result);
  if (values.json) await writeFile(path.resolve(process.env.INIT_CWD ?? ".", values.json), toJson(result));
  await rm(dir, { recursive: true, force: true });
}

// A cluster, and beside it one server after the other: none of them samples while something else is measured.
async function measureCluster(): Promise<Result> {
  const kafka = await startKafka({ dir: path.join(dir, "kafka"), heapMb: 400, log: say });
  const brokers = await connectBrokers(kafka.bootstrap);
  try {
    await fillCluster(kafka.bootstrap, brokers, say);
    const plan = await makePlan(brokers);
    const floors = makeFloors(brokers, plan);
    const endpoints = endpointsOf("bench", plan, floors);
    const product = only === undefined ? { product: await measureProduct(kafka.bootstrap, endpoints) } : {};
    say("Measuring rounds of the sampler");
    return { ...product, sampling: await measureSampling(kafka.bootstrap, floors) };
  } finally {
    await brokers.close();
    await kafka.stop();
  }
}

async function measureProduct(bootstrap: string, endpoints: Endpoint[]): Promise<NonNullable<Result["product"]>> {
  const env = { KAFKA_BROKERS: bootstrap, KAFKA_CLUSTER_NAME: "bench", LOG_LEVEL: "warn" };
  say("Starting Highwater");
  const [port = 0, otherPort = 0] = await freePorts(2);
  const server = await startServer({ port, dir: path.join(dir, "server"), env });
  const pairs = Number(values.pairs);
  const { measured, usage } = await runBench({ server, endpoints, pairs, log: say });
  await server.stop();
  say("Starting Highwater without history");
  const off = { ...env, HIGHWATER_HISTORY: "off" };
  const bare = await startServer({ port: otherPort, dir: path.join(dir, "server-off"), env: off });
  const withoutHistory = await runWithoutHistory({ server: bare, endpoints, pairs, log: say });
  await bare.stop();
  return { endpoints, measured, usage: { sampling: usage, withoutHistory } };
}

function print({ product, sampling, store, messages, truth }: Result): void {
  const texts = [
    product && endpointPart(product),
    product && usageLines(product.usage),
    sampling && `${samplingTable(sampling)}${faultLines(sampling)}`,
    store && storeTable(store),
    messages && messagesTable(messages),
    truth && truthTable(truth),
    sampling && floorPart(product?.endpoints ?? [], sampling),
  ];
  process.stdout.write(`
Times are median / p95 in milliseconds.

${texts.filter((text) => text !== undefined).join("\n")}
Machine: ${os.availableParallelism()} cores, load average ${os.loadavg()[0]!.toFixed(1)}, Node.js ${process.version}.
`);
}

function endpointPart({ endpoints, measured }: NonNullable<Result["product"]>): string {
  return `First read: Cache-Control: no-cache. Floor: the bare requests that the answer needs, over warm connections to all
brokers at once, in turns with the first reads.

${endpointTable(endpoints, measured)}${faultLines(measured)}`;
}

function floorPart(endpoints: Endpoint[], sampling: SampledRounds[]): string {
  const rounds = sampling.map(({ name, floorSteps }) => ({ name, floor: { steps: floorSteps } }));
  return `Floors ("+" at the same time, "->" after):\n${floorLines([...endpoints, ...rounds])}`;
}

function toJson({ product, sampling, store, messages, truth }: Result): string {
  const endpoints = product?.measured.map((one, index) => ({
    ...one,
    floorSteps: product.endpoints[index]!.floor.steps,
    targets: product.endpoints[index]!.targets,
  }));
  const machine = { cores: os.availableParallelism(), loadAverage: os.loadavg()[0], node: process.version };
  const usage = product && { measured: product.usage, targets: USAGE_TARGETS };
  const history = { sampling, store, targets: HISTORY_TARGETS };
  return `${JSON.stringify({ at: new Date().toISOString(), machine, endpoints, usage, history, messages: messages && { ...messages, targets: MESSAGES_TARGETS }, truth }, null, 2)}\n`;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await bench();
