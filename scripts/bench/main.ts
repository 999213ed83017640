import { rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startKafka } from "../kafka/index.ts";
import { freePorts } from "../kafka/ports.ts";
import { cacheDir } from "../paths.ts";
import { startServer } from "../server.ts";
import { connectBrokers } from "./brokers.ts";
import { fillCluster } from "./fill.ts";
import { endpointTable, faultLines, floorLines, usageLines } from "./report.ts";
import { type Result, runBench } from "./run.ts";

const { values } = parseArgs({ options: { json: { type: "string" }, pairs: { type: "string", default: "30" } } });
const dir = path.join(cacheDir, "bench");
const began = Date.now();

/** say prints a line of progress with the seconds since the start. */
function say(line: string): void {
  process.stdout.write(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}\n`);
}

/** bench starts a cluster and the product, measures, prints, and ends both; after a failure their logs stay in .cache/bench. */
async function bench(): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  const kafka = await startKafka({ dir: path.join(dir, "kafka"), heapMb: 400, log: say });
  const brokers = await connectBrokers(kafka.bootstrap);
  try {
    await fillCluster(kafka.bootstrap, brokers, say);
    say("Starting Highwater");
    const env = { KAFKA_BROKERS: kafka.bootstrap, KAFKA_CLUSTER_NAME: "bench", LOG_LEVEL: "warn" };
    const server = await startServer({ port: (await freePorts(1))[0]!, dir: path.join(dir, "server"), env });
    const result = await runBench({ server, clusterId: "bench", brokers, pairs: Number(values.pairs), log: say });
    await server.stop();
    print(result);
    if (values.json) await writeFile(path.resolve(process.env.INIT_CWD ?? ".", values.json), toJson(result));
  } finally {
    await brokers.close();
    await kafka.stop();
  }
  await rm(dir, { recursive: true, force: true });
}

function print({ endpoints, measured, usage }: Result): void {
  process.stdout.write(`
Times are median / p95 in milliseconds. First read: Cache-Control: no-cache. Floor: the bare requests that the answer
needs, over warm connections to all brokers at once, in turns with the first reads.

${endpointTable(endpoints, measured)}${faultLines(measured)}
${usageLines(usage)}
Floors ("+" at the same time, "->" after):
${floorLines(endpoints)}
Machine: ${os.availableParallelism()} cores, load average ${os.loadavg()[0]!.toFixed(1)}, Node.js ${process.version}.
`);
}

function toJson({ endpoints, measured, usage }: Result): string {
  const rows = measured.map((one, index) => ({
    ...one,
    floorSteps: endpoints[index]!.floor.steps,
    targets: endpoints[index]!.targets,
  }));
  const machine = { cores: os.availableParallelism(), loadAverage: os.loadavg()[0], node: process.version };
  return `${JSON.stringify({ at: new Date().toISOString(), machine, endpoints: rows, usage }, null, 2)}\n`;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await bench();
