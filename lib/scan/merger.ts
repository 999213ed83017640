import type { Turn } from "./log-reader.ts";

type Queue<T> = {
  items: { rank: number; weight: number; item: T }[];
  head: number;
  weight: number;
  frontier: number;
  done: boolean;
};

// What may wait in all partitions, and in one: however many there are, they share it.
const mostWeight = 32 * 1024 * 1024;
const mostOfPartition = 2 * 1024 * 1024;

/** Merger brings what was found in several partitions into one order, and says which partition holds up the others. `time` merges by timestamp, `backwards` newest first; within a partition the order of the log stays. `offset` gives one partition after another. With a `limit` no partition needs to find more than that. */
export class Merger<T> implements Turn {
  readonly #queues: Map<number, Queue<T>>;
  readonly #order: "time" | "offset";
  readonly #sign: 1 | -1;
  readonly #heavy: number;
  #left: number;

  constructor(partitions: number[], order: "time" | "offset", backwards: boolean, limit: number) {
    this.#order = order;
    this.#sign = backwards ? -1 : 1;
    this.#left = limit === 0 ? Infinity : limit;
    this.#heavy = Math.min(mostOfPartition, mostWeight / Math.max(1, partitions.length));
    this.#queues = new Map(
      partitions
        .toSorted((a, b) => a - b)
        .map((partition) => [partition, { items: [], head: 0, weight: 0, frontier: -Infinity, done: false }]),
    );
  }

  /** isFull tells that the limit is reached. */
  get isFull(): boolean {
    return this.#left <= 0;
  }

  /** reachedMs is the time up to which (backwards: back to which) every partition has been read; null before that is known. */
  get reachedMs(): number | null {
    const open = [...this.#queues.values()].filter(({ done }) => !done);
    const least = Math.min(...open.map(({ frontier }) => frontier));
    return Number.isFinite(least) ? least * this.#sign : null;
  }

  /** add takes what was found next in a partition, in the order in which it will be given: backwards the newest first. */
  add(partition: number, timeMs: number, item: T, weight: number): void {
    const queue = this.#queues.get(partition)!;
    const rank = Math.max(this.#sign * timeMs, queue.items.at(-1)?.rank ?? -Infinity);
    queue.items.push({ rank, weight, item });
    queue.weight += weight;
  }

  /** reached says how far a partition has been read: to a time (epoch ms), or to its end. */
  reached(partition: number, timeMs: number | null, done: boolean): void {
    const queue = this.#queues.get(partition)!;
    if (timeMs !== null) queue.frontier = Math.max(queue.frontier, this.#sign * timeMs);
    queue.done ||= done;
  }

  /** drain gives all whose place in the order is sure; `counts` tells whether the limit counts an item. */
  *drain(counts: (item: T) => boolean): Generator<T> {
    for (let queue = this.#next(); queue && this.#left > 0; queue = this.#next()) {
      const entry = queue.items[queue.head++]!;
      queue.weight -= entry.weight;
      if (queue.head === queue.items.length) {
        queue.items = [];
        queue.head = 0;
      }
      if (counts(entry.item)) this.#left -= 1;
      yield entry.item;
    }
  }

  /** rank orders partitions by how much they hold up the others. */
  rank(partition: number): number {
    return this.#order === "offset" ? partition : this.#queues.get(partition)!.frontier;
  }

  /** isOnHold tells that a partition has found enough for now. One that found nothing is never held: others wait for it. */
  isOnHold(partition: number): boolean {
    const queue = this.#queues.get(partition)!;
    const waiting = queue.items.length - queue.head;
    return waiting > 0 && (waiting >= this.#left || queue.weight > this.#heavy);
  }

  #next(): Queue<T> | null {
    return this.#order === "offset" ? this.#nextByOffset() : this.#nextByTime();
  }

  #nextByOffset(): Queue<T> | null {
    for (const queue of this.#queues.values()) {
      if (queue.items.length > 0) return queue;
      if (!queue.done) return null;
    }
    return null;
  }

  #nextByTime(): Queue<T> | null {
    let bound = Infinity;
    let best: Queue<T> | null = null;
    for (const queue of this.#queues.values()) {
      const head = queue.items[queue.head];
      if (!head) bound = queue.done ? bound : Math.min(bound, queue.frontier);
      else if (!best || head.rank < best.items[best.head]!.rank) best = queue;
    }
    return best && best.items[best.head]!.rank <= bound ? best : null;
  }
}
