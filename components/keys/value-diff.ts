import type { MessageRecord } from "@/lib/api/messages.ts";
import { leavesOf, pathText } from "@/components/messages/json-path.ts";
import { jsonOf, jsonText, type JsonValue } from "@/components/messages/json-value.ts";

const mostFields = 500;

/** FieldChange is a field that differs between two JSON values; undefined where it is not there. */
export type FieldChange = { path: string; before: JsonValue | undefined; after: JsonValue | undefined };

/** ValueChange is what became of a key's value with a record: its first value, deleted, deleted before and back (`again`), the same bytes, other fields of its JSON, or another value that is not JSON. */
export type ValueChange =
  | { kind: "first" | "deleted" | "again" | "same" | "other" }
  | { kind: "fields"; changes: FieldChange[] };

function fieldsOf(value: JsonValue): Map<string, JsonValue> {
  return new Map(
    leavesOf(value, mostFields).map(({ path, value: leaf }) => [pathText(path).replace(/^value\.?/, ""), leaf]),
  );
}

/** diffJson lists the fields that differ, those of the new value in its order, then those that are gone. Arrays are compared whole. */
export function diffJson(before: JsonValue, after: JsonValue): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const changes: FieldChange[] = [];
  for (const [path, value] of now) {
    const was = old.get(path);
    if (was === undefined || jsonText(was) !== jsonText(value)) changes.push({ path, before: was, after: value });
  }
  for (const [path, value] of old) if (!now.has(path)) changes.push({ path, before: value, after: undefined });
  return changes;
}

/** compareValues tells what became of a key's value with a record; `before` is the one before it. */
export function compareValues(before: MessageRecord | undefined, record: MessageRecord): ValueChange {
  if (record.value === null) return { kind: "deleted" };
  if (!before) return { kind: "first" };
  if (before.value === null) return { kind: "again" };
  const [old, now] = [jsonOf(before.value), jsonOf(record.value)];
  if (old !== undefined && now !== undefined) {
    const changes = diffJson(old, now);
    if (changes.length > 0) return { kind: "fields", changes };
  }
  const cut = record.value.cut === true;
  return { kind: !cut && before.value.data === record.value.data ? "same" : "other" };
}
