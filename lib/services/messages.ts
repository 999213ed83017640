import "server-only";
import { MessagesQuery } from "../api/messages.ts";
import { compileExpression, ExpressionError } from "../scan/expression.ts";
import type { MessagesInput } from "../scan/jobs/messages.ts";
import type { ReadPlan } from "../scan/log-reader.ts";
import { InputError, parseInput } from "./input-error.ts";
import { planRanges } from "./messages-plan.ts";
import { runJob } from "./scan-jobs.ts";
import type { Streamed } from "./stream-answer.ts";

const fileTypes = { ndjson: "application/x-ndjson; charset=utf-8", csv: "text/csv; charset=utf-8" };

/** checkFilter refuses a filter expression that is not one; throws InputError at `filter`. */
export function checkFilter(filter: string): void {
  if (filter === "") return;
  try {
    compileExpression(filter);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new InputError(`filter: ${error.message}`, [{ path: "filter", message: error.message }]);
  }
}

// What is there now is read towards its end; from there on, new records are awaited.
function followPlan(plan: ReadPlan, follows: boolean): ReadPlan | null {
  if (!follows) return null;
  const ranges = plan.ranges.map((range) => ({ ...range, from: range.to ?? range.from, to: null }));
  return { ...plan, ranges, backwards: false };
}

function headersOf(topic: string, { format }: MessagesQuery): Record<string, string> | undefined {
  if (format === "stream") return undefined;
  const name = `${topic}.${format}`;
  return {
    "content-type": fileTypes[format],
    "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
  };
}

/** scanMessages answers `GET topics/{topic}/messages`: a stream of ScanLine, or the records alone as a file. Throws KafkaError NOT_FOUND, InputError. */
export async function scanMessages(
  clusterId: string,
  topic: string,
  search: Record<string, string>,
  signal: AbortSignal,
): Promise<Streamed> {
  const query = parseInput(MessagesQuery, search);
  checkFilter(query.filter);
  const { contains, caseSensitive, key, keyAs, valueAs, header, filter, maxBytes, limit, order, format } = query;
  const { state, plan, failures } = await planRanges(clusterId, topic, query);
  const input: MessagesInput = {
    plan,
    follow: followPlan(plan, query.end === "never" && format === "stream"),
    failures,
    match: { contains, caseSensitive, ...(key !== undefined && { key }), keyAs, header, filter },
    limit,
    order,
    format,
    shown: { keyAs, valueAs, maxBytes },
  };
  const options = { filtering: filter !== "", file: format !== "stream" };
  const stream = runJob([state], { kind: "messages", input }, signal, options);
  const headers = headersOf(topic, query);
  return { stream, ...(headers && { headers }) };
}
