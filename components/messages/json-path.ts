import { childrenOf, isBranch, type JsonValue, kindOf } from "./json-value.ts";

/** JsonPath leads to a field: names of fields and numbers of entries. */
export type JsonPath = readonly (string | number)[];

const name = /^[A-Za-z_][A-Za-z0-9_]*$/;
const steps = /\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/** pathText writes a path as an expression does: `value.customer["first name"].tags[0]`. */
export function pathText(path: JsonPath, root = "value"): string {
  const step = (part: string | number) =>
    typeof part === "number" ? `[${part}]` : name.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
  return root + path.map(step).join("");
}

/** parsePath reads what pathText wrote; null when it is no path under `value`. */
export function parsePath(text: string): JsonPath | null {
  if (!text.startsWith("value")) return null;
  const rest = text.slice("value".length);
  const found = [...rest.matchAll(steps)];
  if (found.length === 0 || found.map(([all]) => all).join("") !== rest) return null;
  return found.map(([, field, index, quoted]) => field ?? (index === undefined ? unquote(quoted!) : Number(index)));
}

function unquote(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

/** filterPaths are the fields of the value that an expression names, in their order, each once; a function called on a field is no field. */
export function filterPaths(filter: string): JsonPath[] {
  const found = filter.matchAll(
    /(?<![\w."'])value((?:\.[A-Za-z_][A-Za-z0-9_]*(?!\w|\s*\()|\[(?:\d+|"(?:[^"\\]|\\.)*")\])+)/g,
  );
  const texts = new Set([...found].map(([, path]) => `value${path}`));
  return [...texts].map(parsePath).filter((path) => path !== null);
}

/** valueAt is what stands at a path, undefined when there is nothing. */
export function valueAt(value: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  let at = value;
  for (const step of path) {
    if (at === undefined || !isBranch(at)) return undefined;
    at = Array.isArray(at) ? at[Number(step)] : Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

/** Leaf is a field that holds a value, or an array, which a line does not look into. */
export type Leaf = { path: JsonPath; value: JsonValue };

/** leavesOf are the fields of a value in their order, those of objects within it among them; at most `most`. */
export function leavesOf(value: JsonValue, most = 200): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (at: JsonValue, path: JsonPath) => {
    if (leaves.length >= most) return;
    if (kindOf(at) === "object" && childrenOf(at).length > 0)
      for (const [key, child] of childrenOf(at)) walk(child, [...path, key]);
    else leaves.push({ path, value: at });
  };
  walk(value, []);
  return leaves;
}

/** comparison is the expression that keeps the records whose field equals this one's value; null for a branch, which cannot be compared. */
export function comparison(path: JsonPath, value: JsonValue): string | null {
  if (isBranch(value)) return null;
  return `${pathText(path)} == ${typeof value === "string" ? JSON.stringify(value) : String(value)}`;
}
