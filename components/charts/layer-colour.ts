/** layerColour is the colour of a stack's layer: of the series at `place`, or of the others (null). */
export function layerColour(place: number | null): string {
  return place === null ? "var(--hw-unknown-mark)" : `var(--hw-series-${place + 1})`;
}
