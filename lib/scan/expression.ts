import { Environment, ParseError } from "@marcbachmann/cel-js";
import { isUtf8 } from "node:buffer";
import type { BatchTest } from "./chunk.ts";
import { findText } from "./needle.ts";
import type { LogRecord } from "./record.ts";

/** ExpressionError says what is wrong with a filter expression, in one line. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

/** Expression is a CEL expression (Common Expression Language) over one record. `test` is what any match must hold as bytes, null when nothing can be told from bytes. `matches` throws when the expression cannot be worked out for a record. */
export type Expression = { test: BatchTest | null; matches: (record: LogRecord) => boolean };

const environment = new Environment({
  limits: { maxAstNodes: 500, maxDepth: 50, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 16 },
})
  .registerVariable("key", "dyn")
  .registerVariable("value", "dyn")
  .registerVariable("headers", "map<string, string>")
  .registerVariable("partition", "int")
  .registerVariable("offset", "int")
  .registerVariable("timestamp", "google.protobuf.Timestamp");

const unsafeDigits = /\d{16}/;

// The third argument of a reviver is not in the types of TypeScript yet (ECMAScript proposal JSON.parse source text access).
function exactly(_key: string, value: unknown, context: { source?: string }): unknown {
  const isWhole = typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context.source ?? "");
  return isWhole ? BigInt(context.source!) : value;
}

// A number that a double cannot hold exactly is an integer of CEL, which has 64 bits.
function parseJson(text: string): unknown {
  if (!unsafeDigits.test(text)) return JSON.parse(text);
  return JSON.parse(text, exactly as (key: string, value: unknown) => unknown);
}

function toValue(bytes: Buffer | null): unknown {
  if (bytes === null) return null;
  if (!isUtf8(bytes)) return new Uint8Array(bytes);
  const text = bytes.toString();
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") return text;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

const readers: Record<string, (record: LogRecord) => unknown> = {
  key: (record) => toValue(record.key),
  value: (record) => toValue(record.value),
  headers: ({ headers }) => Object.fromEntries(headers.map(([name, value]) => [String(name), String(value ?? "")])),
  partition: (record) => BigInt(record.partition),
  offset: (record) => record.offset,
  timestamp: (record) => new Date(Number(record.timestamp)),
};

type Node = { op: string; args: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "op" in value;
}

// Encoders of JSON may escape quotes, slashes, <, > and all that is not ASCII, but no letter, digit or one of these.
const unescaped = /^[\w .:@,;+*()-]{3,}$/;

function literalOf(node: unknown): string | null {
  return isNode(node) && node.op === "value" && typeof node.args === "string" && unescaped.test(node.args)
    ? node.args
    : null;
}

const readsText = new Set(["key", "value", "headers"]);

function isField(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.op === "id") return readsText.has(String(node.args));
  return (node.op === "." || node.op === "[]") && Array.isArray(node.args) && isField(node.args[0]);
}

function literalsOf(node: unknown): string[] {
  if (!isNode(node) || !Array.isArray(node.args)) return [];
  const [left, right, third] = node.args as unknown[];
  if (node.op === "&&") return [...literalsOf(left), ...literalsOf(right)];
  const found: (string | null)[] = [];
  if (node.op === "==" && isField(left)) found.push(literalOf(right));
  if (node.op === "==" && isField(right)) found.push(literalOf(left));
  if (node.op === "rcall" && ["contains", "startsWith", "endsWith"].includes(String(left)) && isField(right)) {
    found.push(literalOf((third as unknown[] | undefined)?.[0]));
  }
  return found.filter((literal) => literal !== null);
}

function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (!isNode(node)) return [];
  return node.op === "id" ? [String(node.args)] : namesIn(node.args);
}

// Reading a value as JSON costs more than all else: only what the expression names is read.
function contextOf(names: string[]): (record: LogRecord) => Record<string, unknown> {
  const named = Object.entries(readers).filter(([name]) => names.includes(name));
  return (record) => {
    const context: Record<string, unknown> = {};
    for (const [name, read] of named) context[name] = read(record);
    return context;
  };
}

function parse(text: string): ReturnType<Environment["parse"]> {
  try {
    const parsed = environment.parse(text);
    const { valid, error, type } = parsed.check();
    if (!valid) throw new ExpressionError(firstLine(error));
    if (type !== "bool" && type !== "dyn") throw new ExpressionError(`It gives ${type}, not true or false.`);
    return parsed;
  } catch (error) {
    if (error instanceof ParseError) throw new ExpressionError(describe(error));
    throw error;
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}

function describe(error: ParseError): string {
  const at = (error.node as { start?: number } | undefined)?.start;
  return at === undefined ? firstLine(error) : `${firstLine(error)} (at character ${at + 1})`;
}

/** compileExpression makes a filter of a CEL expression over key, value (JSON, else text, else bytes), headers, partition, offset, timestamp. Text that a match must hold is looked for in the raw batch first. Throws ExpressionError. */
export function compileExpression(text: string): Expression {
  const parsed = parse(text);
  const literal = literalsOf(parsed.ast).toSorted((a, b) => b.length - a.length)[0];
  const toContext = contextOf(namesIn(parsed.ast));
  return {
    test: literal === undefined ? null : findText(literal, true),
    matches: (record) => parsed(toContext(record)) === true,
  };
}
