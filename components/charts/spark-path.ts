import type { Points } from "./rows.ts";

/** SparkShape is a small line as SVG: its path, the area under it, and where its dot stands (null without a value). */
export type SparkShape = { line: string; area: string; dot: [number, number] | null };

const INSET = 3;
const round = (value: number) => Math.round(value * 10) / 10;

/** sparkShape fits points into a box, from 0 to their peak; a null breaks the line. */
export function sparkShape(points: Points, width: number, height: number): SparkShape {
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const peak = Math.max(...points.map(([, value]) => value ?? 0), Number.MIN_VALUE);
  const x = (at: number) =>
    round(last === first ? width - INSET : INSET + ((at - first) / (last - first)) * (width - 2 * INSET));
  const y = (value: number) => round(height - INSET - (Math.max(0, value) / peak) * (height - 2 * INSET));
  const runs: [number, number][][] = [[]];
  for (const [at, value] of points) {
    if (value === null) runs.push([]);
    else runs.at(-1)!.push([x(at), y(value)]);
  }
  const known = runs.filter((run) => run.length > 0);
  const path = (run: [number, number][]) =>
    run.map(([left, top], index) => `${index === 0 ? "M" : "L"}${left} ${top}`).join("");
  const floor = height - INSET;
  const under = (run: [number, number][]) => `${path(run)}L${run.at(-1)![0]} ${floor}L${run[0]![0]} ${floor}Z`;
  return { line: known.map(path).join(""), area: known.map(under).join(""), dot: known.at(-1)?.at(-1) ?? null };
}
