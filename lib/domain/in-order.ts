/** inOrder gives items in ascending order of a number: themselves when they already are, as brokers mostly tell them. */
export function inOrder<T>(items: T[], numberOf: (item: T) => number): T[] {
  for (let index = 1; index < items.length; index++)
    if (numberOf(items[index - 1]!) > numberOf(items[index]!))
      return items.toSorted((a, b) => numberOf(a) - numberOf(b));
  return items;
}
