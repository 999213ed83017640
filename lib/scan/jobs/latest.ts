import type { LatestProgress, LatestRow, LatestSummary } from "../../api/keys.ts";
import type { PartitionFailure, ScanPhase } from "../../api/messages.ts";
import { toDatum } from "../datum.ts";
import { DecodingVote } from "../decoding-vote.ts";
import type { JobContext } from "../job-context.ts";
import { type LatestChoice, LatestTable, previewOf } from "../latest-table.ts";
import type { ReadPlan } from "../log-reader.ts";
import { PlanScan } from "../plan-scan.ts";

/** LatestInput asks for the newest record of each key, within a limit of memory (bytes). */
export type LatestInput = {
  plan: ReadPlan;
  failures: PartitionFailure[];
  choice: LatestChoice;
  memoryBytes: number;
};

type Row = ReturnType<LatestTable["choose"]>["rows"][number];

const keyBytes = 4096;
const placeOf = ({ partition, offset }: Pick<Row, "partition" | "offset">) => `${partition} ${offset}`;

class Latest {
  readonly #input: LatestInput;
  readonly #context: JobContext;
  readonly #scan: PlanScan;
  readonly #table: LatestTable;
  readonly #keyVote = new DecodingVote();
  readonly #valueVote = new DecodingVote();

  constructor(input: LatestInput, context: JobContext) {
    this.#input = input;
    this.#context = context;
    this.#scan = new PlanScan(context, input.plan, input.failures);
    this.#table = new LatestTable(input.choice, input.memoryBytes);
  }

  async run(): Promise<void> {
    await this.#tell("offsets");
    for await (const _ of this.#scan.chunks(null, (record) => this.#table.put(record)))
      if (this.#scan.meter.isDue()) await this.#tell("reading");
    if (this.#context.signal.aborted) return;
    const { matching, rows } = this.#table.choose();
    this.#scan.meter.matched = matching;
    const values = await this.#readAgain(rows);
    if (this.#context.signal.aborted) return;
    await this.#tell("reading");
    await this.#context.emit(this.#summarize(matching));
    for (const row of rows) {
      this.#keyVote.add(row.key);
      this.#valueVote.add(this.#previewOf(row, values));
    }
    for (const row of rows) await this.#context.emit(this.#toLine(row, values));
    await this.#context.emit(this.#scan.done(matching > rows.length ? "limit" : "end"));
  }

  async #tell(phase: ScanPhase): Promise<void> {
    const line: LatestProgress = {
      ...this.#scan.meter.line(phase, null),
      keys: this.#table.keys,
      deletedKeys: this.#table.countDeleted(),
    };
    await this.#context.emit(line);
  }

  // Only the stretch that holds the rows: those written last, unless another order was asked for.
  #planFor(rows: Row[]): ReadPlan {
    const byPartition = Map.groupBy(rows, ({ partition }) => partition);
    const ranges = this.#input.plan.ranges.flatMap((range) => {
      const offsets = byPartition.get(range.partition)?.map(({ offset }) => offset);
      if (!offsets) return [];
      const [from, last] = [offsets.reduce((a, b) => (a < b ? a : b)), offsets.reduce((a, b) => (a > b ? a : b))];
      return [{ ...range, from, to: last + 1n }];
    });
    return { ...this.#input.plan, ranges };
  }

  async #readAgain(rows: Row[]): Promise<Map<string, Buffer>> {
    const values = new Map<string, Buffer>();
    const missing = rows.filter((row) => !this.#table.isDeleted(row) && this.#table.valueOf(row.index) === null);
    if (missing.length === 0) return values;
    const wanted = new Set(missing.map(placeOf));
    for await (const chunk of this.#context.read(0, this.#planFor(missing))) {
      chunk.scan(null, (record) => {
        const place = placeOf(record);
        if (!record.value || !wanted.has(place)) return;
        values.set(place, Buffer.from(previewOf(record.value, this.#input.choice.maxBytes)));
      });
      if (this.#scan.meter.isDue()) await this.#tell("reading");
      if (values.size === wanted.size) break;
    }
    return values;
  }

  #summarize(matching: number): LatestSummary {
    return {
      type: "summary",
      keys: this.#table.keys,
      deletedKeys: this.#table.countDeleted(),
      matching,
      keysInSeveralPartitions: this.#table.countElsewhere(),
      recordsWithoutKey: this.#table.recordsWithoutKey,
      memoryBytes: this.#table.bytes,
      memoryLimitBytes: this.#input.memoryBytes,
      memoryFull: this.#table.isFull,
      recordsLeftOut: this.#table.recordsLeftOut,
    };
  }

  #previewOf(row: Row, values: Map<string, Buffer>): Buffer | null {
    if (this.#table.isDeleted(row)) return null;
    return this.#table.valueOf(row.index) ?? values.get(placeOf(row)) ?? null;
  }

  #toLine(row: Row, values: Map<string, Buffer>): LatestRow {
    const { partition, offset, timestamp, size, updates, elsewhere } = row;
    const { keyAs, valueAs, maxBytes } = this.#input.choice;
    const deleted = this.#table.isDeleted(row);
    const value = toDatum(this.#previewOf(row, values), valueAs, maxBytes, this.#valueVote.winner);
    return {
      type: "latest",
      key: toDatum(row.key, keyAs, keyBytes, this.#keyVote.winner)!,
      value: value && { ...value, size },
      deleted,
      partition,
      offset: String(offset),
      timestamp,
      size,
      updates,
      elsewhere,
    };
  }
}

/** runLatest reads a topic to its end and writes the newest record of each key: lines of LatestLine. */
export async function runLatest(input: LatestInput, context: JobContext): Promise<void> {
  await new Latest(input, context).run();
}
