import { decompress } from "../kafka/codecs.ts";
import { discard } from "../kafka/discard.ts";
import type { Fetched } from "../kafka/fetch.ts";
import { AbortedRecords } from "./aborted.ts";
import { type Batch, eachBatch } from "./batches.ts";
import type { BatchHeader, LogRecord } from "./record.ts";
import { eachRecord } from "./records.ts";

/** FetchedPart is one answer of a broker: batches as they lie in the log, and the aborted transactions in them. `free` tells that nothing uses them any more. */
export type FetchedPart = Pick<Fetched, "records" | "aborted" | "free">;

/** BatchTest tells whether the uncompressed records of a batch may hold what is looked for; `false` saves reading them one by one. */
export type BatchTest = (bytes: Buffer, start: number, end: number) => boolean;

/** ChunkFailure says why a partition cannot be read further. */
export type ChunkFailure = { code: string; message: string };

/** Scanned sums up a chunk: data records and stored bytes in it, and the range of their times (epoch ms), null when it held none. */
export type Scanned = { records: number; oldestMs: number | null; newestMs: number | null };

function payloadOf({ header, bytes, start, end }: Batch): { bytes: Buffer; start: number; end: number } {
  if (header.codec === "none") return { bytes, start, end };
  const payload = decompress(header.codec, bytes.subarray(start, end));
  return { bytes: payload, start: 0, end: payload.length };
}

function markerOf(batch: Batch): "commit" | "abort" {
  let marker: "commit" | "abort" = "commit";
  eachRecord(batch, payloadOf(batch), { partition: 0, aborted: false }, ({ control }) => (marker = control ?? marker));
  return marker;
}

/** Chunk is a stretch of one partition's log: offsets `from` (inclusive) to `next` (exclusive), `bytes` as stored. `done`: nothing of the partition follows. `error`: it could not be read further. */
export class Chunk {
  readonly partition: number;
  readonly from: bigint;
  readonly next: bigint;
  readonly bytes: number;
  readonly done: boolean;
  readonly error: ChunkFailure | null;
  readonly #parts: FetchedPart[];
  #isHandedOver = false;

  constructor(stretch: {
    partition: number;
    from: bigint;
    next: bigint;
    done: boolean;
    parts: FetchedPart[];
    error?: ChunkFailure;
  }) {
    this.partition = stretch.partition;
    this.from = stretch.from;
    this.next = stretch.next;
    this.done = stretch.done;
    this.error = stretch.error ?? null;
    this.#parts = stretch.parts;
    this.bytes = stretch.parts.reduce((sum, { records }) => sum + records.length, 0);
  }

  /** records are all records of the stretch in offset order, control records too. Throws for a batch that cannot be read. */
  get records(): LogRecord[] {
    const found: LogRecord[] = [];
    this.scan(null, (record) => found.push(record));
    return found;
  }

  /** scan hands over the records of all batches that pass the test (null: all) in offset order, and sums up what lies in the stretch. */
  scan(test: BatchTest | null, onRecord: (record: LogRecord) => void): Scanned {
    const sum: Scanned = { records: 0, oldestMs: null, newestMs: null };
    let behind = this.from;
    for (const part of this.#parts) {
      const aborted = new AbortedRecords(part.aborted);
      for (const batch of eachBatch(part.records)) {
        const { header } = batch;
        const isAborted = aborted.has(header, () => markerOf(batch));
        if (header.lastOffset < behind || header.baseOffset >= this.next) continue;
        widen(sum, header);
        this.#read(batch, behind, isAborted, test, sum, onRecord);
        behind = header.lastOffset + 1n;
      }
    }
    return sum;
  }

  /** free gives the memory back when no record was handed over, as most chunks of a search; it must not be scanned after this. */
  free(): void {
    if (!this.#isHandedOver) for (const part of this.#parts) part.free();
  }

  #read(
    batch: Batch,
    behind: bigint,
    aborted: boolean,
    test: BatchTest | null,
    sum: Scanned,
    onRecord: (record: LogRecord) => void,
  ): void {
    const { header } = batch;
    const whole = header.baseOffset >= behind && header.lastOffset < this.next;
    const context = { partition: this.partition, aborted };
    const payload = payloadOf(batch);
    const wanted = test === null || test(payload.bytes, payload.start, payload.end);
    if (!header.control && whole) sum.records += header.records;
    if (whole && !wanted) {
      if (payload.bytes !== batch.bytes) discard(payload.bytes);
      return;
    }
    this.#isHandedOver ||= wanted;
    eachRecord(batch, payload, context, (record) => {
      if (record.offset < behind || record.offset >= this.next) return;
      if (!header.control && !whole) sum.records += 1;
      if (wanted) onRecord(record);
    });
  }
}

function widen(sum: Scanned, header: BatchHeader): void {
  if (header.records === 0) return;
  const appended = header.timestampType === "LogAppendTime";
  const oldest = Number(appended ? header.maxTimestamp : header.baseTimestamp);
  const newest = Number(header.maxTimestamp);
  sum.oldestMs = sum.oldestMs === null ? oldest : Math.min(sum.oldestMs, oldest);
  sum.newestMs = sum.newestMs === null ? newest : Math.max(sum.newestMs, newest);
}
