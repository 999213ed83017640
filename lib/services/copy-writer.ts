import "server-only";
import type { CopyFailure, CopyRequest } from "../api/copy.ts";
import { recordSize } from "../domain/record-size.ts";
import type { OutRecord } from "../kafka/record-batches.ts";
import type { RawRecord } from "../scan/jobs/copy.ts";
import type { Expanded } from "./expand-records.ts";
import { faultsOf, placeRecords } from "./place-records.ts";
import { writeRecords, type WriteTarget } from "./write-records.ts";

type Options = Pick<CopyRequest, "keepPartition" | "keepTimestamp" | "partitioner">;

const mostRecords = 2000;
const mostBytes = 2_000_000;
const endsAll = new Set(["UNREACHABLE", "TIMEOUT", "NO_LEADER", "UNAUTHORIZED", "NOT_FOUND"]);

const bytesOf = (base64: string) => Buffer.from(base64, "base64");
const maybe = (base64: string | null) => (base64 === null ? null : bytesOf(base64));

function toOut(raw: RawRecord, timestamp: bigint): OutRecord {
  return {
    key: maybe(raw.key),
    value: maybe(raw.value),
    headers: raw.headers.map(([name, value]) => ({ name: bytesOf(name), value: maybe(value) })),
    timestamp,
  };
}

/** CopyWriter writes raw records to a topic in batches of about 2 MB, and counts what came of them. */
export class CopyWriter {
  copied = 0;
  failed = 0;
  readonly #target: WriteTarget;
  readonly #options: Options;
  readonly #onFailure: (failure: CopyFailure) => void;
  #waiting: { raw: RawRecord; expanded: Expanded }[] = [];
  #bytes = 0;

  constructor(target: WriteTarget, options: Options, onFailure: (failure: CopyFailure) => void) {
    this.#target = target;
    this.#options = options;
    this.#onFailure = onFailure;
  }

  /** add takes a record; resolves once there is room for more. Throws the KafkaError that kept a whole batch from being written: then the topic cannot be written to. */
  async add(raw: RawRecord): Promise<void> {
    const expanded = this.#expand(raw);
    const [fault] = faultsOf(expanded, this.#target.topic, this.#target.limits, this.#target.compression);
    if (fault) return this.#fail(raw, { code: "INVALID", message: fault.message, unsure: false });
    this.#waiting.push({ raw, expanded });
    this.#bytes += expanded.size;
    if (this.#waiting.length >= mostRecords || this.#bytes >= mostBytes) await this.flush();
  }

  /** flush writes what waits. */
  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (batch.length === 0) return;
    const { partitioner } = this.#options;
    const { topic, limits, compression } = this.#target;
    const placed = placeRecords(
      batch.map(({ expanded }) => expanded),
      topic,
      limits,
      { partitioner, compression },
    );
    const written = await writeRecords(this.#target, placed);
    for (const [index, result] of written.entries()) {
      if (!("error" in result)) this.copied += 1;
      else {
        const { error, unsure } = result;
        this.#fail(batch[index]!.raw, { code: error.kafkaCode ?? error.code, message: error.message, unsure });
      }
    }
    const [first] = written;
    const ended = written.every((result) => "error" in result && endsAll.has(result.error.code));
    if (ended && first && "error" in first) throw first.error;
  }

  #expand(raw: RawRecord): Expanded {
    const record = toOut(raw, this.#options.keepTimestamp ? BigInt(raw.timestamp) : BigInt(Date.now()));
    const partition = this.#options.keepPartition ? raw.partition : null;
    return { index: 0, source: { key: null, value: null, headers: [], partition }, record, size: recordSize(record) };
  }

  #fail({ partition, offset }: RawRecord, why: Pick<CopyFailure, "code" | "message" | "unsure">): void {
    this.failed += 1;
    this.#onFailure({ type: "failure", partition, offset, ...why });
  }
}
