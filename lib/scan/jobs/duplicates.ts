import type { DuplicateGroup, DuplicatesProgress, DuplicatesTotals } from "../../api/duplicates.ts";
import type { PartitionFailure, ScanPhase } from "../../api/messages.ts";
import type { CopyPlace, DuplicateGroup as FoundGroup } from "../../domain/duplicate-groups.ts";
import { type DuplicateBy, DuplicateFinder, SEEN_WINDOW } from "../../domain/find-duplicates.ts";
import type { JobContext } from "../job-context.ts";
import { toKeyDatum } from "../key-start.ts";
import type { ReadPlan } from "../log-reader.ts";
import { PlanScan } from "../plan-scan.ts";
import { sequenceOf } from "../to-message.ts";
import type { LogRecord } from "../record.ts";

/** DuplicatesInput asks for the records of a plan that are there more than once. */
export type DuplicatesInput = { plan: ReadPlan; failures: PartitionFailure[]; by: DuplicateBy };

function toPlace({ partition, offset, timestamp }: CopyPlace): DuplicateGroup["first"] {
  return { partition, offset: String(offset), timestamp };
}

function toGroup({ id, key, first, copies, latest }: FoundGroup): DuplicateGroup {
  return { type: "group", id, key: toKeyDatum(key), first: toPlace(first), copies, latest: latest.map(toPlace) };
}

class DuplicateSearch {
  readonly #context: JobContext;
  readonly #scan: PlanScan;
  readonly #finder: DuplicateFinder;
  #failed = false;

  constructor({ plan, failures, by }: DuplicatesInput, context: JobContext) {
    this.#context = context;
    this.#finder = new DuplicateFinder(by);
    this.#failed = failures.length > 0;
    this.#scan = new PlanScan(context, plan, failures);
  }

  async run(): Promise<void> {
    await this.#tell("offsets");
    for await (const { chunk, scanned } of this.#scan.chunks(null, (record) => this.#take(record))) {
      this.#failed ||= chunk.error !== null || scanned === null;
      if (this.#scan.meter.isDue()) await this.#tell("reading");
    }
    if (this.#context.signal.aborted) return;
    await this.#tell("reading");
    await this.#context.emit(this.#totals());
    await this.#context.emit(this.#scan.done("end"));
  }

  #take(record: LogRecord): void {
    const { key, value, partition, offset, batch } = record;
    const { producerId, producerEpoch } = batch;
    const timestamp = Number(record.timestamp);
    this.#finder.add({
      key,
      value,
      partition,
      offset,
      timestamp,
      producerId,
      producerEpoch,
      sequence: sequenceOf(record),
    });
  }

  async #tell(phase: ScanPhase): Promise<void> {
    const { duplicates, groups } = this.#finder.counts;
    this.#scan.meter.matched = duplicates;
    const { reachedMs: _, ...line } = this.#scan.meter.line(phase, null);
    for (const group of this.#finder.takeChanged()) await this.#context.emit(toGroup(group));
    await this.#context.emit({ ...line, groups } satisfies DuplicatesProgress);
  }

  #totals(): DuplicatesTotals {
    const { topKeys, ...found } = this.#finder.result();
    const keys = topKeys.map(({ key, copies }) => ({ key: toKeyDatum(key), copies }));
    return { type: "totals", complete: !this.#failed, ...found, topKeys: keys, window: SEEN_WINDOW };
  }
}

/** runDuplicates reads a topic once and writes what is there more than once: lines of DuplicatesLine. */
export async function runDuplicates(input: DuplicatesInput, context: JobContext): Promise<void> {
  await new DuplicateSearch(input, context).run();
}
