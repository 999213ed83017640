import type { ComparedKey, ComparedValue, Side } from "./compared-key.ts";
import { createHash64, type Hash64 } from "./hash64.ts";
import { HashIndex, widen } from "./hash-index.ts";

const SPREAD = -2;
const NOWHERE = -1;
const KEPT_BYTES = 64;

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

type Logged = { key: Uint8Array | null; partition: number; offset: bigint; timestamp: number };

/**
 * CompareTable keeps what both sides have of each key, in typed arrays: per key a hash of the order of its values, per value how often it came and where first.
 * About 60 bytes a key, its first 64 bytes beside, and 60 a value.
 */
export class CompareTable {
  #keys = new HashIndex();
  #pairs = new HashIndex();
  // By key: the hash of the order on each side (two words each), the partition on each side, its newest pair, its bytes.
  #orders = new Int32Array(4);
  #homes = new Int32Array(2);
  #heads = new Int32Array(1);
  #sizes = new Int32Array(1);
  #starts = new Int32Array(1);
  #bytes = new Uint8Array(1024);
  #bytesUsed = 0;
  // By pair (a key with a value): the pair of the same key before it, then for each side the count, and where it came first.
  #before = new Int32Array(1);
  #counts = new Int32Array(2);
  #partitions = new Int32Array(2);
  #offsets = new BigInt64Array(2);
  #times = new Float64Array(1);
  #hash = createHash64();

  /** keys is how many keys there are, a null key with each of its values counted as one. */
  get keys(): number {
    return this.#keys.size;
  }

  /** pairs is how many different records there are: keys with a value. */
  get pairs(): number {
    return this.#pairs.size;
  }

  /** add takes in a record of a side, with the hash of its key and that of key and value together. `timestamp` in epoch ms. */
  add(side: Side, { key: bytes, partition, offset, timestamp }: Logged, keyHash: Hash64, contentHash: Hash64): void {
    const key = this.#keyOf(keyHash, bytes);
    const home = key * 2 + side;
    if (this.#homes[home] === NOWHERE) this.#homes[home] = partition;
    else if (this.#homes[home] !== partition) this.#homes[home] = SPREAD;
    this.#follow(key * 4 + side * 2, contentHash);
    const at = this.#pairOf(key, contentHash, timestamp) * 2 + side;
    if (this.#counts[at] === 0) {
      this.#partitions[at] = partition;
      this.#offsets[at] = offset;
    }
    this.#counts[at]! += 1;
  }

  #keyOf(hash: Hash64, bytes: Uint8Array | null): number {
    const known = this.#keys.size;
    const key = this.#keys.put(hash);
    if (key < known) return key;
    this.#orders = widen(this.#orders, key * 4 + 4);
    this.#homes = widen(this.#homes, key * 2 + 2);
    this.#heads = widen(this.#heads, key + 1);
    this.#sizes = widen(this.#sizes, key + 1);
    this.#starts = widen(this.#starts, key + 1);
    this.#homes.fill(NOWHERE, key * 2, key * 2 + 2);
    this.#heads[key] = NOWHERE;
    this.#sizes[key] = bytes === null ? NOWHERE : bytes.length;
    this.#starts[key] = this.#keep(bytes);
    return key;
  }

  #keep(bytes: Uint8Array | null): number {
    const start = this.#bytesUsed;
    if (bytes === null) return start;
    const kept = bytes.length > KEPT_BYTES ? bytes.subarray(0, KEPT_BYTES) : bytes;
    this.#bytesUsed += kept.length;
    this.#bytes = widen(this.#bytes, this.#bytesUsed);
    this.#bytes.set(kept, start);
    return start;
  }

