import { parse as parseCsv } from "csv-parse/browser/esm/sync";
import { parse as parseLossless, stringify } from "lossless-json";
import { Datum } from "@/lib/api/messages.ts";
import type { ProduceDatum, ProduceInput } from "@/lib/api/produce.ts";
import { toProduceDatum } from "./to-datum.ts";

/** FileRecord is a record of a file, or why it is none. */
export type FileRecord = { record: ProduceInput["records"][number] } | { error: string };

/** FileOptions say how a file is read: whether its partitions and times count, and whether an empty value of a CSV is a tombstone. */
export type FileOptions = { partitions: boolean; timestamps: boolean; emptyIsNull: boolean };

type Shape = Record<string, unknown>;
type Read = { datum: ProduceDatum } | { error: string };

// What an export says of a record, beyond what is written again.
const told = ["type", "offset", "timestampType", "size", "sequence", "control", "aborted", "batch"];
const taken = ["key", "value", "headers", "partition", "timestamp"];
const columns = [...taken, "offset"];

const isObject = (value: unknown): value is Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// A number keeps its digits only when it is not read as one: the line is parsed once more.
function jsonAt(line: string, path: readonly (string | number)[]): string {
  let found: unknown = parseLossless(line);
  for (const step of path) found = (found as Record<string | number, unknown>)[step];
  return stringify(found) ?? "null";
}

function readDatum(value: unknown, line: string, path: readonly (string | number)[]): Read {
  if (value === null || typeof value === "string") return { datum: value };
  if (isObject(value) && "encoding" in value && "data" in value) {
    const shown = Datum.safeParse(value);
    if (!shown.success) return { datum: value as ProduceDatum };
    const written = toProduceDatum(shown.data);
    return written ?? { error: `${path[0]}: only the beginning is in the file.` };
  }
  return { datum: { encoding: "json", data: jsonAt(line, path) } };
}

function readHeaders(headers: unknown, line: string): { name: string; value: ProduceDatum }[] | { error: string } {
  if (headers === undefined || headers === null) return [];
  const pairs: [name: unknown, value: unknown, path: (string | number)[]][] | null = Array.isArray(headers)
    ? headers.map((header: Shape, at) => [header?.["name"], header?.["value"], ["headers", at, "value"]])
    : isObject(headers)
      ? Object.entries(headers).map(([name, value]) => [name, value, ["headers", name]])
      : null;
  if (!pairs || pairs.some(([name, value]) => typeof name !== "string" || value === undefined))
    return { error: "headers: a list of {name, value}, or an object." };
  const read = pairs.map(([name, value, path]) => ({ name: name as string, ...readDatum(value, line, path) }));
  const wrong = read.find((header) => "error" in header);
  if (wrong && "error" in wrong) return { error: wrong.error };
  return read.map((header) => ({ name: header.name, value: "datum" in header ? header.datum : null }));
}

function readPlace(shape: Shape, options: FileOptions) {
  return {
    ...(options.partitions && { partition: shape["partition"] as number | null }),
    ...(options.timestamps && { timestamp: shape["timestamp"] as number | string | null }),
  };
}

/** ndjsonRecord reads a line of NDJSON: a record as the API takes it, or as an export has it; a value that is no text stands for its JSON. */
export function ndjsonRecord(line: string, options: FileOptions): FileRecord {
  let shape: unknown;
  try {
    shape = JSON.parse(line);
  } catch (error) {
    return { error: `Not JSON: ${(error as Error).message}` };
  }
  if (!isObject(shape)) return { error: "Not an object with a key and a value." };
  const strange = Object.keys(shape).find((field) => !taken.includes(field) && !told.includes(field));
  if (strange !== undefined) return { error: `There is no field ${strange}.` };
  if (shape["control"]) return { error: "A control record, which only Kafka writes." };
  if (!("value" in shape)) return { error: "There is no value: null is a tombstone." };
  const [key, value] = [readDatum(shape["key"] ?? null, line, ["key"]), readDatum(shape["value"], line, ["value"])];
  const headers = readHeaders(shape["headers"], line);
  if ("error" in key) return key;
  if ("error" in value) return value;
  if ("error" in headers) return headers;
  return { record: { key: key.datum, value: value.datum, headers, ...readPlace(shape, options) } };
}

function cellsOf(text: string): string[] | null {
  try {
    return parseCsv(text, { relax_column_count: true })[0] ?? [];
  } catch {
    return null;
  }
}

/** csvColumns reads a CSV's first line: the columns key, value, partition, timestamp and headers in any order, value at least; offset is left out. */
export function csvColumns(text: string): { columns: string[] } | { error: string } {
  const names = cellsOf(text.replace(/^\ufeff/, ""))?.map((name) => name.trim().toLowerCase()) ?? [];
  const strange = names.find((name) => !columns.includes(name));
  if (strange !== undefined) return { error: `There is no column ${strange}: ${taken.join(", ")}.` };
  return names.includes("value") ? { columns: names } : { error: "The first line names no column value." };
}

function csvHeaders(cell: string | undefined): unknown {
  if (cell === undefined || cell === "") return [];
  try {
    const pairs: unknown = JSON.parse(cell);
    if (!Array.isArray(pairs)) return pairs;
    return pairs.map((pair: unknown) =>
      Array.isArray(pair) ? { name: pair[0] as unknown, value: pair[1] as unknown } : pair,
    );
  } catch {
    return cell;
  }
}

/** csvRecord reads a record of a CSV with these columns: texts as they stand; an empty key is null, headers are a JSON list of [name, value]. */
export function csvRecord(text: string, names: readonly string[], options: FileOptions): FileRecord {
  const cells = cellsOf(text);
  if (!cells) return { error: "Not CSV: a quote is not closed, or stands within a field." };
  if (cells.length !== names.length) return { error: `${cells.length} fields, the first line names ${names.length}.` };
  const cell = (name: string) => (names.includes(name) ? cells[names.indexOf(name)] : undefined);
  const headers = csvHeaders(cell("headers"));
  const read = readHeaders(headers, JSON.stringify({ headers }));
  if ("error" in read) return read;
  const value = cell("value") ?? "";
  const [partition, timestamp] = [cell("partition") || null, cell("timestamp") || null];
  if (partition !== null && !/^\d{1,9}$/.test(partition)) return { error: `${partition} is no partition.` };
  const place = {
    partition: partition === null ? null : Number(partition),
    timestamp: timestamp !== null && /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : timestamp,
  };
  return {
    record: {
      key: cell("key") || null,
      value: value === "" && options.emptyIsNull ? null : value,
      headers: read,
      ...readPlace(place, options),
    },
  };
}
