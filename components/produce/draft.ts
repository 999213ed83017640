import type { MessageRecord } from "@/lib/api/messages.ts";
import {
  MOST_RECORDS,
  type PartitionerName,
  type ProduceDatum,
  type ProduceEncoding,
  type ProduceInput,
} from "@/lib/api/produce.ts";
import { bytesOf } from "@/lib/domain/datum-bytes.ts";
import { parseTemplate } from "@/lib/domain/message-template.ts";
import { toProduceDatum, type Typed, typedOf } from "./to-datum.ts";

/** DatumDraft is a key or a value as it is typed; what was typed stays while it is `none` (null). */
export type DatumDraft = Typed & { none: boolean };

/** HeaderDraft is a header as it is typed; `id` tells it from the others. */
export type HeaderDraft = { id: number; name: string; value: DatumDraft };

/** Draft is the form of a record: `partition` null places it by its key. */
export type Draft = {
  key: DatumDraft;
  value: DatumDraft;
  headers: HeaderDraft[];
  partition: string | null;
  partitioner: PartitionerName;
  compression: NonNullable<ProduceInput["compression"]>;
  copies: string;
  template: boolean;
};

/** Fault is why a field cannot be sent as it is, in a word of the catalogue, with the unknown placeholder. */
export type Fault = { code: "empty" | "encoding" | "json" | "placeholder" | "partition" | "copies"; mark?: string };

const text = (encoding: ProduceEncoding, none = false): DatumDraft => ({ encoding, data: "", none });

/** emptyDraft is the form as it begins: no key yet, and a value in JSON. */
export function emptyDraft(): Draft {
  return {
    key: text("text", true),
    value: text("json"),
    headers: [],
    partition: null,
    partitioner: "murmur2",
    compression: "none",
    copies: "1",
    template: false,
  };
}

function fromBase64(datum: { data: string } | null, otherwise: ProduceEncoding): DatumDraft {
  return datum === null ? text(otherwise, true) : { ...typedOf(datum.data), none: false };
}

function fromHeader({ name, value }: MessageRecord["headers"][number], id: number): HeaderDraft {
  const written = toProduceDatum(value)?.datum ?? null;
  if (written === null) return { id, name, value: text("text", value === null) };
  return {
    id,
    name,
    value: { ...(typeof written === "string" ? { encoding: "text", data: written } : written), none: false },
  };
}

/** draftOf is the form for writing a record again; its key and value are base64. */
export function draftOf(record: MessageRecord): Draft {
  return {
    ...emptyDraft(),
    key: fromBase64(record.key, "text"),
    value: fromBase64(record.value, "json"),
    headers: record.headers.map(fromHeader),
  };
}

/** toDatum is a DatumDraft as it is sent. */
export function toDatum({ none, encoding, data }: DatumDraft): ProduceDatum {
  return none ? null : { encoding, data };
}

/** countOf is how many copies are asked for; null when that is no number from 1 to MOST_RECORDS. */
export function countOf(copies: string): number | null {
  const count = /^\d{1,6}$/.test(copies) ? Number(copies) : 0;
  return count >= 1 && count <= MOST_RECORDS ? count : null;
}

function faultOf(datum: DatumDraft, template: boolean): Fault | null {
  if (datum.none) return null;
  const isText = datum.encoding === "text" || datum.encoding === "json";
  if (template && isText) {
    const parsed = parseTemplate(datum.data);
    // What a placeholder leaves, the server checks with its value.
    return "unknown" in parsed ? { code: "placeholder", mark: parsed.unknown } : null;
  }
  if (datum.encoding === "json" && datum.data.trim() === "") return { code: "empty" };
  if (!("error" in bytesOf(datum))) return null;
  return { code: datum.encoding === "json" ? "json" : "encoding" };
}

/** faultsOf tells which fields cannot be sent as they are, by the API's path of them. */
export function faultsOf(draft: Draft, partitions: number): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  const add = (path: string, fault: Fault | null) => fault && faults.set(path, fault);
  add("records.0.key", faultOf(draft.key, draft.template));
  add("records.0.value", faultOf(draft.value, draft.template));
  for (const [index, { value }] of draft.headers.entries())
    add(`records.0.headers.${index}.value`, faultOf(value, draft.template));
  const { partition } = draft;
  if (partition !== null && !(/^\d{1,9}$/.test(partition) && Number(partition) < partitions))
    add("records.0.partition", { code: "partition" });
  if (countOf(draft.copies) === null) add("count", { code: "copies" });
  return faults;
}

/** toInput is the form as it is sent. */
export function toInput(draft: Draft): ProduceInput {
  return {
    records: [
      {
        key: toDatum(draft.key),
        value: toDatum(draft.value),
        headers: draft.headers.map(({ name, value }) => ({ name, value: toDatum(value) })),
        ...(draft.partition === null ? {} : { partition: Number(draft.partition) }),
      },
    ],
    partitioner: draft.partitioner,
    compression: draft.compression,
    ...(draft.template ? { template: true } : {}),
    count: countOf(draft.copies) ?? 1,
  };
}
