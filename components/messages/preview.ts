import { type JsonPath, type Leaf, leavesOf, pathText, valueAt } from "./json-path.ts";
import { type JsonValue, leafText } from "./json-value.ts";

/** Needle is the text that is looked for, and whether its case counts; "" looks for nothing. */
export type Needle = { text: string; caseSensitive: boolean };

/** noNeedle looks for nothing. */
export const noNeedle: Needle = { text: "", caseSensitive: true };

/** findNeedle is where the needle begins in a text, -1 when it does not. */
export function findNeedle(text: string, { text: needle, caseSensitive }: Needle, from = 0): number {
  if (needle === "") return -1;
  return caseSensitive ? text.indexOf(needle, from) : text.toLowerCase().indexOf(needle.toLowerCase(), from);
}

/** splitMatches cuts a text into what matches and what lies between, in order. */
export function splitMatches(text: string, needle: Needle): { text: string; match: boolean }[] {
  const parts: { text: string; match: boolean }[] = [];
  let at = 0;
  for (let found = findNeedle(text, needle); found >= 0; found = findNeedle(text, needle, at)) {
    if (found > at) parts.push({ text: text.slice(at, found), match: false });
    at = found + needle.text.length;
    parts.push({ text: text.slice(found, at), match: true });
  }
  if (at < text.length) parts.push({ text: text.slice(at), match: false });
  return parts;
}

const contextLength = 40;

/** textPreview is the beginning of a text on one line; when the needle lies further on, from shortly before it. */
export function textPreview(text: string, needle: Needle, most = 400): string {
  const found = findNeedle(text, needle);
  const from = found > contextLength * 2 ? found - contextLength : 0;
  const piece = text.slice(from, from + most).replaceAll(/\s+/g, " ");
  return `${from > 0 ? "…" : ""}${piece}${from + most < text.length ? "…" : ""}`;
}

/** PreviewField is a field as a row shows it: its last name, and its value as text. */
export type PreviewField = Leaf & { id: string; name: string; text: string };

function toField({ path, value }: Leaf): PreviewField {
  const last = path.at(-1) ?? "";
  const index = typeof last === "number" ? `${String(path.at(-2) ?? "")}[${last}]` : last;
  return { path, value, id: pathText(path), name: index, text: leafText(value) };
}

/** previewFields are the fields of a JSON value that a row shows: first those that the filter names, then those that hold the needle, then the others in their order. */
export function previewFields(value: JsonValue, first: readonly JsonPath[], needle: Needle, most = 12): PreviewField[] {
  const named = first.flatMap((path) => {
    const found = valueAt(value, path);
    return found === undefined ? [] : [toField({ path, value: found })];
  });
  const ids = new Set(named.map(({ id }) => id));
  const rest = leavesOf(value)
    .map(toField)
    .filter(({ id }) => !ids.has(id));
  const holds = ({ name, text }: PreviewField) => findNeedle(name, needle) >= 0 || findNeedle(text, needle) >= 0;
  const matching = needle.text === "" ? [] : rest.filter(holds);
  const others = rest.filter((field) => !matching.includes(field));
  return [...named, ...matching, ...others].slice(0, most);
}
