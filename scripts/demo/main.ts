import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { startKafka } from "../kafka/index.ts";
import { freePorts, isFree } from "../kafka/ports.ts";
import { startServer } from "../server.ts";
import { attachDemo, demoDir, demoUrl, urlFile } from "./place.ts";
import { startScenario } from "./scenario.ts";

const began = Date.now();

/** say prints a line of progress with the seconds since the start. */
function say(line: string): void {
  process.stdout.write(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}\n`);
}

async function choosePort(): Promise<number> {
  const wished = Number(process.env.PORT ?? 3000);
  return (await isFree(wished)) ? wished : (await freePorts(1))[0]!;
}

/** startDemo starts the cluster, the product and the shop, and says where to look. */
async function startDemo(): Promise<void> {
  await rm(demoDir, { recursive: true, force: true });
  const racks = ["zone-a", "zone-b", "zone-c"];
  const kafka = await startKafka({ dir: demoDir, racks, log: say });
  endWith(() => kafka.stop());
  // The shop's past is written in seconds: a server that sampled it would show it as a peak.
  await startScenario(kafka.bootstrap, { log: say });
  say("Starting Highwater");
  const env = { KAFKA_BROKERS: kafka.bootstrap, KAFKA_CLUSTER_NAME: "demo" };
  const { url } = await startServer({ port: await choosePort(), dir: path.join(demoDir, "server"), env });
  await writeFile(urlFile, url);
  say("Ready");
  process.stdout.write(`${guide(url)}\n`);
}

function guide(url: string): string {
  return `
  ${url}

  Stop a broker:    npm run demo -- stop-broker 3     (in a second terminal)
  Start it again:   npm run demo -- start-broker 3
  End everything:   Ctrl+C
`;
}

// The guards of the cluster and of the server end both with this process; this makes the common way out orderly.
function endWith(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      say("Stopping");
      void stop().finally(() => process.exit(0));
    });
  }
}

/** main starts the demo unless one runs already. */
async function main(): Promise<void> {
  const running = await attachDemo();
  if (running) process.stdout.write(`A demo is running already: ${demoUrl()}\n`);
  else await startDemo();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
