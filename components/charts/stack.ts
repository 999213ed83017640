import type { Series } from "@/lib/api/history.ts";
import { type Points, rowsOf } from "./rows.ts";
import { summaryOf } from "./summary.ts";

const MOST = 8;

/** Layer is one element of a stack; `place` is its colour (0 to 7), null for the others. */
export type Layer = { name: string; place: number | null; points: Points };

// Two digits, so that elements of about the same rate do not change places, and colours, with every refresh.
const weightOf = ({ points }: Series) => Number((summaryOf(points, 1_000).mean ?? 0).toPrecision(2));

/** largestNames are the elements that get a colour of their own: the eight with the largest mean. */
export function largestNames(series: readonly Series[]): string[] {
  const elements = series.filter(({ kind }) => kind === "element");
  const ranked = elements.map((element) => ({ name: element.name, weight: weightOf(element) }));
  const sorted = ranked.toSorted((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  return sorted.slice(0, MOST).map(({ name }) => name);
}

function sumOf(parts: readonly Points[]): Points {
  return rowsOf(parts).map(({ at, values }) => {
    const known = values.filter((value) => value !== null);
    return [at, known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)];
  });
}

/** layersOf makes a stack of series of one measure: `names` each with its colour, all the rest in one layer of others. */
export function layersOf(series: readonly Series[], names: readonly string[]): Layer[] {
  const parts = series.filter(({ kind }) => kind !== "total");
  const layers = names.flatMap((name, place): Layer[] => {
    const own = parts.find((part) => part.kind === "element" && part.name === name);
    return own ? [{ name, place, points: own.points }] : [];
  });
  const rest = parts.filter(({ kind, name }) => kind === "others" || !names.includes(name));
  return rest.length === 0
    ? layers
    : [...layers, { name: "", place: null, points: sumOf(rest.map((part) => part.points)) }];
}

/** StackRow is a moment of a stack: where each layer begins and ends, null while nothing is known. */
export type StackRow = { at: number; values: (number | null)[]; bounds: ([number, number] | null)[] };

/** stackRows lays layers on each other. An element that has no value while others have one adds nothing. */
export function stackRows(layers: readonly Layer[]): StackRow[] {
  return rowsOf(layers.map(({ points }) => points)).map(({ at, values }) => {
    if (values.every((value) => value === null)) return { at, values, bounds: values.map(() => null) };
    let top = 0;
    const bounds = values.map((value): [number, number] => {
      const from = top;
      top += value ?? 0;
      return [from, top];
    });
    return { at, values, bounds };
  });
}
