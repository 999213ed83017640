import type { Endpoint, Targets } from "./endpoints.ts";
import type { Measured } from "./measure.ts";
import type { Spread } from "./statistics.ts";

/** ServerUsage is what the server's process used: memory right after the run and after it has rested, share of a core while idle (0..1). */
export type ServerUsage = { residentMib: number | null; idleResidentMib: number | null; idleCpuShare: number | null };

/** USAGE_TARGETS are the most that the server should use. */
export const USAGE_TARGETS = { residentMib: 300, idleCpuShare: 0.01 };

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
export function floorLines(endpoints: Endpoint[]): string {
  return layOut(endpoints.map(({ name, floor }) => [name, floor.steps]));
}

/** faultLines name the endpoints that answered with something missing; empty when all was well. */
export function faultLines(measured: Measured[]): string {
  const faulty = measured.filter(({ faulty: count }) => count > 0);
  return faulty
    .map(({ name, faulty: count }) => `${name}: ${count} pairs or answers failed and were left out.\n`)
    .join("");
}

/** usageLines tell the server's memory and idle load beside their targets. */
export function usageLines({ residentMib, idleResidentMib, idleCpuShare }: ServerUsage): string {
  const memoryTarget = USAGE_TARGETS.residentMib;
  const cpu = idleCpuShare === null ? "not known" : `${(idleCpuShare * 100).toFixed(2)} % of a core`;
  return layOut([
    ["server memory right after the run", mebibytes(residentMib), verdict(residentMib, memoryTarget, " MiB")],
    ["server memory once idle", mebibytes(idleResidentMib), verdict(idleResidentMib, memoryTarget, " MiB")],
    ["server CPU, idle, no page open", cpu, verdict(percent(idleCpuShare), USAGE_TARGETS.idleCpuShare * 100, " %")],
  ]);
}

function mebibytes(value: number | null): string {
  return value === null ? "not known" : `${value.toFixed(0)} MiB`;
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

function times({ median, p95 }: Spread): string {
  return `${median.toFixed(1)} / ${p95.toFixed(1)}`;
}

function verdict(value: number | null, most: number | null, unit: string): string {
  if (most === null || value === null) return "-";
  return `<= ${most}${unit} ${value <= most ? "met" : "MISSED"}`;
}

function layOut(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
