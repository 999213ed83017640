/** Fresh is a value and when its read started (ms since the epoch): it is at least that new. `error` is why the newest try failed, null when it did not; the value is then the last good one. */
export type Fresh<V> = { value: V; at: number; error: unknown };

type Failure = { error: unknown; at: number; heldUntil: number };
type Flight<V> = { startedAt: number; result: Promise<Map<string, V>> };
// What is known of a key: its last good value, why the newest try failed, and the read that is under way.
type Entry<V> = { good: Fresh<V> | null; failure: Failure | null; flight: Flight<V> | null };

const failureHoldsMs = 1000;

function isHeld(failure: Failure | null, least: number): failure is Failure {
  return failure !== null && failure.at >= least && Date.now() <= failure.heldUntil;
}

function isTold<V>({ good, failure }: Entry<V>, least: number): boolean {
  return (good !== null && good.at >= least) || isHeld(failure, least);
}

function isUnderWay<V>({ flight }: Entry<V>, least: number): boolean {
  return flight !== null && flight.startedAt >= least;
}

function tell<V>(key: string, { good, failure }: Entry<V>, found: Map<string, Fresh<V>>, failed: Map<string, unknown>) {
  if (!good) failed.set(key, failure!.error);
  else found.set(key, failure ? { ...good, error: failure.error } : good);
}

/** FreshMap keeps what was read from Kafka by key, with its age. Callers say how new a value must be (`notBefore`, ms since the epoch): one new enough is shared, also one that is being read, so two people looking at the same list cost one read. Keys that are missing or too old are read together in one batch. A failure is told again for a second before the next try. */
export class FreshMap<V> {
  readonly #load: (keys: string[], notBefore: number) => Promise<Map<string, V>>;
  readonly #entries = new Map<string, Entry<V>>();
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
      const entry = this.#entries.get(key);
      const flight = entry?.flight;
      if (entry && isTold(entry, least)) tell(key, entry, found, failed);
      else if (!flight || flight.startedAt < least) missing.push(key);
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

  /** begin reads the keys that `get` would have to read, and waits for nothing: for what will be asked for in a moment. */
  begin(keys: Iterable<string>, notBefore: number): void {
    const least = Math.max(notBefore, this.#floor);
    const missing: string[] = [];
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (!entry || !(isTold(entry, least) || isUnderWay(entry, least))) missing.push(key);
    }
    if (missing.length > 0) this.#start(missing, notBefore).result.catch(() => undefined);
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
    const entry = this.#entries.get(key);
    if (!entry) return false;
    return (entry.good !== null && entry.good.at >= least) || isUnderWay(entry, least);
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
    for (const key of this.#entries.keys()) {
      if (keep(key)) continue;
      const { flight } = this.#entries.get(key)!;
      if (flight) this.#entries.set(key, { good: null, failure: null, flight });
      else this.#entries.delete(key);
    }
  }

  // Two moments of one millisecond must still have an order: a read that starts after a change counts as newer.
  #tick(): number {
    this.#lastTick = Math.max(Date.now(), this.#lastTick + 0.001);
    return this.#lastTick;
  }

  #start(keys: string[], notBefore: number): Flight<V> {
    const flight: Flight<V> = { startedAt: this.#tick(), result: this.#load(keys, notBefore) };
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (entry) entry.flight = flight;
      else this.#entries.set(key, { good: null, failure: null, flight });
    }
    flight.result = flight.result.then(
      (values) => {
        for (const key of keys) this.#store(key, values.get(key), flight);
        return values;
      },
      (error: unknown) => {
        for (const key of keys) this.#storeFailure(key, error, flight);
        throw error;
      },
    );
    return flight;
  }

  // What a read tells of a key is of no use where one that began later has told already.
  #land(key: string, flight: Flight<V>): Entry<V> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (entry.flight === flight) entry.flight = null;
    return entry.good && entry.good.at > flight.startedAt ? null : entry;
  }

  #store(key: string, value: V | undefined, flight: Flight<V>): void {
    const entry = this.#land(key, flight);
    if (!entry) return;
    entry.good = value === undefined ? null : { value, at: flight.startedAt, error: null };
    entry.failure = null;
    if (!entry.good && !entry.flight) this.#entries.delete(key);
  }

  #storeFailure(key: string, error: unknown, flight: Flight<V>): void {
    const entry = this.#land(key, flight);
    if (entry) entry.failure = { error, at: flight.startedAt, heldUntil: Date.now() + failureHoldsMs };
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
        const good = this.#entries.get(key)?.good;
        const value = values.get(key);
        if (good?.at === flight.startedAt) found.set(key, good);
        else if (value !== undefined) found.set(key, { value, at: flight.startedAt, error: null });
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
