import type { PartitionFailure, ScanDone } from "../api/messages.ts";
import type { BatchTest, Chunk, ChunkFailure, Scanned } from "./chunk.ts";
import type { JobContext } from "./job-context.ts";
import type { ReadPlan, Turn } from "./log-reader.ts";
import { ScanMeter } from "./progress.ts";
import type { LogRecord } from "./record.ts";

/** ScannedChunk is a chunk whose records were handed over; `scanned` is null when it could not be read. */
export type ScannedChunk = { chunk: Chunk; scanned: Scanned | null };

/** PlanScan reads a plan for a job: it hands over the records, counts what was read, and reports partitions that cannot be read while the others go on. `failures` are those that cannot be read at all. */
export class PlanScan {
  readonly meter: ScanMeter;
  readonly #context: JobContext;
  readonly #plan: ReadPlan;
  readonly #failures: PartitionFailure[];
  readonly #failed = new Set<number>();
  #last: PartitionFailure | null = null;

  constructor(context: JobContext, plan: ReadPlan, failures: PartitionFailure[]) {
    this.#context = context;
    this.#plan = plan;
    this.#failures = failures;
    this.meter = new ScanMeter([plan]);
  }

  /** chunks hands the records of all batches that pass the test (null: all) to `onRecord`, and gives each chunk when it is through. Control records are left out, and under read_committed aborted ones. */
  async *chunks(
    test: BatchTest | null,
    onRecord: (record: LogRecord) => void,
    turn?: Turn,
  ): AsyncGenerator<ScannedChunk> {
    for (const failure of this.#failures) await this.#report(failure);
    const committed = this.#plan.isolation === "read_committed";
    const take = (record: LogRecord) => {
      if (record.control === null && !(committed && record.aborted)) onRecord(record);
    };
    for await (const chunk of this.#context.read(0, this.#plan, turn)) {
      if (chunk.error) await this.#fail(chunk, chunk.error);
      yield { chunk, scanned: await this.#scan(chunk, test, take) };
    }
  }

  /** done is the last line: an error when no partition could be read. */
  done(reason: ScanDone["reason"]): ScanDone {
    const all = this.#plan.ranges.length + this.#failures.length;
    if (this.#last === null || this.#failed.size < all) return this.meter.done(reason);
    return { ...this.meter.done("error"), code: this.#last.code, message: this.#last.message };
  }

  async #scan(chunk: Chunk, test: BatchTest | null, take: (record: LogRecord) => void): Promise<Scanned | null> {
    try {
      const scanned = chunk.scan(test, take);
      this.meter.add(chunk, scanned);
      return scanned;
    } catch (error) {
      const message = `Offsets ${chunk.from} to ${chunk.next - 1n} cannot be read: ${(error as Error).message}`;
      await this.#fail(chunk, { code: "INVALID", message });
      return null;
    }
  }

  async #fail({ partition, next }: Chunk, failure: ChunkFailure): Promise<void> {
    await this.#report({ type: "partition-error", partition, offset: String(next), ...failure });
  }

  async #report(failure: PartitionFailure): Promise<void> {
    this.#failed.add(failure.partition);
    this.#last = failure;
    await this.#context.emit(failure);
  }
}
