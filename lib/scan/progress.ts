import type { ScanDone, ScanPhase, ScanProgress } from "../api/messages.ts";
import type { Chunk, Scanned } from "./chunk.ts";
import type { ReadPlan } from "./log-reader.ts";

const everyMs = 200;
const estimateAfterMs = 500;

/** ScanMeter counts what a scan has read, and tells every 200 ms how far it is. */
export class ScanMeter {
  readonly #started = performance.now();
  readonly #offsets: number;
  #told = -Infinity;
  #read = 0;
  records = 0;
  bytes = 0;
  matched = 0;

  /** Made of all plans that are read; a range that never ends does not count towards the share. */
  constructor(plans: ReadPlan[]) {
    const ranges = plans.flatMap((plan) => plan.ranges);
    this.#offsets = ranges.reduce((sum, { from, to }) => sum + (to === null ? 0 : Math.max(0, Number(to - from))), 0);
  }

  /** elapsedMs is the time since the scan began. */
  get elapsedMs(): number {
    return Math.round(performance.now() - this.#started);
  }

  /** add counts a chunk that was scanned. */
  add(chunk: Chunk, scanned: Pick<Scanned, "records">): void {
    this.#read += Number(chunk.next - chunk.from);
    this.records += scanned.records;
    this.bytes += chunk.bytes;
  }

  /** isDue tells that the next progress line is due, and takes it as told. */
  isDue(): boolean {
    if (performance.now() - this.#told < everyMs) return false;
    this.#told = performance.now();
    return true;
  }

  /** line is the progress so far; `limit` (0: none) may end a scan before all is read. */
  line(phase: ScanPhase, reachedMs: number | null, limit = 0): ScanProgress {
    const { elapsedMs } = this;
    const share = phase === "following" || this.#offsets === 0 ? null : this.#share(limit);
    const estimated = share !== null && share > 0 && elapsedMs > estimateAfterMs;
    return {
      type: "progress",
      phase,
      scannedRecords: this.records,
      scannedBytes: this.bytes,
      matched: this.matched,
      share,
      totalRecords: phase === "following" ? null : this.#offsets,
      reachedMs,
      remainingMs: estimated ? Math.round((elapsedMs * (1 - share)) / share) : null,
      elapsedMs,
    };
  }

  /** done is the last line. */
  done(reason: ScanDone["reason"]): ScanDone {
    const { records, bytes, matched, elapsedMs } = this;
    return { type: "done", reason, scannedRecords: records, scannedBytes: bytes, matched, elapsedMs };
  }

  #share(limit: number): number {
    const read = this.#read / this.#offsets;
    return Math.min(1, limit > 0 ? Math.max(read, this.matched / limit) : read);
  }
}
