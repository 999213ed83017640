import { type Points, rowsOf } from "./rows.ts";

/** CsvColumn is one line of a chart as a column: what it is called, and its values. */
export type CsvColumn = { name: string; points: Points };

// A spreadsheet takes what begins with one of these for a formula, and anyone may name a group so.
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** csvOf writes lines as CSV (RFC 4180): the time in UTC, then a column each; a missing value stays empty. */
export function csvOf(columns: readonly CsvColumn[]): string {
  const head = ["time", ...columns.map(({ name }) => cell(name))].join(",");
  const rows = rowsOf(columns.map(({ points }) => points)).map(({ at, values }) =>
    [new Date(at).toISOString(), ...values.map((value) => (value === null ? "" : String(value)))].join(","),
  );
  return `${[head, ...rows].join("\r\n")}\r\n`;
}
