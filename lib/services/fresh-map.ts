/** Fresh is a value and when its read started (ms since the epoch): it is at least that new. `error` is why the newest try failed, null when it did not; the value is then the last good one. */
export type Fresh<V> = { value: V; at: number; error: unknown };

type Entry<V> = {
  good: { value: V; at: number } | null;
  failure: { error: unknown; at: number; heldUntil: number } | null;
};
type Flight<V> = { startedAt: number; result: Promise<Map<string, V>> };

const failureHoldsMs = 1000;

/** FreshMap keeps what was read from Kafka by key, with its age. Callers say how new a value must be (`notBefore`, ms since the epoch): one new enough is shared, also one that is being read, so two people looking at the same list cost one read. Keys that are missing or too old are read together in one batch. A failure is told again for a second before the next try. */
export class FreshMap<V> {
  readonly #load: (keys: string[], notBefore: number) => Promise<Map<string, V>>;
  readonly #entries = new Map<string, Entry<V>>();
  readonly #flights = new Map<string, Flight<V>>();
  #floor = 0;
  #lastTick = 0;

  constructor(load: (keys: string[], notBefore: number) => Promise<Map<string, V>>) {
    this.#load = load;
  }

  /** get gives each key's value, at least as new as `notBefore`. A key whose read failed keeps its last good value, with the error; one that never had a value is in `failed`. Keys that the read did not tell of are in neither. */
  async get(
    keys: Iterable<string>,
    notBefore: number,
  ): Promise<{ found: Map<string, Fresh<V>>; failed: Map<string, unknown> }> {
    const least = Math.max(notBefore, this.#floor);
    const found = new Map<string, Fresh<V>>();
    const failed = new Map<string, unknown>();
    const missing: string[] = [];
    const waiting = new Map<Flight<V>, string[]>();
    for (const key of keys) {
      if (this.#take(key, least, found, failed)) continue;
      const flight = this.#flights.get(key);
      if (!flight || flight.startedAt < least) missing.push(key);
      else {
        const awaited = waiting.get(flight);
        if (awaited) awaited.push(key);
        else waiting.set(flight, [key]);
      }
    }
    if (missing.length > 0) waiting.set(this.#start(missing, notBefore), missing);
    await Promise.all([...waiting].map(([flight, awaited]) => this.#settle(flight, awaited, found, failed)));
    return { found, failed };
  }

  /** one gives a single key's value; throws what its read threw when there is no earlier value. */
  async one(key: string, notBefore: number): Promise<Fresh<V>> {
    const { found, failed } = await this.get([key], notBefore);
    const entry = found.get(key);
    if (entry) return entry;
    throw failed.get(key);
  }

  /** holds tells whether a key's value, at least as new as `notBefore`, is there or on its way: asking for it costs no read of its own. */
  holds(key: string, notBefore: number): boolean {
    const least = Math.max(notBefore, this.#floor);
    const good = this.#entries.get(key)?.good;
    const flight = this.#flights.get(key);
    return (
      (good !== null && good !== undefined && good.at >= least) || (flight !== undefined && flight.startedAt >= least)
    );
  }

  /** peek gives a key's last good value, however old; undefined when there is none. For what is only a guess of what to ask next. */
  peek(key: string): V | undefined {
    return this.#entries.get(key)?.good?.value;
  }

  /** invalidate makes everything read until now too old: what was read before a change is not shown after it. */
  invalidate(): void {
    this.#floor = this.#tick();
  }

  /** retain forgets keys that are gone. */
  retain(keep: (key: string) => boolean): void {
    for (const key of this.#entries.keys()) if (!keep(key)) this.#entries.delete(key);
  }

  #take(key: string, least: number, found: Map<string, Fresh<V>>, failed: Map<string, unknown>): boolean {
    const entry = this.#entries.get(key);
    if (!entry) return false;
    const { good, failure } = entry;
    const held = failure !== null && failure.at >= least && Date.now() <= failure.heldUntil;
    if (good && (good.at >= least || held)) found.set(key, { ...good, error: failure?.error ?? null });
    else if (held) failed.set(key, failure.error);
    else return false;
    return true;
  }

  // Two moments of one millisecond must still have an order: a read that starts after a change counts as newer.
  #tick(): number {
    this.#lastTick = Math.max(Date.now(), this.#lastTick + 0.001);
    return this.#lastTick;
  }

  #start(keys: string[], notBefore: number): Flight<V> {
    const flight: Flight<V> = { startedAt: this.#tick(), result: this.#load(keys, notBefore) };
    for (const key of keys) this.#flights.set(key, flight);
    const land = () => {
      for (const key of keys) if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.result = flight.result.then(
      (values) => {
        land();
        for (const key of keys) this.#store(key, values, flight.startedAt);
        return values;
      },
      (error: unknown) => {
        land();
        for (const key of keys) this.#storeFailure(key, error, flight.startedAt);
        throw error;
      },
    );
    return flight;
  }

  #store(key: string, values: Map<string, V>, at: number): void {
    const known = this.#entries.get(key)?.good;
    if (known && known.at > at) return;
    const value = values.get(key);
    if (value === undefined) this.#entries.delete(key);
    else this.#entries.set(key, { good: { value, at }, failure: null });
  }

  #storeFailure(key: string, error: unknown, at: number): void {
    const good = this.#entries.get(key)?.good ?? null;
    if (good && good.at > at) return;
    this.#entries.set(key, { good, failure: { error, at, heldUntil: Date.now() + failureHoldsMs } });
  }

  async #settle(
    flight: Flight<V>,
    keys: string[],
    found: Map<string, Fresh<V>>,
    failed: Map<string, unknown>,
  ): Promise<void> {
    try {
      const values = await flight.result;
      for (const key of keys) {
        const value = values.get(key);
        if (value !== undefined) found.set(key, { value, at: flight.startedAt, error: null });
      }
    } catch (error) {
      for (const key of keys) {
        const good = this.#entries.get(key)?.good;
        if (good) found.set(key, { ...good, error: good.at > flight.startedAt ? null : error });
        else failed.set(key, error);
      }
    }
  }
}
