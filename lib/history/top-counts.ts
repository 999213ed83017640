import { splitTop } from "../domain/top-series.ts";
import { absentCount } from "./codec.ts";
import type { CountSamples, TopSamples } from "./store.ts";
import { sizeOf } from "./sums.ts";

/** absentColumn is a column of counts that nothing was put into. */
export function absentColumn(length: number): Float64Array {
  return new Float64Array(length).fill(absentCount);
}

/** addCounts adds counts to a sum, from `at` on: one that is not known makes the sum unknown; where there was nothing to count, there is nothing to add. */
export function addCounts(sum: Float64Array, at: number, counts: ArrayLike<number>): void {
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    if (count === absentCount) continue;
    const before = sum[at + index]!;
    sum[at + index] = before === absentCount ? count : before + count;
  }
}

/** largestOf names the `most` largest, largest first. */
export function largestOf(sizes: Map<string, number>, most: number): string[] {
  return splitTop([...sizes], ([, size]) => size, most).top.map(([name]) => name);
}

/** topOf keeps of some measures the elements that are the largest by the first of them, and adds up the others. */
export function topOf(samples: CountSamples[], most: number): TopSamples[] {
  const sizes = new Map([...(samples[0]?.counts ?? [])].map(([name, counts]) => [name, sizeOf(counts)]));
  const names = largestOf(sizes, most);
  return samples.map(({ intervals, counts }) => {
    const others = absentColumn(intervals.length);
    const rest = [...counts].filter(([name]) => !names.includes(name));
    for (const [, values] of rest) addCounts(others, 0, values);
    const top = names.flatMap((name) => (counts.has(name) ? [[name, counts.get(name)!] as const] : []));
    return { intervals, top: new Map(top), others: rest.length > 0 ? others : null };
  });
}
