import type { Datum, MessageRecord } from "../api/messages.ts";

const columns = ["partition", "offset", "timestamp", "key", "value", "headers"];

// What a spreadsheet would take for a formula is made text by a quote before it (OWASP, CSV injection).
function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function line(fields: string[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

function textOf(datum: Datum | null): string {
  return datum?.data ?? "";
}

/** csvHead is the first line: the names of the columns (RFC 4180). */
export const csvHead = line(columns);

/** toCsv makes a line of a record: time as ISO 8601, headers as a JSON array of pairs; a null key or value is empty. */
export function toCsv(record: MessageRecord): string {
  const { partition, offset, timestamp, key, value, headers } = record;
  const pairs = headers.map((header) => [header.name, header.value?.data ?? null]);
  const time = timestamp >= 0 ? new Date(timestamp).toISOString() : "";
  return line([
    String(partition),
    offset,
    time,
    textOf(key),
    textOf(value),
    pairs.length === 0 ? "" : JSON.stringify(pairs),
  ]);
}
