import "server-only";
import type { Freshness } from "./freshness.ts";

type Answer = { asOf: string; errors: unknown[] };

const mostKept = 200;

/** KeptAnswers keeps whole answers by what was asked, so that a second look at the same list within its age costs no work. What was not whole is not kept. */
export class KeptAnswers {
  readonly #kept = new Map<string, Answer>();
  #changedAt = 0;

  /** invalidate forgets all answers; one that was begun before is not kept either. */
  invalidate(): void {
    this.#changedAt = Date.now();
    this.#kept.clear();
  }

  /** get gives the answer that is kept when it is new enough, else that of `work`. */
  async get<T extends Answer>(key: string, { notBefore }: Freshness, work: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && Date.parse(kept.asOf) >= notBefore) return kept as T;
    const answer = await work();
    if (answer.errors.length === 0 && Date.parse(answer.asOf) > this.#changedAt) this.#keep(key, answer);
    return answer;
  }

  #keep(key: string, answer: Answer): void {
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
  }
}
