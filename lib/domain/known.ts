/** Known is a value, or the code of why it is not known; unknown is never -1 and never 0. */
export type Known<T> = { value: T } | { unknown: string };

/** known wraps a value. */
export function known<T>(value: T): Known<T> {
  return { value };
}

/** unknown says why there is no value. */
export function unknown<T>(reason: string): Known<T> {
  return { unknown: reason };
}

/** valueOf gives the value, or null when it is not known. */
export function valueOf<T>(fact: Known<T>): T | null {
  return "value" in fact ? fact.value : null;
}
