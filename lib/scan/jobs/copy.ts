import type { PartitionFailure } from "../../api/messages.ts";
import type { Chunk } from "../chunk.ts";
import type { JobContext } from "../job-context.ts";
import type { ReadPlan } from "../log-reader.ts";
import { compileMatch, type Match, type MatchInput } from "../match.ts";
import { ScanMeter } from "../progress.ts";
import type { LogRecord } from "../record.ts";

/** CopyJobInput is what to copy of a topic: what a match finds in a plan, of a partition in `offsets` only those (null: all). `count`: the records are counted, not given. */
export type CopyJobInput = {
  plan: ReadPlan;
  failures: PartitionFailure[];
  match: MatchInput;
  offsets: Map<number, Set<bigint>> | null;
  count: boolean;
};

/** RawRecord is a record's line: bytes as base64. */
export type RawRecord = {
  type: "raw";
  partition: number;
  offset: string;
  timestamp: string;
  key: string | null;
  value: string | null;
  headers: [name: string, value: string | null][];
};

const base64 = (bytes: Buffer | null) => bytes?.toString("base64") ?? null;

function toRaw({ partition, offset, timestamp, key, value, headers }: LogRecord): RawRecord {
  return {
    type: "raw",
    partition,
    offset: String(offset),
    timestamp: String(timestamp),
    key: base64(key),
    value: base64(value),
    headers: headers.map(([name, bytes]) => [name.toString("base64"), base64(bytes)]),
  };
}

function isWanted(record: LogRecord, { matches }: Match, { offsets }: CopyJobInput): boolean {
  if (record.control !== null || record.aborted) return false;
  if (offsets && !offsets.get(record.partition)?.has(record.offset)) return false;
  try {
    return matches === null || matches(record);
  } catch {
    // A record that lacks what the filter asks for does not match it.
    return false;
  }
}

function findIn(chunk: Chunk, match: Match, input: CopyJobInput, meter: ScanMeter): LogRecord[] {
  const found: LogRecord[] = [];
  const scanned = chunk.scan(match.test, (record) => {
    if (isWanted(record, match, input)) found.push(record);
  });
  meter.add(chunk, scanned);
  meter.matched += found.length;
  return found;
}

/** runCopy gives the raw records that are to be copied, a partition's in offset order, between lines of progress; a batch that cannot be read ends its partition's with a partition-error. */
export async function runCopy(input: CopyJobInput, context: JobContext): Promise<void> {
  const meter = new ScanMeter([input.plan]);
  const match = compileMatch(input.match);
  for (const failure of input.failures) await context.emit(failure);
  for await (const chunk of context.read(0, input.plan)) {
    const told = { type: "partition-error", partition: chunk.partition, offset: String(chunk.next) };
    if (chunk.error) await context.emit({ ...told, ...chunk.error });
    try {
      const found = findIn(chunk, match, input, meter);
      if (!input.count) for (const record of found) await context.emit(toRaw(record));
    } catch (error) {
      await context.emit({ ...told, code: "INVALID", message: (error as Error).message });
    }
    if (meter.isDue()) await context.emit(meter.line("reading", null));
  }
  if (!context.signal.aborted) await context.emit(meter.done("end"));
}
