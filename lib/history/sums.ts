import { absentCount } from "./codec.ts";

/** Sums are one measure's counts of many elements together, by interval: what the known ones add up to, and of how many elements the count is known or not. Unlike a mere total, elements can be taken out of them again. */
export type Sums = { known: Float64Array; knownOf: Float64Array; unknownOf: Float64Array };

/** emptySums are the sums of no element. */
export function emptySums(length: number): Sums {
  return {
    known: new Float64Array(length),
    knownOf: new Float64Array(length),
    unknownOf: new Float64Array(length),
  };
}

function move({ known, knownOf, unknownOf }: Sums, counts: ArrayLike<number>, sign: 1 | -1): void {
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    if (count === absentCount) continue;
    if (Number.isNaN(count)) unknownOf[index]! += sign;
    else {
      known[index]! += sign * count;
      knownOf[index]! += sign;
    }
  }
}

/** addTo adds the counts of one element. */
export function addTo(sums: Sums, counts: ArrayLike<number>): void {
  move(sums, counts, 1);
}

/** takeFrom takes the counts of one element out again. */
export function takeFrom(sums: Sums, counts: ArrayLike<number>): void {
  move(sums, counts, -1);
}

/** putInto puts the sums of a stretch of time, of all its `rows` or of some, into those of a longer one. */
export function putInto(whole: Sums, at: number, part: Sums, rows: number[] | null): void {
  for (const name of ["known", "knownOf", "unknownOf"] as const)
    whole[name].set(rows ? rows.map((row) => part[name][row]!) : part[name], at);
}

/** totalOf is the total: not known as soon as one count is not, absentCount where there was nothing to count. */
export function totalOf({ known, knownOf, unknownOf }: Sums): Float64Array {
  return known.map((sum, index) => {
    if (unknownOf[index]! > 0) return Number.NaN;
    return knownOf[index]! > 0 ? sum : absentCount;
  });
}

/** sizeOf is what the known counts of one element add up to. */
export function sizeOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < counts.length; index++) if (counts[index]! > 0) sum += counts[index]!;
  return sum;
}