  // Takes a record into the hash of an order: the mixing step of MurmurHash3 with two lanes, which no exchange of records leaves as it is.
  #follow(at: number, content: Hash64): void {
    const high = this.#orders[at]! ^ content[0]!;
    const low = this.#orders[at + 1]! ^ content[1]!;
    const mixed = Math.imul((rotate(high, 19) + low) | 0, 5) + 0x561ccd1b;
    this.#orders[at] = mixed;
    this.#orders[at + 1] = Math.imul((rotate(low, 17) + mixed) | 0, 5) + 0x0bcaa747;
  }

  #pairOf(key: number, hash: Hash64, timestamp: number): number {
    const known = this.#pairs.size;
    const pair = this.#pairs.put(hash);
    if (pair < known) return pair;
    this.#before = widen(this.#before, pair + 1);
    this.#counts = widen(this.#counts, pair * 2 + 2);
    this.#partitions = widen(this.#partitions, pair * 2 + 2);
    this.#offsets = widen(this.#offsets, pair * 2 + 2);
    this.#times = widen(this.#times, pair + 1);
    this.#before[pair] = this.#heads[key]!;
    this.#heads[key] = pair;
    this.#times[pair] = timestamp;
    return pair;
  }

  /** readKey gives a key as both sides have it. */
  readKey(key: number): ComparedKey {
    const at = key * 4;
    return {
      start: this.#startOf(key),
      values: this.#pairsOf(key).map((pair) => this.#readPair(pair)),
      sameOrder: this.#orders[at] === this.#orders[at + 2] && this.#orders[at + 1] === this.#orders[at + 3],
      spread: [this.#homes[key * 2] === SPREAD, this.#homes[key * 2 + 1] === SPREAD],
    };
  }

  #pairsOf(key: number): number[] {
    const pairs: number[] = [];
    for (let pair = this.#heads[key]!; pair !== NOWHERE; pair = this.#before[pair]!) pairs.push(pair);
    return pairs.toReversed();
  }

  #readPair(pair: number): ComparedValue {
    const at = pair * 2;
    return {
      counts: [this.#counts[at]!, this.#counts[at + 1]!],
      partitions: [this.#partitions[at]!, this.#partitions[at + 1]!],
      offsets: [this.#offsets[at]!, this.#offsets[at + 1]!],
      timestamp: this.#times[pair]!,
    };
  }

  #startOf(key: number): ComparedKey["start"] {
    const size = this.#sizes[key]!;
    if (size === NOWHERE) return null;
    const start = this.#starts[key]!;
    return { bytes: this.#bytes.subarray(start, start + Math.min(size, KEPT_BYTES)), size };
  }

  /** only gives a table of those keys alone that `keep` wants by the higher word of their hash. */
  only(keep: (high: number) => boolean): CompareTable {
    const kept = new CompareTable();
    for (let key = 0; key < this.#keys.size; key++) {
      this.#keys.read(key, this.#hash);
      if (keep(this.#hash[0]!)) kept.#copyKey(this, key, this.#hash);
    }
    return kept;
  }

  #copyKey(from: CompareTable, key: number, hash: Hash64): void {
    const copy = this.#keyOf(hash, from.#startOf(key)?.bytes ?? null);
    this.#sizes[copy] = from.#sizes[key]!;
    this.#orders.set(from.#orders.subarray(key * 4, key * 4 + 4), copy * 4);
    this.#homes.set(from.#homes.subarray(key * 2, key * 2 + 2), copy * 2);
    for (const pair of from.#pairsOf(key)) this.#copyPair(from, pair, copy);
  }

  #copyPair(from: CompareTable, pair: number, key: number): void {
    from.#pairs.read(pair, this.#hash);
    const copy = this.#pairOf(key, this.#hash, from.#times[pair]!);
    this.#counts.set(from.#counts.subarray(pair * 2, pair * 2 + 2), copy * 2);
    this.#partitions.set(from.#partitions.subarray(pair * 2, pair * 2 + 2), copy * 2);
    this.#offsets.set(from.#offsets.subarray(pair * 2, pair * 2 + 2), copy * 2);
  }
}
