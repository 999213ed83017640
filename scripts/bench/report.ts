import type { Endpoint, Targets } from "./endpoints.ts";
import type { Floor } from "./floors.ts";
import type { Measured } from "./measure.ts";
import { layOut, mebibytes, times, verdict } from "./table.ts";

/** ServerUsage is what the server's process used: memory right after the work and after it has rested, share of a core with no page open (0..1). */
export type ServerUsage = { residentMib: number | null; idleResidentMib: number | null; idleCpuShare: number | null };

/** Usage is that of a server that samples, and of one without history, each after its run of first reads. */
export type Usage = { sampling: ServerUsage; withoutHistory: ServerUsage };

/** USAGE_TARGETS are the most that the server should use. */
export const USAGE_TARGETS: { [Key in keyof Usage]: { residentMib: number; idleCpuShare: number } } = {
  sampling: { residentMib: 400, idleCpuShare: 0.05 },
  withoutHistory: { residentMib: 300, idleCpuShare: 0.01 },
};

const HEAD = [
  "endpoint",
  "floor ms",
  "first read ms",
  "x floor",
  "target",
  "within age ms",
  "target",
  "gzip bytes",
  "target",
  "identity",
];

/** endpointTable is the table of all endpoints: times are "median / p95". */
export function endpointTable(endpoints: Endpoint[], measured: Measured[]): string {
  const rows = measured.map((one, index) => rowOf(one, endpoints[index]!.targets));
  return layOut([HEAD, ...rows]);
}

function rowOf({ name, floor, first, firstToFloor, cached, bytes }: Measured, targets: Targets): string[] {
  return [
    name,
    times(floor),
    times(first),
    firstToFloor.toFixed(2),
    verdict(firstToFloor, targets.firstToFloor, ""),
    times(cached),
    verdict(cached.median, targets.cachedMs, " ms"),
    String(bytes.gzip),
    verdict(bytes.gzip, targets.bytes, ""),
    String(bytes.identity),
  ];
}

/** floorLines say what each floor consists of. */
export function floorLines(endpoints: { name: string; floor: Pick<Floor, "steps"> }[]): string {
  return layOut(endpoints.map(({ name, floor }) => [name, floor.steps]));
}

/** faultLines name the endpoints and rounds that answered with something missing; empty when all was well. */
export function faultLines(measured: Pick<Measured, "name" | "faulty">[]): string {
  const faulty = measured.filter(({ faulty: count }) => count > 0);
  return faulty
    .map(({ name, faulty: count }) => `${name}: ${count} pairs or answers failed and were left out.\n`)
    .join("");
}

/** usageLines tell the servers' memory and load beside their targets. */
export function usageLines({ sampling, withoutHistory }: Usage): string {
  const bare = USAGE_TARGETS.withoutHistory;
  return layOut([
    ...linesOf("sampling every 10 s", sampling, USAGE_TARGETS.sampling),
    ...linesOf("HIGHWATER_HISTORY=off", withoutHistory, bare),
  ]);
}

function linesOf(server: string, usage: ServerUsage, target: { residentMib: number; idleCpuShare: number }) {
  const { residentMib, idleResidentMib, idleCpuShare } = usage;
  const cpu = idleCpuShare === null ? "not known" : `${(idleCpuShare * 100).toFixed(2)} % of a core`;
  return [
    [`${server}: memory right after the run`, mebibytes(residentMib), verdict(residentMib, target.residentMib, " MiB")],
    [`${server}: memory once idle`, mebibytes(idleResidentMib), verdict(idleResidentMib, target.residentMib, " MiB")],
    [`${server}: CPU, no page open`, cpu, verdict(percent(idleCpuShare), target.idleCpuShare * 100, " %")],
  ];
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
