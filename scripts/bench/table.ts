import type { Spread } from "./statistics.ts";

/** times writes "median / p95". */
export function times({ median, p95 }: Spread): string {
  return `${median.toFixed(1)} / ${p95.toFixed(1)}`;
}

/** mebibytes writes an amount of memory. */
export function mebibytes(value: number | null): string {
  return value === null ? "not known" : `${value.toFixed(0)} MiB`;
}

/** verdict writes a target, and whether it is met; "-" where there is none or nothing is known. */
export function verdict(value: number | null, most: number | null, unit: string): string {
  if (most === null || value === null) return "-";
  return `<= ${most}${unit} ${value <= most ? "met" : "MISSED"}`;
}

/** layOut writes rows as a table. */
export function layOut(rows: string[][]): string {
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
