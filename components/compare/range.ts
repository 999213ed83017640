/** RangePlace is where a range begins or ends: at the log's own end, at a time (ISO), or at an offset, the same in every partition. */
export type RangePlace = { kind: "log" } | { kind: "time"; iso: string } | { kind: "offset"; offset: string };

/** placeKinds are the ways to say it. */
export const placeKinds = ["log", "time", "offset"] as const;

/** readPlace reads a place as a URL and the API write it: `time:ISO`, `offset:N`, anything else is the log's end. */
export function readPlace(text: string): RangePlace {
  if (text.startsWith("time:")) return { kind: "time", iso: text.slice(5) };
  return text.startsWith("offset:") ? { kind: "offset", offset: text.slice(7) } : { kind: "log" };
}

/** writePlace writes it; null is the log's end. */
export function writePlace(place: RangePlace): string | null {
  if (place.kind === "time") return `time:${place.iso}`;
  return place.kind === "offset" ? `offset:${place.offset}` : null;
}
