import type { LatestQuery } from "../api/keys.ts";
import { selectFirst } from "../domain/select-first.ts";
import { toDatum } from "./datum.ts";
import { type KeyEntry, KeyTable } from "./key-table.ts";
import type { LogRecord } from "./record.ts";

/** LatestChoice is which keys of a table are wanted, and how they are ordered. */
export type LatestChoice = Pick<
  LatestQuery,
  "search" | "deleted" | "sort" | "limit" | "keyAs" | "valueAs" | "maxBytes"
>;

const deletedFlag = 1;
const matchFlag = 2;
// The heap's share of a one-byte string and its place in the list.
const valueOverhead = 32;

/** previewOf copies the beginning of a value: more than `most` bytes when there are more, so that it is seen to be cut, and never half a UTF-8 character. */
export function previewOf(value: Buffer, most: number): Buffer {
  let end = most + 1;
  while (end < value.length && (value[end]! & 0xc0) === 0x80) end += 1;
  return value.subarray(0, end);
}

const byNumber = (of: (entry: KeyEntry) => number) => (a: KeyEntry, b: KeyEntry) => of(a) - of(b);

const orders: Record<string, (a: KeyEntry, b: KeyEntry) => number> = {
  time: byNumber(({ timestamp }) => timestamp),
  updates: byNumber(({ updates }) => updates),
  size: byNumber(({ size }) => size),
  key: (a, b) => a.key.compare(b.key),
};

function orderOf(sort: LatestQuery["sort"]): (a: KeyEntry, b: KeyEntry) => number {
  const sign = sort.startsWith("-") ? -1 : 1;
  const compare = orders[sort.replace("-", "")]!;
  return (a, b) => sign * compare(a, b) || a.key.compare(b.key) || a.partition - b.partition;
}

/** LatestTable is the newest record of each key within a limit of memory. The beginnings of the values are kept as long as they fit beside the keys; then all of them go, and those that are shown have to be read again. */
export class LatestTable {
  readonly #choice: LatestChoice;
  readonly #limitBytes: number;
  readonly #needle: string;
  readonly #table: KeyTable;
  #values: string[] | null = [];
  #valueBytes = 0;
  recordsWithoutKey = 0;
  recordsLeftOut = 0;

  constructor(choice: LatestChoice, limitBytes: number) {
    this.#choice = choice;
    this.#limitBytes = limitBytes;
    this.#needle = choice.search.toLowerCase();
    this.#table = new KeyTable(limitBytes);
  }

  /** keys is how many keys there are, once for each partition. */
  get keys(): number {
    return this.#table.size;
  }

  /** bytes is the memory in use. */
  get bytes(): number {
    return this.#table.bytes + this.#valueBytes;
  }

  /** isFull tells that keys are missing. */
  get isFull(): boolean {
    return this.#table.full;
  }

  /** countDeleted counts the keys whose newest record is a tombstone. */
  countDeleted(): number {
    return this.#table.count(deletedFlag);
  }

  /** countElsewhere counts the keys that stand in another partition too. */
  countElsewhere(): number {
    return this.#table.countElsewhere();
  }

  /** put takes the next record of a partition. */
  put({ key, value, partition, offset, timestamp }: LogRecord): void {
    if (key === null) {
      this.recordsWithoutKey += 1;
      return;
    }
    const size = value?.length ?? 0;
    const flags = this.#flagsOf(value);
    const index = this.#table.put({ key, partition, offset, timestamp: Number(timestamp), size, flags });
    if (index < 0) this.recordsLeftOut += 1;
    else this.#keepValue(index, value);
  }

  /** choose counts the keys that match and gives the first of them. */
  choose(): { matching: number; rows: (KeyEntry & { index: number })[] } {
    let matching = 0;
    const all = function* (this: LatestTable) {
      for (let index = 0; index < this.#table.size; index++) {
        const entry = this.#table.entry(index);
        if (!this.#isWanted(entry)) continue;
        matching += 1;
        yield { ...entry, index };
      }
    };
    const rows = selectFirst(all.call(this), this.#choice.limit, orderOf(this.#choice.sort));
    return { matching, rows };
  }

  /** isDeleted tells whether an entry is a tombstone. */
  isDeleted({ flags }: KeyEntry): boolean {
    return (flags & deletedFlag) !== 0;
  }

  /** valueOf gives the beginning of an entry's value; null when it was not kept. */
  valueOf(index: number): Buffer | null {
    return this.#values ? Buffer.from(this.#values[index]!, "latin1") : null;
  }

  #flagsOf(value: Buffer | null): number {
    if (value === null) return deletedFlag;
    return this.#needle !== "" && this.#holdsNeedle(value, this.#choice.valueAs) ? matchFlag : 0;
  }

  #holdsNeedle(bytes: Buffer, as: LatestQuery["valueAs"]): boolean {
    const text = as === "json" || as === "text" ? bytes.toString() : (toDatum(bytes, as, bytes.length)?.data ?? "");
    return text.toLowerCase().includes(this.#needle);
  }

  #isWanted(entry: KeyEntry): boolean {
    const { deleted, keyAs } = this.#choice;
    const tombstone = this.isDeleted(entry);
    if (deleted !== "include" && tombstone !== (deleted === "only")) return false;
    if (this.#needle === "" || (entry.flags & matchFlag) !== 0) return true;
    return this.#holdsNeedle(entry.key, keyAs);
  }

  #keepValue(index: number, value: Buffer | null): void {
    if (this.#values === null) return;
    const text = value === null ? "" : previewOf(value, this.#choice.maxBytes).toString("latin1");
    const before = this.#values[index];
    this.#valueBytes += text.length - (before === undefined ? -valueOverhead : before.length);
    this.#values[index] = text;
    if (this.bytes <= this.#limitBytes) return;
    this.#values = null;
    this.#valueBytes = 0;
  }
}
