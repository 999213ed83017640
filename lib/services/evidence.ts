import type { ElementError } from "../api/common.ts";
import { toKafkaError } from "../kafka/to-kafka-error.ts";
import type { Fresh } from "./fresh-map.ts";

/** Evidence gathers how old the data of an answer is and what of it could not be read. */
export class Evidence {
  #oldest = Number.POSITIVE_INFINITY;
  readonly #errors = new Map<string, ElementError>();

  /** take uses a value, remembers its age, and that its newest read failed when it did. */
  take<V>(fresh: Fresh<V>, element: string): V {
    this.#oldest = Math.min(this.#oldest, fresh.at);
    if (fresh.error !== null) this.fail(element, fresh.error);
    return fresh.value;
  }

  /** fail says of an element that it could not be read; the first word on an element stays. */
  fail(element: string, error: unknown): void {
    const { code, message } = toKafkaError(error, element);
    this.note({ element, code, message });
  }

  /** note adds one error; the first word on an element stays. */
  note(error: ElementError): void {
    if (!this.#errors.has(error.element)) this.#errors.set(error.element, error);
  }

  /** values takes several values at once. */
  values<V>(
    result: { found: Map<string, Fresh<V>>; failed: Map<string, unknown> },
    elementOf: (key: string) => string,
  ): Map<string, V> {
    for (const [key, error] of result.failed) this.fail(elementOf(key), error);
    const values = new Map<string, V>();
    for (const [key, fresh] of result.found) values.set(key, this.take(fresh, elementOf(key)));
    return values;
  }

  /** answer gives `asOf` and `errors` of a read answer. */
  answer(): { asOf: string; errors: ElementError[] } {
    const at = Number.isFinite(this.#oldest) ? this.#oldest : Date.now();
    return { asOf: new Date(at).toISOString(), errors: [...this.#errors.values()] };
  }
}
