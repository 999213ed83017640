import type { BatchHeader } from "./record.ts";

type Aborted = { producerId: bigint; firstOffset: bigint };

/** AbortedRecords tells, batch by batch in the order of the log, which were aborted. A producer's aborted transactions begin at the offsets that the broker told and end at their markers, several in one answer (KIP-98; org.apache.kafka.clients.consumer.internals.CompletedFetch). */
export class AbortedRecords {
  readonly #coming: Aborted[];
  readonly #open = new Set<bigint>();

  constructor(told: Aborted[]) {
    this.#coming = told.toSorted((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  }

  /** has tells whether a data batch belongs to an aborted transaction; `marker` is what a control batch holds. */
  has(header: BatchHeader, marker: () => "commit" | "abort"): boolean {
    while (this.#coming.length > 0 && this.#coming[0]!.firstOffset <= header.lastOffset) {
      this.#open.add(this.#coming.shift()!.producerId);
    }
    if (!header.transactional || !this.#open.has(header.producerId)) return false;
    if (header.control && marker() === "abort") this.#open.delete(header.producerId);
    return !header.control;
  }
}
