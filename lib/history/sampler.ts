import "server-only";

/** SamplerOptions: how often to sample (ms), what one round does (it throws when the cluster does not answer), and who hears of a failure. */
export type SamplerOptions = {
  everyMs: number;
  round: () => Promise<void>;
  failed: (error: unknown, nextInMs: number) => void;
};

const longestPauseMs = 60_000;

/** Sampler runs rounds on a fixed beat, never two at once; a round that takes longer than a beat makes the next one wait for the beat after. While rounds fail it waits twice as long each time, up to a minute. */
export class Sampler {
  readonly #options: SamplerOptions;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #failures = 0;

  constructor(options: SamplerOptions) {
    this.#options = options;
  }

  /** start begins with a round at once. */
  start(): void {
    this.#schedule(0);
  }

  /** stop ends it at once; a round that runs finishes unheard. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(inMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#run(), inMs);
    // A process that has nothing else to do may end.
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    const { everyMs, round, failed } = this.#options;
    let pause: number;
    try {
      await round();
      this.#failures = 0;
      pause = everyMs - (Date.now() % everyMs);
    } catch (error) {
      this.#failures += 1;
      pause = Math.min(everyMs * 2 ** (this.#failures - 1), Math.max(everyMs, longestPauseMs));
      if (!this.#stopped) failed(error, pause);
    }
    this.#schedule(pause);
  }
}
