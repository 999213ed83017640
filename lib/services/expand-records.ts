import { randomUUID } from "node:crypto";
import type { FieldError } from "../api/problem.ts";
import {
  MOST_BYTES,
  MOST_RECORDS,
  type ProduceDatum,
  type ProduceRecord,
  type ProduceRequest,
} from "../api/produce.ts";
import { bytesOf } from "../domain/datum-bytes.ts";
import { fillTemplate, parseTemplate, type TemplateValues, unknownPlaceholder } from "../domain/message-template.ts";
import type { OutRecord } from "../kafka/record-batches.ts";
import { recordSize } from "../domain/record-size.ts";
import { InputError } from "./input-error.ts";

/** Expanded is one record of a request, a copy of its own: `index` is its place among the records of the request, `source` what was asked for. */
export type Expanded = { index: number; source: ProduceRecord; record: OutRecord; size: number };

type Fill = (text: string) => string;
type Cut = { fill: (values: TemplateValues) => ProduceDatum };

function isText(datum: ProduceDatum): datum is string | { encoding: "text" | "json"; data: string } {
  return typeof datum === "string" || datum?.encoding === "text" || datum?.encoding === "json";
}

function withText(datum: ProduceDatum, fill: Fill): ProduceDatum {
  if (!isText(datum)) return datum;
  return typeof datum === "string" ? fill(datum) : { ...datum, data: fill(datum.data) };
}

const textOf = (datum: string | { data: string }) => (typeof datum === "string" ? datum : datum.data);

/** Errors gathers what is wrong with which element, so that one answer names all. */
class Errors {
  readonly fields: FieldError[] = [];

  add(path: string, message: string): void {
    this.fields.push({ path, message });
  }

  check(): void {
    if (this.fields.length > 0) throw new InputError(this.fields[0]!.message, this.fields);
  }
}

function cutTemplate(datum: ProduceDatum, path: string, errors: Errors): Cut {
  if (!isText(datum)) return { fill: () => datum };
  const parsed = parseTemplate(textOf(datum));
  if ("unknown" in parsed) {
    errors.add(path, unknownPlaceholder(parsed.unknown));
    return { fill: () => datum };
  }
  const { template } = parsed;
  if (template.length === 1) return { fill: () => datum };
  return { fill: (values) => withText(datum, () => fillTemplate(template, values)) };
}

// A record is cut once, and filled for each copy.
function cutRecord(record: ProduceRecord, path: string, errors: Errors) {
  const key = cutTemplate(record.key, `${path}.key`, errors);
  const value = cutTemplate(record.value, `${path}.value`, errors);
  const headers = record.headers.map((header, at) => ({
    name: header.name,
    value: cutTemplate(header.value, `${path}.headers.${at}.value`, errors),
  }));
  return (values: TemplateValues): ProduceRecord => ({
    ...record,
    key: key.fill(values),
    value: value.fill(values),
    headers: headers.map(({ name, value: cut }) => ({ name, value: cut.fill(values) })),
  });
}

function toOut(record: ProduceRecord, path: string, nowMs: number, errors: Errors): OutRecord {
  const bytes = (datum: ProduceDatum, field: string) => {
    const result = bytesOf(datum);
    if ("bytes" in result) return result.bytes;
    errors.add(`${path}.${field}`, result.error);
    return null;
  };
  const headers = record.headers.map(({ name, value }, at) => ({
    name: bytes(name, `headers.${at}.name`) ?? new Uint8Array(),
    value: bytes(value, `headers.${at}.value`),
  }));
  const given = record.timestamp ?? nowMs;
  const timestamp = BigInt(typeof given === "number" ? given : Date.parse(given));
  return { key: bytes(record.key, "key"), value: bytes(record.value, "value"), headers, timestamp };
}

function checkCount({ records, count }: ProduceRequest): void {
  const all = records.length * count;
  if (all <= MOST_RECORDS) return;
  const message = `${records.length} records, ${count} copies each, are ${all}: at most ${MOST_RECORDS} in one request.`;
  throw new InputError(message, [{ path: "count", message }]);
}

function tooMuch(records: number): InputError {
  const message = `The first ${records} records already have more than ${MOST_BYTES} bytes: send fewer in one request.`;
  return new InputError(message, [{ path: "records", message }]);
}

/** expandRecords makes the records of a request: each copy with its placeholders filled in and its bytes. Throws InputError that names every element that cannot be written, or when they are too many. */
export function expandRecords(input: ProduceRequest, nowMs: number): Expanded[] {
  checkCount(input);
  const errors = new Errors();
  const expanded: Expanded[] = [];
  let bytes = 0;
  for (const [index, source] of input.records.entries()) {
    const path = `records.${index}`;
    const fill = input.template ? cutRecord(source, path, errors) : () => source;
    for (let copy = 0; copy < input.count && (copy === 0 || errors.fields.length === 0); copy++) {
      const values = { uuid: randomUUID(), nowMs, seq: input.firstSeq + expanded.length };
      const record = toOut(fill(values), path, nowMs, errors);
      const size = recordSize(record);
      expanded.push({ index, source, record, size });
      bytes += size;
      if (bytes > MOST_BYTES) throw tooMuch(expanded.length);
    }
  }
  errors.check();
  return expanded;
}
