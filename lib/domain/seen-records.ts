import type { Hash64 } from "./hash64.ts";
import { HashIndex, widen } from "./hash-index.ts";

/** Seen is a record that was seen before: how often by now, and where first. `timestamp` in epoch ms. */
export type Seen = { count: number; partition: number; offset: bigint; timestamp: number };

// A generation of records, in typed arrays: about 45 bytes each.
class Generation {
  readonly index = new HashIndex();
  #counts = new Int32Array(1);
  #partitions = new Int32Array(1);
  #offsets = new BigInt64Array(1);
  #times = new Float64Array(1);

  write(entry: number, { count, partition, offset, timestamp }: Seen): void {
    this.#counts = widen(this.#counts, entry + 1);
    this.#partitions = widen(this.#partitions, entry + 1);
    this.#offsets = widen(this.#offsets, entry + 1);
    this.#times = widen(this.#times, entry + 1);
    this.#counts[entry] = count;
    this.#partitions[entry] = partition;
    this.#offsets[entry] = offset;
    this.#times[entry] = timestamp;
  }

  read(entry: number): Seen {
    return {
      count: this.#counts[entry]!,
      partition: this.#partitions[entry]!,
      offset: this.#offsets[entry]!,
      timestamp: this.#times[entry]!,
    };
  }
}

/** SeenRecords remembers by their hashes which records came lately. It forgets by halves: a record is known again as long as fewer than `window` different ones came since it was last seen, at most 2 x `window` are kept. */
export class SeenRecords {
  #window: number;
  #young = new Generation();
  #old = new Generation();

  constructor(window: number) {
    this.#window = window;
  }

  /** see takes in a record, and tells what is known of it: `count` is 1 when it is new. */
  see(hash: Hash64, { partition, offset, timestamp }: Omit<Seen, "count">): Seen {
    const known = this.#young.index.find(hash);
    if (known >= 0) return this.#again(known, this.#young.read(known));
    const older = this.#old.index.find(hash);
    const before = older < 0 ? { count: 0, partition, offset, timestamp } : this.#old.read(older);
    const seen = this.#again(this.#young.index.put(hash), before);
    if (this.#young.index.size >= this.#window) this.#forget();
    return seen;
  }

  #again(entry: number, before: Seen): Seen {
    const seen = { ...before, count: before.count + 1 };
    this.#young.write(entry, seen);
    return seen;
  }

  #forget(): void {
    this.#old = this.#young;
    this.#young = new Generation();
  }
}
