import { isLosslessNumber, LosslessNumber, parse, stringify } from "lossless-json";
import type { Datum } from "@/lib/api/messages.ts";

/** JsonValue is parsed JSON whose numbers keep every digit that was written. */
export type JsonValue = string | boolean | null | LosslessNumber | JsonValue[] | { [key: string]: JsonValue };

/** JsonKind is what a value is, for its colour. */
export type JsonKind = "object" | "array" | "string" | "number" | "word";

/** kindOf is the kind of a value; `word` is true, false and null. */
export function kindOf(value: JsonValue): JsonKind {
  if (typeof value === "string") return "string";
  if (isLosslessNumber(value)) return "number";
  if (Array.isArray(value)) return "array";
  return value !== null && typeof value === "object" ? "object" : "word";
}

/** isBranch tells an object or an array from a value that holds nothing. */
export function isBranch(value: JsonValue): value is JsonValue[] | { [key: string]: JsonValue } {
  const kind = kindOf(value);
  return kind === "object" || kind === "array";
}

/** childrenOf are the fields of an object or the entries of an array, in their order. */
export function childrenOf(value: JsonValue): [key: string | number, value: JsonValue][] {
  if (Array.isArray(value)) return value.map((entry, index) => [index, entry]);
  return isBranch(value) ? Object.entries(value) : [];
}

/** leafText is a value as text: strings without quotes, numbers as written, a branch as JSON. */
export function leafText(value: JsonValue): string {
  if (typeof value === "string") return value;
  return jsonText(value);
}

/** jsonText is a value as JSON, indented by `space` characters. */
export function jsonText(value: JsonValue, space?: number): string {
  return stringify(value, undefined, space) ?? "";
}

/** parseJson parses JSON without losing a digit; undefined when it is none (or names a field twice). */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

const parsed = new WeakMap<Datum, { value: JsonValue | undefined }>();

/** jsonOf is a datum's JSON, parsed once; undefined when it is no JSON, or cut. */
export function jsonOf(datum: Datum | null): JsonValue | undefined {
  if (datum === null || datum.encoding !== "json" || datum.cut) return undefined;
  let known = parsed.get(datum);
  if (!known) {
    known = { value: parseJson(datum.data) };
    parsed.set(datum, known);
  }
  return known.value;
}
