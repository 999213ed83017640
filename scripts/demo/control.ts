import { attachDemo } from "./place.ts";

const USAGE = "Use `npm run demo -- stop-broker 3` or `npm run demo -- start-broker 3`; brokers are 1, 2 and 3.";

/** control does what the command line asks of the running demo and gives the exit code. */
async function control(command: string | undefined, id: number): Promise<number> {
  const kafka = await attachDemo();
  if (!kafka) return fail("No demo is running: start one with `npm run demo`.");
  const known = kafka.brokers.some((broker) => broker.id === id);
  if (!known || (command !== "stop-broker" && command !== "start-broker")) return fail(USAGE);
  const stop = command === "stop-broker";
  process.stdout.write(`${stop ? "Stopping" : "Starting"} broker ${id}\n`);
  await (stop ? kafka.stopBroker(id) : kafka.startBroker(id));
  process.stdout.write(`Broker ${id} is ${stop ? "stopped" : "up"}.\n`);
  return 0;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exitCode = await control(process.argv[2], Number(process.argv[3]));
