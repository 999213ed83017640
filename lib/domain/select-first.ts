/** selectFirst gives the first `limit` of many items in the order of `compare`, holding at most twice as many at a time. */
export function selectFirst<T>(items: Iterable<T>, limit: number, compare: (a: T, b: T) => number): T[] {
  let kept: T[] = [];
  let last: T | null = null;
  for (const item of items) {
    if (last !== null && compare(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length < limit * 2) continue;
    kept = kept.toSorted(compare).slice(0, limit);
    last = kept.at(-1) ?? null;
  }
  return kept.toSorted(compare).slice(0, limit);
}
