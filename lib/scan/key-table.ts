import { murmur2 } from "../domain/partitioners.ts";

const pageEntries = 4096;
const keyPageBytes = 256 * 1024;
const firstSlots = 8192;
const fullest = 0.75;

class Page {
  readonly hash = new Int32Array(pageEntries);
  readonly keyPage = new Uint32Array(pageEntries);
  readonly keyStart = new Uint32Array(pageEntries);
  readonly keyLength = new Uint32Array(pageEntries);
  readonly partition = new Int32Array(pageEntries);
  readonly offset = new BigInt64Array(pageEntries);
  readonly timestamp = new Float64Array(pageEntries);
  readonly size = new Uint32Array(pageEntries);
  readonly updates = new Uint32Array(pageEntries);
  readonly flags = new Uint8Array(pageEntries);
}

const pageBytes = Object.values(new Page()).reduce((sum, column) => sum + column.byteLength, 0);
const elsewhereFlag = 128;

/** KeyEntry is the newest record of a key in a partition: `size` of the record in bytes, `updates` records seen, `flags` (below 128) as they were put, `elsewhere` when other partitions hold the key too. `key` is a view. */
export type KeyEntry = {
  key: Buffer;
  partition: number;
  offset: bigint;
  timestamp: number;
  size: number;
  updates: number;
  flags: number;
  elsewhere: boolean;
};

/** NewestRecord is what a KeyTable keeps of a record. */
export type NewestRecord = {
  key: Buffer;
  partition: number;
  offset: bigint;
  timestamp: number;
  size: number;
  flags: number;
};

/** KeyTable keeps the newest record of each key and partition within a limit of memory (bytes), in columns outside the heap: about 60 bytes and the key's own for each. */
export class KeyTable {
  readonly #limitBytes: number;
  readonly #pages: Page[] = [];
  readonly #keyPages: Buffer[] = [];
  // Slots hold an entry's index plus 1; 0 is free.
  #slots = new Uint32Array(firstSlots);
  #keyPageUsed = 0;
  #keyBytes = 0;
  /** size is how many entries there are. */
  size = 0;
  /** full: a key found no room. From then on no new one is taken, since records of it may be missing. */
  full = false;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** bytes is the memory in use. */
  get bytes(): number {
    return this.#pages.length * pageBytes + this.#keyBytes + this.#slots.byteLength;
  }

  /** put takes a record in offset order of its partition and gives the entry's index; -1 when there is no room for another key. */
  put(record: NewestRecord): number {
    const hash = murmur2(record.key);
    const { found, slot, twin } = this.#find(record.key, hash, record.partition);
    const entry = found >= 0 ? found : this.#insert(record, hash, slot);
    if (entry < 0) return -1;
    if (found < 0 && twin >= 0) for (const one of [twin, entry]) this.#flag(one, elsewhereFlag);
    this.#write(entry, record);
    return entry;
  }

  /** entry reads an entry by its index. */
  entry(index: number): KeyEntry {
    const page = this.#pages[Math.floor(index / pageEntries)]!;
    const at = index % pageEntries;
    return {
      key: this.#keyAt(page, at),
      partition: page.partition[at]!,
      offset: page.offset[at]!,
      timestamp: page.timestamp[at]!,
      size: page.size[at]!,
      updates: page.updates[at]!,
      flags: page.flags[at]! & ~elsewhereFlag,
      elsewhere: (page.flags[at]! & elsewhereFlag) !== 0,
    };
  }

  /** count counts the entries that bear a flag. */
  count(flag: number): number {
    let count = 0;
    for (const [index, { flags }] of this.#pages.entries()) {
      const used = Math.min(pageEntries, this.size - index * pageEntries);
      for (let at = 0; at < used; at++) if ((flags[at]! & flag) !== 0) count += 1;
    }
    return count;
  }

  /** countElsewhere counts the entries whose key other partitions hold too. */
  countElsewhere(): number {
    return this.count(elsewhereFlag);
  }

  #keyAt(page: Page, at: number): Buffer {
    const start = page.keyStart[at]!;
    return this.#keyPages[page.keyPage[at]!]!.subarray(start, start + page.keyLength[at]!);
  }

  // Entries of one key in several partitions share a hash, so they are met on the way.
  #find(key: Buffer, hash: number, partition: number): { found: number; slot: number; twin: number } {
    const mask = this.#slots.length - 1;
    let twin = -1;
    let slot = hash & mask;
    for (let index = this.#slots[slot]!; index !== 0; index = this.#slots[slot]!) {
      const page = this.#pages[Math.floor((index - 1) / pageEntries)]!;
      const at = (index - 1) % pageEntries;
      if (page.hash[at] === hash && this.#keyAt(page, at).equals(key)) {
        if (page.partition[at] === partition) return { found: index - 1, slot, twin };
        twin = index - 1;
      }
      slot = (slot + 1) & mask;
    }
    return { found: -1, slot, twin };
  }

  #insert({ key, partition }: NewestRecord, hash: number, slot: number): number {
    this.full ||= !this.#hasRoom(key.length);
    if (this.full) return -1;
    const index = this.size;
    if (index % pageEntries === 0) this.#pages.push(new Page());
    const page = this.#pages.at(-1)!;
    const at = index % pageEntries;
    page.hash[at] = hash;
    page.partition[at] = partition;
    this.#storeKey(page, at, key);
    this.#slots[slot] = index + 1;
    this.size += 1;
    if (this.size > this.#slots.length * fullest) this.#rehash();
    return index;
  }

  #hasRoom(keyLength: number): boolean {
    const page = this.size % pageEntries === 0 ? pageBytes : 0;
    const keys = this.#fitsKeyPage(keyLength) ? 0 : Math.max(keyPageBytes, keyLength);
    const slots = this.size + 1 > this.#slots.length * fullest ? this.#slots.byteLength * 2 : 0;
    return this.bytes + page + keys + slots <= this.#limitBytes;
  }

  #fitsKeyPage(length: number): boolean {
    const last = this.#keyPages.at(-1);
    return last !== undefined && this.#keyPageUsed + length <= last.length;
  }

  #storeKey(page: Page, at: number, key: Buffer): void {
    if (!this.#fitsKeyPage(key.length)) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(keyPageBytes, key.length));
      this.#keyPages.push(bytes);
      this.#keyBytes += bytes.length;
      this.#keyPageUsed = 0;
    }
    page.keyPage[at] = this.#keyPages.length - 1;
    page.keyStart[at] = this.#keyPageUsed;
    page.keyLength[at] = key.length;
    key.copy(this.#keyPages.at(-1)!, this.#keyPageUsed);
    this.#keyPageUsed += key.length;
  }

  #write(index: number, { offset, timestamp, size, flags }: NewestRecord): void {
    const page = this.#pages[Math.floor(index / pageEntries)]!;
    const at = index % pageEntries;
    page.offset[at] = offset;
    page.timestamp[at] = timestamp;
    page.size[at] = size;
    page.updates[at] = page.updates[at]! + 1;
    page.flags[at] = (page.flags[at]! & elsewhereFlag) | flags;
  }

  #flag(index: number, flag: number): void {
    const page = this.#pages[Math.floor(index / pageEntries)]!;
    page.flags[index % pageEntries] = page.flags[index % pageEntries]! | flag;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      const page = this.#pages[Math.floor(index / pageEntries)]!;
      let slot = page.hash[index % pageEntries]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}
