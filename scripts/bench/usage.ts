import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

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
