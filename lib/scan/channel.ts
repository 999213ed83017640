/** Channel hands values from several writers to one reader. `room` keeps writers back while what waits is too heavy; `changed` wakes whoever waits for something to happen. */
export class Channel<T> {
  closed = false;
  readonly #capacity: number;
  readonly #values: { value: T; weight: number }[] = [];
  #weight = 0;
  #ended = false;
  #failure: unknown = null;
  #waiters: (() => void)[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** put adds a value; never waits (see `room`). */
  put(value: T, weight: number): void {
    if (this.closed) return;
    this.#values.push({ value, weight });
    this.#weight += weight;
    this.notify();
  }

  /** end says that no value follows. */
  end(): void {
    this.#ended = true;
    this.notify();
  }

  /** fail ends the reader's loop with an error. */
  fail(error: unknown): void {
    this.#failure ??= error;
    this.#ended = true;
    this.notify();
  }

  /** close drops what waits, and ends readers and writers. */
  close(): void {
    this.closed = true;
    this.#values.length = 0;
    this.#weight = 0;
    this.notify();
  }

  /** notify wakes all who wait. */
  notify(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }

  /** changed resolves at the next change. */
  changed(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** room resolves once what waits weighs less than the capacity. */
  async room(): Promise<void> {
    while (!this.closed && this.#weight >= this.#capacity) await this.changed();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (!this.closed) {
      const next = this.#values.shift();
      if (next) {
        this.#weight -= next.weight;
        yield next.value;
        this.notify();
      } else if (this.#ended) {
        if (this.#failure !== null) throw this.#failure;
        return;
      } else {
        await this.changed();
      }
    }
  }
}
