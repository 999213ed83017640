import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { bundledNode, ensureBuild, ensureDependencies, run, scanWorker, standalone } from "./ensure.mjs";

const FIRST_NODE = 24;
const END_WITHIN_MS = 2000;

await ensureDependencies();
await ensureBuild();

if (Number(process.versions.node.split(".")[0]) < FIRST_NODE) {
  process.exit(await run(bundledNode, [...process.execArgv, import.meta.filename]));
}

// Left alone, V8 lets the heap grow fourfold between two collections: with 10,000 partitions most of it is garbage. To half
// as much again leaves 45 MB less behind a run of first reads than to twice as much. What has to be set before the process
// begins `npm start` sets: a small space for new objects, which V8 sizes once and never gives back (16 MB, three times),
// and few of glibc's arenas, of which each thread else has its own.
setFlagsFromString("--heap-growing-percent=50");

// Not HOSTNAME of the caller: shells set it to the machine's name.
process.env.HOSTNAME = process.env.HOST || "127.0.0.1";
process.env.PORT ||= "3000";

// The server changes to its own directory, so what the caller's directory says is looked up before.
const caller = process.env.INIT_CWD ?? process.cwd();
const config = path.resolve(caller, process.env.HIGHWATER_CONFIG || "highwater.yaml");
if (process.env.HIGHWATER_CONFIG || existsSync(config)) process.env.HIGHWATER_CONFIG = config;
process.env.HIGHWATER_DATA = path.resolve(caller, process.env.HIGHWATER_DATA || ".highwater");

process.env.HIGHWATER_SCAN_WORKER = scanWorker;

// Next.js waits for open requests, and a page that reads a live stream never ends one.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => setTimeout(() => process.exit(code), END_WITHIN_MS).unref());
}

await import(pathToFileURL(path.join(standalone, "server.js")).href);
