import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startGuard } from "./kafka/guard.ts";
import { isAlive, lastLines, waitUntil } from "./kafka/processes.ts";
import { root } from "./paths.ts";

/** ProductServer is a running production server; stop ends it and resolves when it is gone. */
export type ProductServer = { url: string; pid: number; stop(): Promise<void> };

/** ServerOptions: the port of 127.0.0.1, a directory for its log and process id, and its environment. */
export type ServerOptions = { port: number; dir: string; env: Record<string, string> };

const START_TIMEOUT_MS = 180_000;
// As in package.json: what keeps the server small has to be there when it begins.
const SMALL_NEW_SPACE = "--max-semi-space-size=8";
const FEW_ARENAS = { MALLOC_ARENA_MAX: "2" };

/**
 * startServer runs `npm start`'s script and resolves when the product answers; the server ends with this process.
 * Its output goes to <dir>/server.log; the error of a failed start holds the end of it.
 */
export async function startServer({ port, dir, env }: ServerOptions): Promise<ProductServer> {
  await mkdir(dir, { recursive: true });
  const logFile = path.join(dir, "server.log");
  const log = openSync(logFile, "w");
  const settings = { ...process.env, ...FEW_ARENAS, INIT_CWD: dir, HOST: "127.0.0.1", PORT: String(port), ...env };
  const script = path.join(root, "scripts", "start.mjs");
  const child = spawn(process.execPath, [SMALL_NEW_SPACE, script], {
    cwd: root,
    env: settings,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const pid = child.pid!;
  await writeFile(path.join(dir, "server.pid"), String(pid));
  const guard = startGuard('kill -9 "$(cat "$1"/server.pid)"', dir, false);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await waitUntil(() => !isAlive(pid), 5000);
    await guard.end();
  };
  const up = await waitUntil(async () => !isAlive(pid) || (await answers(`${url}/api/health`)), START_TIMEOUT_MS);
  if (up && isAlive(pid)) return { url, pid, stop };
  await stop();
  throw new Error(`The server did not start:\n${lastLines(logFile)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
