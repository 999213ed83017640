import type { Fetched } from "../kafka/fetch.ts";
import { batchSize, eachBatch } from "./batches.ts";
import { Chunk, type ChunkFailure, type FetchedPart } from "./chunk.ts";
import type { ReadPlan, ReadRange } from "./log-reader.ts";

const firstWindowOffsets = 64n;
const firstWindowBytes = 128 * 1024;
const windowGrowth = 8;

type Window = { from: bigint; to: bigint; at: bigint; parts: FetchedPart[] };

function lastOffsetOf(records: Buffer): bigint | null {
  let last: bigint | null = null;
  for (const { header } of eachBatch(records)) last = header.lastOffset;
  return last;
}

/** PartitionReader knows how far one partition has been read, and what to ask for next. Forwards each answer is a chunk; backwards a window of offsets before the last one is, whole. Each is larger than the one before until it weighs about `chunkBytes`. */
export class PartitionReader {
  readonly partition: number;
  readonly #range: ReadRange;
  readonly #backwards: boolean;
  readonly #isolation: ReadPlan["isolation"];
  readonly #chunkBytes: number;
  leader: number | null;
  busy = false;
  done = false;
  /** first: it got nothing since others filled the answer, so it is asked first. */
  first = false;
  /** waiting: all that was there has been read. */
  waiting = false;
  failedSince: number | null = null;
  #stable: bigint;
  #window: Window;
  #aimBytes = firstWindowBytes;
  #needBytes = 0;

  constructor(range: ReadRange, plan: Pick<ReadPlan, "backwards" | "isolation">, chunkBytes: number) {
    this.partition = range.partition;
    this.leader = range.leader;
    this.#range = range;
    this.#backwards = plan.backwards ?? false;
    this.#isolation = plan.isolation;
    this.#chunkBytes = chunkBytes;
    this.#stable = range.stable;
    this.#window = this.#backwards ? this.#windowBefore(range.to!, firstWindowOffsets) : this.#windowFrom(range.from);
  }

  get isEmpty(): boolean {
    return this.#range.to !== null && this.#range.from >= this.#range.to;
  }

  /** nothing is the only chunk of an empty range. */
  nothing(): Chunk {
    this.done = true;
    const { partition } = this;
    return new Chunk({ partition, from: this.#range.from, next: this.#range.from, done: true, parts: [] });
  }

  /** isolation is how to ask now: below the last stable offset the broker tells aborted transactions, above it nothing is decided. */
  get isolation(): 0 | 1 {
    return this.#isolation === "read_committed" || this.#window.at < this.#stable ? 1 : 0;
  }

  /** next is what to ask for. */
  next(share: number): { partition: number; offset: bigint; maxBytes: number } {
    const most = Math.min(share, this.#chunkBytes);
    const maxBytes = Math.max(Math.min(most, this.#aimBytes * 2), this.#needBytes);
    return { partition: this.partition, offset: this.#window.at, maxBytes };
  }

  /** fail ends the partition with an error. */
  fail(error: ChunkFailure): Chunk {
    this.done = true;
    const { at } = this.#window;
    return new Chunk({ partition: this.partition, from: at, next: at, done: true, parts: [], error });
  }

  /** take reads an answer; null when it does not make a chunk yet. `asksFirst`: it stood first in the request, so the broker would have sent a batch if there were one. Throws OldFormatError. */
  take(fetched: Fetched, asksFirst: boolean): Chunk | null {
    const asked = this.isolation;
    this.failedSince = null;
    this.#stable = fetched.lastStableOffset;
    const end = asked === 1 ? fetched.lastStableOffset : fetched.highWatermark;
    const last = lastOffsetOf(fetched.records);
    if (last !== null) return this.#advance(last + 1n, fetched);
    if (fetched.records.length > 0) {
      this.#needBytes = (batchSize(fetched.records, 0) ?? this.#chunkBytes) + 1024;
      fetched.free();
      return null;
    }
    this.first = !asksFirst;
    if (this.#window.at >= end || asksFirst) return this.#reachedEnd(end, asked);
    return null;
  }

  // Nothing lies between the position and the end that the broker tells: compaction or a marker has taken it.
  #reachedEnd(end: bigint, asked: 0 | 1): Chunk | null {
    const { at, to } = this.#window;
    const bounded = this.#range.to !== null;
    const until = bounded && to < end ? to : end;
    if (until > at) return this.#advance(until, null);
    const undecidedFollows = asked === 1 && this.#isolation === "read_uncommitted";
    if (bounded && !undecidedFollows) return this.#advance(to, null);
    this.waiting = !bounded;
    return null;
  }

  #advance(at: bigint, part: FetchedPart | null): Chunk | null {
    this.first = false;
    this.waiting = false;
    this.#needBytes = 0;
    const window = this.#window;
    window.at = at;
    if (part) window.parts.push(part);
    return this.#backwards ? this.#backwardChunk(window) : this.#forwardChunk(window);
  }

  #forwardChunk({ from, to, at, parts }: Window): Chunk {
    const next = this.#range.to !== null && at > to ? to : at;
    this.done = this.#range.to !== null && next >= this.#range.to;
    this.#window = this.#windowFrom(next);
    this.#aimMore();
    return new Chunk({ partition: this.partition, from, next, done: this.done, parts });
  }

  #backwardChunk(window: Window): Chunk | null {
    const { from, to, parts } = window;
    if (window.at < to) return null;
    this.done = from <= this.#range.from;
    const chunk = new Chunk({ partition: this.partition, from, next: to, done: this.done, parts });
    const offsets = to - from;
    const grown = offsets * BigInt(windowGrowth);
    this.#aimMore();
    const fitting = chunk.bytes === 0 ? grown : (offsets * BigInt(this.#aimBytes)) / BigInt(chunk.bytes) + 1n;
    if (!this.done) this.#window = this.#windowBefore(from, fitting < grown ? fitting : grown);
    return chunk;
  }

  // A few records may be enough: the first answers are small.
  #aimMore(): void {
    this.#aimBytes = Math.min(this.#chunkBytes, this.#aimBytes * windowGrowth);
  }

  #windowFrom(from: bigint): Window {
    return { from, to: this.#range.to ?? from, at: from, parts: [] };
  }

  #windowBefore(to: bigint, offsets: bigint): Window {
    const from = to - offsets > this.#range.from ? to - offsets : this.#range.from;
    return { from, to, at: from, parts: [] };
  }
}
