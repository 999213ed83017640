import { addKey, type ComparedKeys, emptyComparison } from "./compare-result.ts";
import { CompareTable } from "./compare-table.ts";
import { keyKinds, type Side } from "./compared-key.ts";
import { createHash64, hashContent, hashKey } from "./hash64.ts";

/** MOST_COMPARED is how many different records (keys with a value) a comparison remembers: at most about 190 MB. */
export const MOST_COMPARED = 1_000_000;

/** LoggedRecord is a record of a log; `timestamp` in epoch ms. Key and value may be reused once it is taken in. */
export type LoggedRecord = {
  key: Uint8Array | null;
  value: Uint8Array | null;
  partition: number;
  offset: bigint;
  timestamp: number;
};

/**
 * Comparison is how two logs compare. `records` and `sameContents` (the same records, in whatever order, by a sum of all their hashes) are of all that was read; the rest is of the `keys` compared:
 * all, or a `share` of them (1/2, 1/4, ...).
 */
export type Comparison = ComparedKeys & {
  records: [number, number];
  sameContents: boolean;
  share: number;
  keys: number;
};

/**
 * LogComparison compares two logs, whose records may come in any mixture as long as each partition's are in order. Records without a key are compared as a set of values with their counts.
 * It remembers at most `most` different records; beyond that it goes on with every second key (by the highest bits of the key's hash), then every fourth, ...: what it tells of those keys stays exact.
 * Key and value are known by 64-bit hashes: see hash64 for the odds of a collision. Headers and timestamps are not compared.
 */
export class LogComparison {
  #table = new CompareTable();
  #most: number;
  #halvings = 0;
  #records: [number, number] = [0, 0];
  // A sum of the hashes of all records, two words a side: it is the same whatever the order.
  #sums = new Int32Array(4);
  #keyHash = createHash64();
  #contentHash = createHash64();

  constructor(most = MOST_COMPARED) {
    this.#most = most;
  }

  /** share is which part of the keys is compared. */
  get share(): number {
    return 1 / 2 ** this.#halvings;
  }

  /** add takes in a record of a side: 0 what went in, 1 what came out. */
  add(side: Side, record: LoggedRecord): void {
    this.#hash(record);
    this.#records[side] += 1;
    this.#sums[side * 2]! += this.#contentHash[0]!;
    this.#sums[side * 2 + 1]! += this.#contentHash[1]!;
    if (!this.#isSampled(this.#keyHash[0]!)) return;
    this.#table.add(side, record, this.#keyHash, this.#contentHash);
    while (this.#table.pairs > this.#most && this.#halvings < 32) this.#halve();
  }

  // Each value of the null key stands for itself.
  #hash({ key, value }: LoggedRecord): void {
    if (key !== null) hashKey(key, this.#keyHash);
    hashContent(key === null ? null : this.#keyHash, value, this.#contentHash);
    if (key === null) this.#keyHash.set(this.#contentHash);
  }

  #isSampled(high: number): boolean {
    return this.#halvings === 0 || high >>> (32 - this.#halvings) === 0;
  }

  #halve(): void {
    this.#halvings += 1;
    this.#table = this.#table.only((high) => this.#isSampled(high));
  }

  /** result tells how both sides compare so far, with up to `examples` differences of each kind. */
  result(examples = 100): Comparison {
    const found = emptyComparison();
    for (let key = 0; key < this.#table.keys; key++) addKey(found, this.#table.readKey(key), examples);
    const [first, second, third, fourth] = this.#sums;
    return {
      ...found,
      records: [...this.#records],
      sameContents: this.#records[0] === this.#records[1] && first === third && second === fourth,
      share: this.share,
      keys: keyKinds.reduce((sum, kind) => sum + found.kinds[kind].keys, 0),
    };
  }
}

/** Verdict of a comparison: nothing on either side, the same records with each key's in order, the same records in another order, or not the same. */
export type Verdict = "empty" | "same" | "reordered" | "different";

/** assessComparison gives the verdict. */
export function assessComparison({
  records,
  sameContents,
  kinds,
}: Pick<Comparison, "records" | "sameContents" | "kinds">): Verdict {
  if (records[0] === 0 && records[1] === 0) return "empty";
  if (!sameContents) return "different";
  return kinds.reordered.keys > 0 ? "reordered" : "same";
}
