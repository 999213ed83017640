import { hash } from "node:crypto";
import type { KeyAnomaly as Line } from "../../api/keys.ts";
import type { PartitionFailure, ScanPhase } from "../../api/messages.ts";
import { assessKeyOrder, type KeyAnomaly, type KeyEvent, severityOf } from "../../domain/key-order.ts";
import type { JobContext } from "../job-context.ts";
import type { ReadPlan } from "../log-reader.ts";
import { Merger } from "../merger.ts";
import { findAny } from "../needle.ts";
import { PlanScan } from "../plan-scan.ts";
import type { LogRecord } from "../record.ts";
import { MessageMaker, type Shown } from "../to-message.ts";

/** KeyHistoryInput asks for all records whose key has one of some bytes: at most `limit`, the newest when the plan reads backwards. */
export type KeyHistoryInput = {
  plan: ReadPlan;
  failures: PartitionFailure[];
  keys: Uint8Array[];
  limit: number;
  shown: Shown;
};

type Found = { text: string; event: KeyEvent | null; key: number };

// An aborted record is no part of what the key went through: who reads committed records never sees it.
function toEvent({ partition, offset, timestamp, value, aborted }: LogRecord): KeyEvent | null {
  if (aborted) return null;
  const digest = value === null ? null : hash("sha256", value, "base64");
  return { partition, offset, timestamp: Number(timestamp), value: digest };
}

function toLine(anomaly: KeyAnomaly): Line {
  const line = { type: "anomaly" as const, severity: severityOf(anomaly), ...anomaly };
  if (line.code === "SEVERAL_PARTITIONS") return line;
  const offsets = "previous" in line ? { previous: String(line.previous) } : {};
  return { ...line, offset: String(line.offset), ...offsets } as Line;
}

class KeyHistory {
  readonly #input: KeyHistoryInput;
  readonly #context: JobContext;
  readonly #keys: Buffer[];
  readonly #scan: PlanScan;
  readonly #merger: Merger<Found>;
  readonly #maker: MessageMaker;
  // By the key's bytes: a number as text and as an integer are two keys to Kafka, each with an order of its own.
  readonly #events: KeyEvent[][];

  constructor(input: KeyHistoryInput, context: JobContext) {
    this.#input = input;
    this.#context = context;
    this.#keys = input.keys.map((key) => Buffer.from(key));
    this.#events = input.keys.map(() => []);
    this.#scan = new PlanScan(context, input.plan, input.failures);
    this.#maker = new MessageMaker(input.shown);
    const partitions = input.plan.ranges.map(({ partition }) => partition);
    this.#merger = new Merger(partitions, "time", input.plan.backwards ?? false, input.limit);
  }

  async run(): Promise<void> {
    await this.#tell("offsets");
    await this.#read();
    if (this.#context.signal.aborted) return;
    await this.#tell("reading");
    for (const anomaly of this.#events.flatMap(assessKeyOrder)) await this.#context.emit(toLine(anomaly));
    await this.#context.emit(this.#scan.done(this.#merger.isFull ? "limit" : "end"));
  }

  async #read(): Promise<void> {
    const { backwards } = this.#input.plan;
    let records: LogRecord[] = [];
    const take = (record: LogRecord) => {
      if (this.#keyOf(record) >= 0) records.push(record);
    };
    for await (const { chunk, scanned } of this.#scan.chunks(findAny(this.#keys), take, this.#merger)) {
      this.#maker.see(records);
      for (const record of this.#enoughOf(records)) this.#add(record);
      records = [];
      const reached = (backwards ? scanned?.oldestMs : scanned?.newestMs) ?? null;
      this.#merger.reached(chunk.partition, reached, chunk.done);
      await this.#write();
      if (this.#scan.meter.isDue()) await this.#tell("reading");
      if (this.#merger.isFull) return;
    }
  }

  #keyOf({ key }: LogRecord): number {
    return key === null ? -1 : this.#keys.findIndex((wanted) => wanted.equals(key));
  }

  // No partition gives more than the limit, so the rest need not be made readable.
  #enoughOf(records: LogRecord[]): LogRecord[] {
    const { limit, plan } = this.#input;
    return plan.backwards ? records.slice(-limit).toReversed() : records.slice(0, limit);
  }

  #add(record: LogRecord): void {
    const text = `${JSON.stringify(this.#maker.make(record))}\n`;
    const found = { text, event: toEvent(record), key: this.#keyOf(record) };
    this.#merger.add(record.partition, Number(record.timestamp), found, text.length);
  }

  async #write(): Promise<void> {
    for (const { text, event, key } of this.#merger.drain(() => true)) {
      this.#scan.meter.matched += 1;
      if (event) this.#events[key]!.push(event);
      await this.#context.write(text);
    }
  }

  async #tell(phase: ScanPhase): Promise<void> {
    await this.#context.emit(this.#scan.meter.line(phase, this.#merger.reachedMs, this.#input.limit));
  }
}

/** runKeyHistory writes all records of a key by time, and then what is odd about their order: lines of KeyHistoryLine. */
export async function runKeyHistory(input: KeyHistoryInput, context: JobContext): Promise<void> {
  await new KeyHistory(input, context).run();
}
