import type { MessagesQuery, PartitionFailure, ScanPhase } from "../../api/messages.ts";
import type { Chunk } from "../chunk.ts";
import { csvHead, toCsv } from "../csv.ts";
import type { JobContext } from "../job-context.ts";
import type { ReadPlan } from "../log-reader.ts";
import { compileMatch, type Match, type MatchInput } from "../match.ts";
import { Merger } from "../merger.ts";
import { ScanMeter } from "../progress.ts";
import type { LogRecord } from "../record.ts";
import { MessageMaker, type Shown } from "../to-message.ts";

/** MessagesInput is a search over a topic: the plan to read, what to read from its end on when it follows, what is wanted, and how it is written. `failures` are partitions that cannot be read at all. `limit` 0 = all. */
export type MessagesInput = {
  plan: ReadPlan;
  follow: ReadPlan | null;
  failures: PartitionFailure[];
  match: MatchInput;
  limit: number;
  order: MessagesQuery["order"];
  format: MessagesQuery["format"];
  shown: Shown;
};

type Found = { text: string; counts: boolean; partition: number; offset: bigint };

const heartbeatMs = 1000;

class MessagesScan {
  readonly #input: MessagesInput;
  readonly #context: JobContext;
  readonly #match: Match;
  readonly #meter: ScanMeter;
  readonly #merger: Merger<Found>;
  readonly #maker: MessageMaker;
  #warning: { record: LogRecord; message: string } | null = null;
  #warned = false;
  #failed = 0;
  #lastFailure: { code: string; message: string } = { code: "INTERNAL", message: "" };

  constructor(input: MessagesInput, context: JobContext) {
    this.#input = input;
    this.#context = context;
    this.#match = compileMatch(input.match);
    this.#meter = new ScanMeter([input.plan]);
    this.#maker = new MessageMaker(input.shown);
    const partitions = input.plan.ranges.map(({ partition }) => partition);
    this.#merger = new Merger(partitions, this.#mergeOrder, input.plan.backwards ?? false, input.limit);
  }

