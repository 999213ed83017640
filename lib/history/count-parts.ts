import type { StoredCounts } from "./chunks.ts";
import type { Sampled } from "./minute.ts";
import type { SeriesIds } from "./series-ids.ts";
import type { Interval, TopQuery, TopSamples } from "./store.ts";
import { absentColumn, addCounts, largestOf, sizeOf } from "./top-counts.ts";
import { type Dimension, measuresOf } from "./totals.ts";

type Take = (index: number, counts: ArrayLike<number>) => void;

/** CountPart is a stretch of time of which counts are kept: those that begin at `at` of all intervals. `each` hands over the counts of a measure of every element, by its place in `names`; the array may be used again for the next. */
export type CountPart = { at: number; names: string[]; each(measure: string, take: Take): void };

/** storedPart is a chunk in the file; `kept` are those of its rows that count, null = all. With a name, only that element. */
export function storedPart(
  dimension: Dimension,
  { at, kept, counts, ids }: { at: number; kept: number[] | null; counts: StoredCounts; ids: SeriesIds },
  name: string | undefined,
): CountPart {
  const only = name === undefined ? null : (ids.find({ kind: `counted-${dimension}`, name, topic: "" }) ?? -1);
  return {
    at,
    names:
      only === null ? counts.ids.map((id) => ids.nameOf(id)?.name ?? "") : counts.ids.includes(only) ? [name!] : [],
    each: (measure, take) =>
      counts.each(measure, only, (index, values) => take(index, kept ? kept.map((row) => values[row]!) : values)),
  };
}

/** waitingPart is a round that is not written yet. */
export function waitingPart(
  dimension: Dimension,
  at: number,
  { totals }: Sampled,
  name: string | undefined,
): CountPart {
  const counted = [...totals[dimension]].filter(([element]) => name === undefined || element === name);
  return {
    at,
    names: counted.map(([element]) => element),
    each(measure, take) {
      const column = (measuresOf[dimension] as readonly string[]).indexOf(measure);
      counted.forEach(([, values], index) => take(index, [values[column]!]));
    },
  };
}

/** readAll gives the counts of a measure of every element. */
export function readAll(parts: CountPart[], length: number, measure: string): Map<string, Float64Array> {
  const counts = new Map<string, Float64Array>();
  for (const { at, names, each } of parts) {
    each(measure, (index, values) => {
      const name = names[index]!;
      let column = counts.get(name);
      if (!column) counts.set(name, (column = absentColumn(length)));
      column.set(values, at);
    });
  }
  return counts;
}

// Elements by number, in the order they come in, and which number each place of each part has: looking them up by name
// for every part and measure takes as long as reading the counts.
function numberElements(parts: CountPart[]): { names: string[]; numbered: { part: CountPart; numbers: number[] }[] } {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    return number;
  };
  const numbered = parts.map((part) => ({ part, numbers: part.names.map(numberOf) }));
  return { names: [...numbers.keys()], numbered };
}

/** readTop gives the counts of the largest elements and the sum of the others, without ever holding those of each: there may be thousands. */
export function readTop(
  parts: CountPart[],
  intervals: Interval[],
  { measures, most }: Pick<TopQuery, "measures" | "most">,
): TopSamples[] {
  const { names, numbered } = numberElements(parts);
  const sizes = new Float64Array(names.length);
  for (const { part, numbers } of most > 0 ? numbered : []) {
    part.each(measures[0]!, (index, values) => (sizes[numbers[index]!]! += sizeOf(values)));
  }
  const largest = largestOf(new Map(names.map((name, number) => [name, sizes[number]!])), most);
  return measures.map((measure) => {
    const top = new Map(largest.map((name) => [name, absentColumn(intervals.length)]));
    const others = absentColumn(intervals.length);
    const columns = names.map((name) => top.get(name) ?? null);
    for (const { part, numbers } of numbered) {
      part.each(measure, (index, values) => {
        const column = columns[numbers[index]!];
        if (column) column.set(values, part.at);
        else addCounts(others, part.at, values);
      });
    }
    return { intervals, top, others: names.length > top.size ? others : null };
  });
}
