import type { Decoding } from "../api/messages.ts";
import { keyBytesOf } from "../domain/key-bytes.ts";
import type { BatchTest } from "./chunk.ts";
import { compileExpression } from "./expression.ts";

import { findAll, findBytes, findText } from "./needle.ts";
import type { LogRecord } from "./record.ts";

/** MatchInput is what a person looks for; "" and undefined look for nothing. */
export type MatchInput = {
  contains: string;
  caseSensitive: boolean;
  key?: string;
  keyAs: Decoding;
  header: string;
  filter: string;
};

/** Match tells which records are wanted: `test` for whole batches, `matches` for one record; both null when all are. `matches` throws when the filter expression cannot be worked out for a record. */
export type Match = { test: BatchTest | null; matches: ((record: LogRecord) => boolean) | null };

type Rule = { test: BatchTest | null; matches: (record: LogRecord) => boolean };

function bytesOf(record: LogRecord): (Buffer | null)[] {
  return [record.value, record.key, ...record.headers.flat()];
}

function containing({ contains, caseSensitive }: MatchInput): Rule {
  const needle = caseSensitive ? Buffer.from(contains) : contains.toLowerCase();
  const holds =
    typeof needle === "string"
      ? (bytes: Buffer) => bytes.toString().toLowerCase().includes(needle)
      : (bytes: Buffer) => bytes.includes(needle);
  return {
    test: findText(contains, caseSensitive),
    matches: (record) => bytesOf(record).some((bytes) => bytes !== null && holds(bytes)),
  };
}

function withKey(key: string, as: Decoding): Rule {
  const wanted = keyBytesOf(key, as).map(({ bytes }) => bytes);
  return {
    test: wanted.length === 1 ? findBytes(wanted[0]!) : null,
    matches: (record) => record.key !== null && wanted.some((bytes) => record.key!.equals(bytes)),
  };
}

function withHeader(header: string): Rule {
  const at = header.indexOf("=");
  const name = Buffer.from(at < 0 ? header : header.slice(0, at));
  const value = at < 0 ? null : Buffer.from(header.slice(at + 1));
  return {
    test: findText(name.toString(), true),
    matches: ({ headers }) =>
      headers.some(([one, bytes]) => one.equals(name) && (value === null || (bytes !== null && bytes.equals(value)))),
  };
}

/** compileMatch makes the rule of which records are wanted: all that is given must hold. Throws ExpressionError for a filter that is not one. */
export function compileMatch(input: MatchInput): Match {
  const rules: Rule[] = [];
  if (input.contains !== "") rules.push(containing(input));
  if (input.key !== undefined) rules.push(withKey(input.key, input.keyAs));
  if (input.header !== "") rules.push(withHeader(input.header));
  if (input.filter !== "") rules.push(compileExpression(input.filter));
  if (rules.length === 0) return { test: null, matches: null };
  return {
    test: findAll(rules.map(({ test }) => test)),
    matches: (record) => rules.every(({ matches }) => matches(record)),
  };
}
