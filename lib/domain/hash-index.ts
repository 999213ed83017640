import type { Hash64 } from "./hash64.ts";

const FIRST_ENTRIES = 1 << 10;

/** widen gives a column (a typed array) with room for at least `length` entries; the entries stay. It doubles, up to `most`. */
export function widen<C extends Int32Array | Uint8Array | Float64Array | BigInt64Array>(
  column: C,
  length: number,
  most = Number.POSITIVE_INFINITY,
): C {
  if (length <= column.length) return column;
  const Column = column.constructor as new (size: number) => C;
  const wider = new Column(Math.max(length, Math.min(most, column.length * 2)));
  wider.set(column as never);
  return wider;
}

/** HashIndex numbers hashes in the order they come: 0, 1, 2, ... An open-addressed table of about 16 bytes a hash, without an object for each. */
export class HashIndex {
  /** size is how many hashes there are. */
  size = 0;
  #hashes = new Int32Array(FIRST_ENTRIES * 2);
  // The hash's number + 1; 0 is free.
  #slots = new Int32Array(FIRST_ENTRIES * 2);

  /** find gives the number of a hash, -1 when it is not there. */
  find(hash: Hash64): number {
    return this.#slots[this.#slotOf(hash[0]!, hash[1]!)]! - 1;
  }

  /** put gives the number of a hash, a new one (the former `size`) when it was not there. */
  put(hash: Hash64): number {
    const slot = this.#slotOf(hash[0]!, hash[1]!);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) return known;
    const entry = this.size++;
    this.#hashes = widen(this.#hashes, this.size * 2);
    this.#hashes[entry * 2] = hash[0]!;
    this.#hashes[entry * 2 + 1] = hash[1]!;
    this.#slots[slot] = entry + 1;
    if (this.size * 3 > this.#slots.length * 2) this.#spread();
    return entry;
  }

  /** read writes the hash with this number into `out`. */
  read(entry: number, out: Hash64): void {
    out[0] = this.#hashes[entry * 2]!;
    out[1] = this.#hashes[entry * 2 + 1]!;
  }

  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]! - 1;
      if (entry < 0 || (hashes[entry * 2 + 1] === low && hashes[entry * 2] === high)) return slot;
    }
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.size; entry++) {
      const slot = this.#slotOf(this.#hashes[entry * 2]!, this.#hashes[entry * 2 + 1]!);
      this.#slots[slot] = entry + 1;
    }
  }
}
