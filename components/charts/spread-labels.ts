/** spreadLabels moves labels apart that stand above each other: at least `gap` px between two, within the bounds, each as near to its wish as the order of the wishes lets it be. */
export function spreadLabels(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).toSorted((a, b) => a.wish - b.wish);
  let least = low;
  const places = order.map(({ wish }) => {
    const place = Math.max(least, wish);
    least = place + gap;
    return place;
  });
  let most = high;
  for (const index of places.keys().toArray().toReversed()) {
    const place = Math.min(places[index]!, most);
    places[index] = place;
    most = place - gap;
  }
  const found = wishes.map(() => 0);
  for (const [place, { index }] of order.entries()) found[index] = places[place]!;
  return found;
}
