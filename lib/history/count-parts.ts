import { asWritten } from "./codec.ts";
import type { StoredCounts } from "./chunks.ts";
import type { Sampled } from "./minute.ts";
import type { SeriesIds } from "./series-ids.ts";
import type { Interval, TopQuery, TopSamples } from "./store.ts";
import { addTo, emptySums, putInto, sizeOf, type Sums, takeFrom, totalOf } from "./sums.ts";
import { absentColumn, largestOf } from "./top-counts.ts";
import { type Dimension, measuresOf } from "./totals.ts";

type Take = (place: number, counts: ArrayLike<number>) => void;

/** CountPart is a stretch of time of which counts are kept: those that begin at `at` of all intervals. `size` is the number of its elements, `names` their names by place. `each` hands over the counts of a measure of the elements at some places, in order (null: of all); the array may be used again for the next. `sizes` are what the known counts of a measure add up to, by place. `sums` puts those of all elements into the sums of the whole time. */
export type CountPart = {
  at: number;
  size: number;
  names(): string[];
  placeOf(name: string): number;
  each(measure: string, places: number[] | null, take: Take): void;
  sizes(measure: string): number[];
  sums(measure: string, whole: Sums): void;
};

type Stored = { at: number; kept: number[] | null; counts: StoredCounts; ids: SeriesIds };

/** storedPart is a chunk in the file; `kept` are those of its rows that count, null = all. */
export function storedPart(dimension: Dimension, { at, kept, counts, ids }: Stored): CountPart {
  return {
    at,
    size: counts.size,
    names: () => counts.ids.map((id) => ids.nameOf(id)?.name ?? ""),
    placeOf: (name) => counts.ids.indexOf(ids.find({ kind: `counted-${dimension}`, name, topic: "" }) ?? -1),
    each: (measure, places, take) =>
      counts.each(measure, places, (place, values) => take(place, kept ? kept.map((row) => values[row]!) : values)),
    sizes(measure) {
      if (!kept) return counts.sizes(measure);
      const sizes: number[] = [];
      counts.each(measure, null, (_, values) => sizes.push(sizeOf(kept.map((row) => values[row]!))));
      return sizes;
    },
    sums: (measure, whole) => putInto(whole, at, counts.sums(measure), kept),
  };
}

/** waitingPart is a round that is not written yet, as it will be. */
export function waitingPart(dimension: Dimension, at: number, { totals }: Sampled): CountPart {
  const names = [...totals[dimension].keys()];
  const countsOf = (measure: string) => {
    const column = (measuresOf[dimension] as readonly string[]).indexOf(measure);
    return [...totals[dimension].values()].map((values) => [asWritten(values[column]!)]);
  };
  return {
    at,
    size: names.length,
    names: () => names,
    placeOf: (name) => names.indexOf(name),
    each(measure, places, take) {
      const counts = countsOf(measure);
      for (const place of places ?? counts.keys()) take(place, counts[place]!);
    },
    sizes: (measure) => countsOf(measure).map(sizeOf),
    sums(measure, whole) {
      const sums = emptySums(1);
      for (const counts of countsOf(measure)) addTo(sums, counts);
      putInto(whole, at, sums, null);
    },
  };
}

/** readAll gives the counts of a measure of every element. */
export function readAll(parts: CountPart[], length: number, measure: string): Map<string, Float64Array> {
  const counts = new Map<string, Float64Array>();
  for (const part of parts) {
    const names = part.names();
    part.each(measure, null, (place, values) => {
      const name = names[place]!;
      let column = counts.get(name);
      if (!column) counts.set(name, (column = absentColumn(length)));
      column.set(values, part.at);
    });
  }
  return counts;
}

/** readOne gives the counts of measures of one element; of one that was never counted, nothing. */
export function readOne(
  parts: CountPart[],
  intervals: Interval[],
  { measures, name }: { measures: readonly string[]; name: string },
): TopSamples[] {
  const found = parts.map((part) => ({ part, place: part.placeOf(name) })).filter(({ place }) => place >= 0);
  return measures.map((measure) => {
    const column = absentColumn(intervals.length);
    for (const { part, place } of found) part.each(measure, [place], (_, values) => column.set(values, part.at));
    return { intervals, top: new Map(found.length > 0 ? [[name, column]] : []), others: null };
  });
}

function rankElements(parts: CountPart[], measure: string, most: number): string[] {
  const whole = new Map<string, number>();
  for (const part of parts) {
    const sizes = part.sizes(measure);
    part.names().forEach((name, place) => whole.set(name, (whole.get(name) ?? 0) + sizes[place]!));
  }
  return largestOf(whole, most);
}

/** readTop gives the counts of the largest elements and the sum of the others, which is what the kept sums of all leave when the largest are taken out: there may be thousands of others. */
export function readTop(
  parts: CountPart[],
  intervals: Interval[],
  { measures, most }: Pick<TopQuery, "measures" | "most">,
): TopSamples[] {
  const largest = most > 0 ? rankElements(parts, measures[0]!, most) : [];
  const found = parts.map((part) => {
    const placed = largest.map((name) => [part.placeOf(name), name] as const).filter(([place]) => place >= 0);
    const names = new Map(placed.toSorted(([a], [b]) => a - b));
    return { part, names, places: [...names.keys()] };
  });
  const hasOthers = found.some(({ part, places }) => part.size > places.length);
  return measures.map((measure) => {
    const top = new Map(largest.map((name) => [name, absentColumn(intervals.length)]));
    const sums = emptySums(intervals.length);
    for (const { part, names, places } of found) {
      part.sums(measure, sums);
      if (places.length > 0)
        part.each(measure, places, (place, values) => top.get(names.get(place)!)!.set(values, part.at));
    }
    for (const counts of top.values()) takeFrom(sums, counts);
    return { intervals, top, others: hasOthers ? totalOf(sums) : null };
  });
}
