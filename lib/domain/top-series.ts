/** splitTop gives the `most` largest elements by sizeOf, and the others; both largest first, and equal ones in the order they came in. */
export function splitTop<T>(elements: T[], sizeOf: (element: T) => number, most: number): { top: T[]; others: T[] } {
  const sized = elements.map((element) => ({ element, size: sizeOf(element) }));
  const sorted = sized.toSorted((a, b) => b.size - a.size).map(({ element }) => element);
  return { top: sorted.slice(0, most), others: sorted.slice(most) };
}
