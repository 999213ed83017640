import type { Datum, MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { jsonText, parseJson } from "./json-value.ts";
import { recordId } from "./messages-search.ts";

/** recordHref is the page of one record alone, open. */
export function recordHref({ clusterId, topic }: TopicName, record: { partition: number; offset: string }): string {
  return paths.topicMessages(clusterId, topic, {
    start: `offset:${record.offset}`,
    end: `offset:${BigInt(record.offset) + 1n}`,
    partitions: record.partition,
    limit: 1,
    record: recordId(record),
  });
}

/** recordJson is a record as JSON to copy, as the API gives it but for the line's type. */
export function recordJson(record: MessageRecord): string {
  return JSON.stringify({ ...record, type: undefined }, null, 2);
}

/** prettyDatum is a datum as text: JSON indented, with every digit. */
export function prettyDatum(datum: Datum): string {
  const value = datum.encoding === "json" && !datum.cut ? parseJson(datum.data) : undefined;
  return value === undefined ? datum.data : jsonText(value, 2);
}

/** withCondition adds a condition to an expression. */
export function withCondition(filter: string, condition: string): string {
  if (filter.trim() === "") return condition;
  return `${filter.includes("||") || filter.includes("?") ? `(${filter})` : filter} && ${condition}`;
}