  // The newest are found by time; in which order they are given is decided once they are known.
  get #mergeOrder(): MessagesQuery["order"] {
    return this.#input.plan.backwards ? "time" : this.#input.order;
  }

  async run(): Promise<void> {
    const { format } = this.#input;
    if (format === "csv") await this.#context.write(csvHead);
    await this.#tell("offsets", true);
    for (const failure of this.#input.failures) await this.#report(failure);
    await this.#readAll();
    if (this.#context.signal.aborted) return;
    if (this.#input.follow) return this.#follow(this.#input.follow);
    await this.#tell("reading", true);
    const partitions = this.#input.plan.ranges.length + this.#input.failures.length;
    const allFailed = this.#failed > 0 && this.#failed === partitions;
    if (format === "stream") {
      const reason = this.#merger.isFull ? "limit" : "end";
      await this.#context.emit(
        allFailed ? { ...this.#meter.done("error"), ...this.#lastFailure } : this.#meter.done(reason),
      );
    }
  }

  async #readAll(): Promise<void> {
    const sorted = this.#input.plan.backwards && this.#input.order === "offset" ? ([] as Found[]) : null;
    for await (const chunk of this.#context.read(0, this.#input.plan, this.#merger)) {
      await this.#takeChunk(chunk);
      for (const found of this.#merger.drain(({ counts }) => counts)) {
        if (found.counts) this.#meter.matched += 1;
        if (sorted) sorted.push(found);
        else await this.#context.write(found.text);
      }
      await this.#tell("reading", false);
      if (this.#merger.isFull) break;
    }
    for (const { text } of sorted?.toSorted(byPlace) ?? []) await this.#context.write(text);
  }

  async #takeChunk(chunk: Chunk): Promise<void> {
    const { backwards } = this.#input.plan;
    if (chunk.error) await this.#reportFailure(chunk, chunk.error);
    const found = await this.#find(chunk);
    this.#maker.see(found.records);
    const enough = this.#enoughOf(found.records);
    for (const record of backwards ? enough.toReversed() : enough) {
      const text = this.#write(record);
      const { partition, offset } = record;
      const counts = record.control === null;
      this.#merger.add(partition, Number(record.timestamp), { text, counts, partition, offset }, text.length);
    }
    this.#merger.reached(chunk.partition, backwards ? found.oldestMs : found.newestMs, chunk.done);
  }

  async #find(chunk: Chunk): Promise<{ records: LogRecord[]; oldestMs: number | null; newestMs: number | null }> {
    const records: LogRecord[] = [];
    try {
      const scanned = chunk.scan(this.#match.test, (record) => {
        if (this.#isWanted(record)) records.push(record);
      });
      this.#meter.add(chunk, scanned);
      await this.#tellWarning();
      return { records, oldestMs: scanned.oldestMs, newestMs: scanned.newestMs };
    } catch (error) {
      const message = `Offsets ${chunk.from} to ${chunk.next - 1n} cannot be read: ${(error as Error).message}`;
      await this.#reportFailure(chunk, { code: "INVALID", message });
      return { records, oldestMs: null, newestMs: null };
    }
  }

  // No partition gives more than the limit, so the rest need not be made readable.
  #enoughOf(records: LogRecord[]): LogRecord[] {
    const { limit, plan } = this.#input;
    if (limit === 0 || records.length <= limit || records.some(({ control }) => control !== null)) return records;
    return plan.backwards ? records.slice(-limit) : records.slice(0, limit);
  }

  #isWanted(record: LogRecord): boolean {
    const { isolation } = this.#input.plan;
    if (isolation === "read_committed" && (record.aborted || record.control !== null)) return false;
    if (!this.#match.matches) return record.control === null || this.#input.format === "stream";
    if (record.control !== null) return false;
    try {
      return this.#match.matches(record);
    } catch (error) {
      this.#warning ??= { record, message: (error as Error).message.split("\n")[0]! };
      return false;
    }
  }

  // A record that lacks the field does not match; only what else goes wrong is worth a word, once.
  async #tellWarning(): Promise<void> {
    const warning = this.#warning;
    if (!warning || this.#warned || this.#input.format !== "stream") return;
    this.#warning = null;
    if (/^No such key|on null/.test(warning.message) || warning.record.value === null) return;
    this.#warned = true;
    const { partition, offset } = warning.record;
    await this.#context.emit({
      type: "warning",
      code: "FILTER_FAILED",
      message: warning.message,
      partition,
      offset: String(offset),
    });
  }

  async #reportFailure(chunk: Chunk, failure: { code: string; message: string }): Promise<void> {
    const { partition, next } = chunk;
    await this.#report({ type: "partition-error", partition, offset: String(next), ...failure }, chunk.done);
  }

  // A file has no place to say that something is missing in it: it is broken off instead.
  async #report(failure: PartitionFailure, ended = true): Promise<void> {
    if (ended) this.#failed += 1;
    this.#lastFailure = { code: failure.code, message: failure.message };
    if (this.#input.format !== "stream") throw new Error(`Partition ${failure.partition}: ${failure.message}`);
    await this.#context.emit(failure);
  }

  #write(record: LogRecord): string {
    const message = this.#maker.make(record);
    return this.#input.format === "csv" ? toCsv(message) : `${JSON.stringify(message)}\n`;
  }

  async #tell(phase: ScanPhase, always: boolean): Promise<void> {
    if (this.#input.format !== "stream" || !(this.#meter.isDue() || always)) return;
    await this.#context.emit(this.#meter.line(phase, this.#merger.reachedMs, this.#input.limit));
  }

  async #follow(plan: ReadPlan): Promise<void> {
    await this.#tell("following", true);
    const beat = setInterval(() => void this.#tell("following", true), heartbeatMs);
    try {
      for await (const chunk of this.#context.read(0, plan)) {
        if (chunk.error) await this.#reportFailure(chunk, chunk.error);
        const { records } = await this.#find(chunk);
        this.#maker.see(records);
        this.#meter.matched += records.filter(({ control }) => control === null).length;
        for (const record of records) await this.#context.write(this.#write(record));
        await this.#tell("following", false);
      }
      if (!this.#context.signal.aborted)
        await this.#context.emit({ ...this.#meter.done("error"), ...this.#lastFailure });
    } finally {
      clearInterval(beat);
    }
  }
}

function byPlace(a: Found, b: Found): number {
  return a.partition - b.partition || (a.offset < b.offset ? -1 : 1);
}

/** runMessages searches a topic and writes what it finds: lines of the wire's ScanLine, or the records alone as a file. */
export async function runMessages(input: MessagesInput, context: JobContext): Promise<void> {
  await new MessagesScan(input, context).run();
}
