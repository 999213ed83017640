import { type CopyPlace, type DuplicateGroup, keepKey, type KeptKey, LargestGroups } from "./duplicate-groups.ts";
import { createHash64, hash64, hashContent, hashKey, shortId } from "./hash64.ts";
import { SeenRecords } from "./seen-records.ts";

/** SEEN_WINDOW is how many different records may lie between two copies that are still known as such; at most twice as many are remembered, about 100 MB. */
export const SEEN_WINDOW = 1_000_000;

const COUNTED_KEYS = 10_000;
const TOP_KEYS = 10;

/** DuplicateBy is what makes two records the same: key and value, or the producer's id, epoch and sequence number in a partition. */
export type DuplicateBy = "content" | "sequence";

/** ProducedRecord is a record of a log. `timestamp` in epoch ms; `sequence` null without an idempotent producer. Key and value may be reused once it is taken in. */
export type ProducedRecord = CopyPlace & {
  key: Uint8Array | null;
  value: Uint8Array | null;
  producerId: bigint;
  producerEpoch: number;
  sequence: number | null;
};

/** distanceLimits are the upper ends (ms) of the classes that a copy's distance in time from the first record falls into; beyond the last is one more class. */
export const distanceLimits = [1_000, 60_000, 3_600_000, 86_400_000] as const;

/**
 * Duplicates is what was found. `duplicates` are the copies beyond each first record, `groups` the records that have copies, `distances` the copies by their distance in time from the first (see distanceLimits),
 * `otherPartition` the copies that lie in another partition than the first. `withoutSequence` are the records that could not be looked at, since their producer is not idempotent. `topKeys` are the
 * keys with the most copies; `topKeysCut` when there were too many keys (10,000) to count them all.
 */
export type Duplicates = {
  records: number;
  duplicates: number;
  groups: number;
  withoutSequence: number;
  otherPartition: number;
  distances: number[];
  topKeys: { key: KeptKey; copies: number }[];
  topKeysCut: boolean;
};

type KeyCount = { key: KeptKey; copies: number };

/**
 * DuplicateFinder finds the records of a topic that are there more than once. It knows a record by a 64-bit hash (see hash64 for the odds of a collision), as long as fewer than `window` different records
 * lie between two copies; copies further apart are not found. It keeps the `most` groups with the most copies.
 */
export class DuplicateFinder {
  #by: DuplicateBy;
  #seen: SeenRecords;
  #largest: LargestGroups;
  #keys = new Map<number, KeyCount>();
  #keysCut = false;
  #counts = { records: 0, duplicates: 0, groups: 0, withoutSequence: 0, otherPartition: 0 };
  #distances = Array.from({ length: distanceLimits.length + 1 }, () => 0);
  #keyHash = createHash64();
  #hash = createHash64();
  #identity = new DataView(new ArrayBuffer(20));

  constructor(by: DuplicateBy, { window = SEEN_WINDOW, most = 100 } = {}) {
    this.#by = by;
    this.#seen = new SeenRecords(window);
    this.#largest = new LargestGroups(most);
  }

  /** records is how many were taken in so far, duplicates how many of them are copies. */
  get counts(): { records: number; duplicates: number; groups: number } {
    return this.#counts;
  }

  /** add takes in a record; each partition's come in order. */
  add(record: ProducedRecord): void {
    this.#counts.records += 1;
    if (!this.#identify(record)) {
      this.#counts.withoutSequence += 1;
      return;
    }
    const { count, ...first } = this.#seen.see(this.#hash, record);
    if (count > 1) this.#countCopy(record, first, count - 1);
  }

  #identify(record: ProducedRecord): boolean {
    if (this.#by === "sequence") return this.#identifySequence(record);
    const { key, value } = record;
    if (key !== null) hashKey(key, this.#keyHash);
    hashContent(key === null ? null : this.#keyHash, value, this.#hash);
    return true;
  }

  #identifySequence({ partition, producerId, producerEpoch, sequence }: ProducedRecord): boolean {
    if (sequence === null) return false;
    this.#identity.setInt32(0, partition);
    this.#identity.setBigInt64(4, producerId);
    this.#identity.setInt32(12, producerEpoch);
    this.#identity.setInt32(16, sequence);
    hash64(new Uint8Array(this.#identity.buffer), this.#hash);
    return true;
  }

  #countCopy({ key, partition, offset, timestamp }: ProducedRecord, first: CopyPlace, copies: number): void {
    this.#counts.duplicates += 1;
    if (copies === 1) this.#counts.groups += 1;
    if (first.partition !== partition) this.#counts.otherPartition += 1;
    const distance = Math.abs(timestamp - first.timestamp);
    const limit = distanceLimits.findIndex((most) => distance < most);
    this.#distances[limit < 0 ? distanceLimits.length : limit]! += 1;
    this.#largest.add(shortId(this.#hash), copies, first, { partition, offset, timestamp }, key);
    if (key !== null) this.#countKey(key);
  }

  #countKey(key: Uint8Array): void {
    hashKey(key, this.#keyHash);
    const id = shortId(this.#keyHash);
    const known = this.#keys.get(id);
    if (known) known.copies += 1;
    else if (this.#keys.size < COUNTED_KEYS) this.#keys.set(id, { key: keepKey(key), copies: 1 });
    else this.#keysCut = true;
  }

  /** takeChanged gives the groups, of those with the most copies, that are new or have grown since it was called last. */
  takeChanged(): DuplicateGroup[] {
    return this.#largest.takeChanged();
  }

  /** result tells what was found so far. */
  result(): Duplicates {
    const topKeys = [...this.#keys.values()].toSorted((a, b) => b.copies - a.copies).slice(0, TOP_KEYS);
    return { ...this.#counts, distances: [...this.#distances], topKeys, topKeysCut: this.#keysCut };
  }
}
