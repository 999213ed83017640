/** Random gives the same sequence for the same seed. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number;
  /** One of the values. */
  pick<T>(values: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
};

/** createRandom makes a Random from a 32-bit seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const eightDigits = () =>
    int(0, 2 ** 32 - 1)
      .toString(16)
      .padStart(8, "0");
  return {
    next,
    int,
    pick: (values) => values[int(0, values.length - 1)]!,
    chance: (probability) => next() < probability,
    hex: (digits) =>
      Array.from({ length: Math.ceil(digits / 8) }, eightDigits)
        .join("")
        .slice(0, digits),
  };
}
