import { diffJson } from "@/components/keys/value-diff.ts";
import { jsonOf, jsonText } from "@/components/messages/json-value.ts";
import type { Datum } from "@/lib/api/messages.ts";

/** FieldRow is a field of which two values are not the same, as JSON; null where it is not there. */
export type FieldRow = { path: string; left: string | null; right: string | null };

/** ValueDifference is how two values differ: in fields of their JSON, or as a whole, as text (null: a tombstone, or no record on that side). */
export type ValueDifference =
  | { kind: "same" }
  | { kind: "fields"; rows: FieldRow[] }
  | { kind: "whole"; left: string | null; right: string | null };

/** textOf is a value as a person reads it: JSON in lines; null for a tombstone. */
export function textOf(datum: Datum | null): string | null {
  if (datum === null) return null;
  const json = jsonOf(datum);
  return json === undefined ? datum.data : jsonText(json, 2);
}

/** compareData tells how two values differ. What is cut is compared as far as it goes. */
export function compareData(left: Datum | null, right: Datum | null): ValueDifference {
  const whole: ValueDifference = { kind: "whole", left: textOf(left), right: textOf(right) };
  if (left === null || right === null) return left === right ? { kind: "same" } : whole;
  if (left.data === right.data && left.encoding === right.encoding && left.size === right.size) return { kind: "same" };
  const [before, after] = [jsonOf(left), jsonOf(right)];
  if (before === undefined || after === undefined) return whole;
  const rows = diffJson(before, after).map(({ path, before: old, after: now }) => ({
    path,
    left: old === undefined ? null : jsonText(old),
    right: now === undefined ? null : jsonText(now),
  }));
  return rows.length > 0 ? { kind: "fields", rows } : whole;
}
