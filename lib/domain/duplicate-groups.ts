const KEPT_BYTES = 64;
const LATEST = 5;

/** CopyPlace is where a record lies and when it was written (epoch ms). */
export type CopyPlace = { partition: number; offset: bigint; timestamp: number };

/** KeptKey is the first 64 bytes of a key and its whole size; null for the null key. */
export type KeptKey = { bytes: Uint8Array; size: number } | null;

/** DuplicateGroup is the records that are the same: the first, how many copies of it came, and the latest of them (at most 5, newest last). `id` names the group within its finder. */
export type DuplicateGroup = { id: number; key: KeptKey; first: CopyPlace; copies: number; latest: CopyPlace[] };

/** keepKey copies what is kept of a key. */
export function keepKey(key: Uint8Array | null): KeptKey {
  return key === null ? null : { bytes: Uint8Array.from(key.subarray(0, KEPT_BYTES)), size: key.length };
}

/** LargestGroups keeps the groups with the most copies, at most `most`; of those with as many, the first found. */
export class LargestGroups {
  #most: number;
  #groups = new Map<number, DuplicateGroup>();
  #changed = new Set<DuplicateGroup>();
  // The fewest copies that a kept group had when that was last looked up: it only grows.
  #least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** add takes in a further copy of a group that has now `copies` of them. */
  add(id: number, copies: number, first: CopyPlace, copy: CopyPlace, key: Uint8Array | null): void {
    const group = this.#groups.get(id) ?? this.#admit(id, copies, first, key);
    if (!group) return;
    group.copies = copies;
    group.latest = [...group.latest, copy].slice(-LATEST);
    this.#changed.add(group);
  }

  #admit(id: number, copies: number, first: CopyPlace, key: Uint8Array | null): DuplicateGroup | null {
    if (this.#groups.size >= this.#most && !this.#dropBelow(copies)) return null;
    const group = { id, key: keepKey(key), first, copies, latest: [] };
    this.#groups.set(id, group);
    return group;
  }

  #dropBelow(copies: number): boolean {
    if (copies <= this.#least) return false;
    const groups = [...this.#groups.values()];
    this.#least = Math.min(...groups.map((group) => group.copies));
    const last = groups.findLast((group) => group.copies === this.#least);
    if (!last || copies <= this.#least) return false;
    this.#groups.delete(last.id);
    this.#changed.delete(last);
    return true;
  }

  /** takeChanged gives the groups that are new or have grown since it was called last. */
  takeChanged(): DuplicateGroup[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }
}
