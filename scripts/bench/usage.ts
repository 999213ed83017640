import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

// Linux counts a process's time in hundredths of a second (proc(5), USER_HZ).
const TICKS_PER_SECOND = 100;

/** residentMib gives the resident memory of a process in MiB; null where there is no /proc. */
export function residentMib(pid: number): number | null {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, "status"))?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}

/** cpuShare watches a process for some seconds and gives its share of one core (0..1); null where there is no /proc. */
export async function cpuShare(pid: number, seconds: number): Promise<number | null> {
  const before = cpuSeconds(pid);
  await wait(seconds * 1000);
  const after = cpuSeconds(pid);
  return before === null || after === null ? null : (after - before) / seconds;
}

/** writtenBytes gives what this process has written until now: `written` handed to files, `toDisk` made the disk's to keep; null where there is no /proc. */
export function writtenBytes(): { written: number; toDisk: number } | null {
  const told = readProc(process.pid, "io");
  const [written, toDisk] = ["wchar", "write_bytes"].map(
    (name) => new RegExp(`^${name}: (\\d+)$`, "m").exec(told)?.[1],
  );
  return written === undefined || toDisk === undefined ? null : { written: Number(written), toDisk: Number(toDisk) };
}

/** cpuMsOf is the time of the processor, in ms, that this process used. */
export function cpuMsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** heapMib is what this process holds in memory, in MiB, without garbage. */
export function heapMib(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 ** 2;
}

function cpuSeconds(pid: number): number | null {
  // The name of the program may hold spaces: the fields are counted from the bracket after it.
  const fields = readProc(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? null : ticks / TICKS_PER_SECOND;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
