import type { CompareFinding, ComparedPlace, ComparedSide, CompareProgress, CompareTotals } from "../../api/compare.ts";
import type { PartitionFailure, ScanDone, ScanPhase } from "../../api/messages.ts";
import { assessComparison, type Comparison, LogComparison } from "../../domain/compare-logs.ts";
import type { Side } from "../../domain/compared-key.ts";
import type { ComparedPlace as FoundPlace, Difference, DifferenceKind } from "../../domain/compare-result.ts";
import type { JobContext } from "../job-context.ts";
import { toKeyDatum } from "../key-start.ts";
import type { ReadPlan } from "../log-reader.ts";
import { PlanScan } from "../plan-scan.ts";
import { ScanMeter } from "../progress.ts";
import type { LogRecord } from "../record.ts";

/** ComparePart is one side of a comparison: what to read, and the partitions that cannot be read at all. */
export type ComparePart = { plan: ReadPlan; failures: PartitionFailure[] };

/** CompareInput asks to compare two plans: what went in (of the job's first cluster), and what came out (of its second). */
export type CompareInput = { parts: [ComparePart, ComparePart] };

const sides = [0, 1] as const;

function toPlace(place: FoundPlace | null): ComparedPlace | null {
  return place && { ...place, offset: String(place.offset) };
}

function toFinding(kind: DifferenceKind, { key, left, right }: Difference): CompareFinding {
  return { type: "finding", kind, key: toKeyDatum(key), left: toPlace(left), right: toPlace(right) };
}

function sideOf({ meter }: PlanScan): ComparedSide {
  const { scannedRecords, scannedBytes, share, totalRecords } = meter.line("reading", null);
  return { scannedRecords, scannedBytes, share, totalRecords };
}

class CompareRun {
  readonly #context: JobContext;
  readonly #scans: [PlanScan, PlanScan];
  readonly #meter: ScanMeter;
  readonly #comparison = new LogComparison();
  #complete: boolean;
  #broken = false;

  constructor({ parts }: CompareInput, context: JobContext) {
    this.#context = context;
    this.#meter = new ScanMeter(parts.map(({ plan }) => plan));
    this.#complete = parts.every(({ failures }) => failures.length === 0);
    this.#scans = [this.#scanOf(0, parts[0]), this.#scanOf(1, parts[1])];
  }

  // A scan of one side reads its own cluster, and says of which side its failures are.
  #scanOf(side: Side, { plan, failures }: ComparePart): PlanScan {
    const context: JobContext = {
      ...this.#context,
      read: (_, own, turn) => this.#context.read(side, own, turn),
      emit: (line) => this.#context.emit({ ...line, side }),
    };
    return new PlanScan(context, plan, failures);
  }

  async run(): Promise<void> {
    await this.#tell("offsets");
    await Promise.all(sides.map((side) => this.#read(side)));
    if (this.#context.signal.aborted) return;
    await this.#tell("reading");
    const result = this.#comparison.result();
    this.#meter.matched = result.matched;
    await this.#context.emit(this.#totals(result));
    for (const [kind, differences] of Object.entries(result.differences))
      for (const difference of differences) await this.#context.emit(toFinding(kind as DifferenceKind, difference));
    await this.#context.emit(this.#done());
  }

  async #read(side: Side): Promise<void> {
    const take = ({ key, value, partition, offset, timestamp }: LogRecord) =>
      this.#comparison.add(side, { key, value, partition, offset, timestamp: Number(timestamp) });
    try {
      for await (const { chunk, scanned } of this.#scans[side].chunks(null, take)) {
        if (this.#broken) return;
        this.#complete &&= chunk.error === null && scanned !== null;
        if (scanned) this.#meter.add(chunk, scanned);
        if (this.#meter.isDue()) await this.#tell("reading");
      }
    } catch (error) {
      // The other side has nothing to be compared with any more.
      this.#broken = true;
      throw error;
    }
  }

  async #tell(phase: ScanPhase): Promise<void> {
    const { matched: _, reachedMs: __, ...line } = this.#meter.line(phase, null);
    const progress: CompareProgress = {
      ...line,
      sides: [sideOf(this.#scans[0]), sideOf(this.#scans[1])],
      keysShare: this.#comparison.share,
    };
    await this.#context.emit(progress);
  }

  #totals(comparison: Comparison): CompareTotals {
    const { differences: _, share, ...found } = comparison;
    return { type: "totals", verdict: assessComparison(found), complete: this.#complete, ...found, keysShare: share };
  }

  // A side of which nothing could be read leaves nothing to compare.
  #done(): ScanDone {
    const unread = this.#scans.map((scan) => scan.done("end")).find(({ reason }) => reason === "error");
    const { code, message } = unread ?? {};
    return { ...this.#meter.done(unread ? "error" : "end"), ...(code && { code }), ...(message && { message }) };
  }
}

/** runCompare reads both sides once, side by side, and writes how they compare: lines of CompareLine. */
export async function runCompare(input: CompareInput, context: JobContext): Promise<void> {
  await new CompareRun(input, context).run();
}
