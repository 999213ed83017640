/** SortKey is what an element is ordered by; null (not known) always comes last. */
export type SortKey = bigint | number | string | null;

function compare(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  return a! < b! ? -1 : 1;
}

/** sortBy orders elements by a key, ties by `tie` ascending; unknown comes last in both directions. */
export function sortBy<T>(items: T[], key: (item: T) => SortKey, descending: boolean, tie: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: key(item), tie: tie(item) }));
  keyed.sort((a, b) => {
    if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
    const order = descending ? compare(b.key, a.key) : compare(a.key, b.key);
    return order === 0 ? compare(a.tie, b.tie) : order;
  });
  return keyed.map(({ item }) => item);
}

/** Page is one page of a list; `page` is clamped to the last one. */
export type Page<T> = { page: number; pageSize: number; total: number; items: T[] };

/** paginate cuts one page out of a list. */
export function paginate<T>(items: T[], page: number, pageSize: number): Page<T> {
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const current = Math.min(page, last);
  return {
    page: current,
    pageSize,
    total: items.length,
    items: items.slice((current - 1) * pageSize, current * pageSize),
  };
}
