import type { KeyReading } from "@/lib/api/keys.ts";
import type { Datum, MessageRecord } from "@/lib/api/messages.ts";

type Encoding = KeyReading["encoding"];

const isText = ({ encoding }: Pick<Datum, "encoding">) => encoding === "text" || encoding === "json";

/** readingOf tells under which reading of the asked key a record stands: by the size of its key's bytes, and where two are alike by whether they are text. */
export function readingOf({ key }: Pick<MessageRecord, "key">, readings: readonly KeyReading[]): Encoding | null {
  if (key === null) return null;
  const fitting = readings.filter(({ size }) => size === key.size);
  if (fitting.length < 2) return fitting[0]?.encoding ?? null;
  return fitting.find(({ encoding }) => (encoding === "text") === isText(key))?.encoding ?? null;
}

/** KeyCounts tells how many records each partition holds under each reading: by `countId`. */
export type KeyCounts = ReadonlyMap<string, number>;

/** countId names a reading in a partition. */
export function countId(encoding: Encoding | null, partition: number): string {
  return `${encoding} ${partition}`;
}

/** countRecords counts a history's records by reading and partition. */
export function countRecords(records: readonly MessageRecord[], readings: readonly KeyReading[]): KeyCounts {
  const counts = new Map<string, number>();
  for (const record of records) {
    const id = countId(readingOf(record, readings), record.partition);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** readingsFound lists the readings under which records stand, in the order of `readings`. */
export function readingsFound(records: readonly MessageRecord[], readings: readonly KeyReading[]): KeyReading[] {
  const found = new Set(records.map((record) => readingOf(record, readings)));
  return readings.filter(({ encoding }) => found.has(encoding));
}
