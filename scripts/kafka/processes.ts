import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

/** spawnDetached starts a program that outlives this process, its output appended to logFile, and gives its id. */
export function spawnDetached(command: string, args: string[], logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const log = openSync(logFile, "a");
    const child = spawn(command, args, { detached: true, stdio: ["ignore", log, log] });
    closeSync(log);
    child.unref();
    child.once("spawn", () => resolve(child.pid!));
    child.once("error", reject);
  });
}

/** readText gives a file's text, "" when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** isAlive says whether a process still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended still takes signals until its parent has noticed; Linux shows it as Z.
  return !/^\d+ \(.*\) Z/s.test(readText(`/proc/${pid}/stat`));
}

/** waitUntil asks `done` every 50 ms; false when it was not so after timeoutMs. */
export async function waitUntil(done: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!(await done())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** lastLines gives the end of a log. */
export function lastLines(file: string, count = 25): string {
  return readText(file).trimEnd().split("\n").slice(-count).join("\n");
}
