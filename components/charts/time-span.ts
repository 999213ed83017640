/** TimeSpan is what a chart shows: epoch ms from its left to its right edge, and the distance of two points. */
export type TimeSpan = { from: number; to: number; step: number };

/** spanOf is the span of an answer. */
export function spanOf({ from, to, step }: { from: string; to: string; step: number }): TimeSpan {
  return { from: Date.parse(from), to: Date.parse(to), step };
}

/** shareAt is where a moment lies between the edges of a span: 0 at the left, 1 at the right. */
export function shareAt(at: number, { from, to }: Pick<TimeSpan, "from" | "to">): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}
