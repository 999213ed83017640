type Point = [number, number | null];
type Valued = [number, number];
type Run = { gap: true; points: Point[] } | { gap: false; points: Valued[] };

/** downsample thins points `[x, y or null]` (x rising) to about `most` that look the same: Largest-Triangle-Three-Buckets (Sveinn Steinarsson, "Downsampling Time Series for Visual Representation", 2013) on each run of values. The first and last point stay, each run of nulls stays as one null, each run of values keeps its ends; only where that alone takes more than `most` are there more. Around each of `edges` (x of what broke the line, rising) the points before and after stay too. Short enough input is returned as it is. */
export function downsample(points: Point[], most: number, edges: readonly number[] = []): Point[] {
  if (points.length <= most) return points;
  const runs = toRuns(points, edges);
  const counts = shareOut(
    runs.filter(({ gap }) => !gap).map((run) => run.points.length),
    most - runs.filter(({ gap }) => gap).length,
  );
  return runs.flatMap((run, index): Point[] =>
    run.gap ? thinGap(run.points, index === runs.length - 1, index === 0) : thinValues(run.points, counts.shift()!),
  );
}

function toRuns(points: Point[], edges: readonly number[]): Run[] {
  const runs: Run[] = [];
  let passed = 0;
  for (const point of points) {
    const gap = point[1] === null;
    let run = runs.at(-1);
    const before = passed;
    while (passed < edges.length && edges[passed]! <= point[0]) passed += 1;
    const breaks = run?.gap !== gap || (!gap && passed > before);
    if (!run || breaks) runs.push((run = { gap, points: [] } as Run));
    (run.points as Point[]).push(point);
  }
  return runs;
}

function thinGap(points: Point[], isLast: boolean, isFirst: boolean): Point[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  if (!isLast) return [first];
  return isFirst && first !== last ? [first, last] : [last];
}

/** shareOut gives each run its two ends, and of the rest a share by what it has beyond them. */
function shareOut(lengths: number[], most: number): number[] {
  const least = lengths.map((length) => Math.min(length, 2));
  const rest = Math.max(0, most - least.reduce((sum, count) => sum + count, 0));
  const beyond = lengths.reduce((sum, length, index) => sum + length - least[index]!, 0);
  const share = beyond === 0 ? 0 : Math.min(1, rest / beyond);
  return lengths.map((length, index) => least[index]! + Math.floor((length - least[index]!) * share));
}

/** thinValues is LTTB: of each bucket the point that spans the largest triangle with the point chosen before and the mean of the next bucket. */
function thinValues(points: Valued[], count: number): Valued[] {
  if (count >= points.length) return points;
  const kept = [points[0]!];
  const width = (points.length - 2) / (count - 2);
  const bucket = (index: number) => points.slice(Math.floor(index * width) + 1, Math.floor((index + 1) * width) + 1);
  for (let index = 0; index < count - 2; index += 1) {
    const next = index === count - 3 ? [points.at(-1)!] : bucket(index + 1);
    kept.push(largestTriangle(kept.at(-1)!, bucket(index), meanOf(next)));
  }
  return [...kept, points.at(-1)!];
}

function meanOf(points: Valued[]): Valued {
  const [x, y] = points.reduce<Valued>((sum, point) => [sum[0] + point[0], sum[1] + point[1]], [0, 0]);
  return [x / points.length, y / points.length];
}

function largestTriangle(before: Valued, candidates: Valued[], after: Valued): Valued {
  let best = candidates[0]!;
  let largest = -1;
  for (const point of candidates) {
    // Twice the area: only the order counts.
    const area = Math.abs(
      (before[0] - after[0]) * (point[1] - before[1]) - (before[0] - point[0]) * (after[1] - before[1]),
    );
    if (area > largest) [best, largest] = [point, area];
  }
  return best;
}
