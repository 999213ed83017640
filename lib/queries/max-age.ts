/** maxAgeOf is how old an answer may be (ms) for the one who asks, as `useLiveOptions` says it in a query's meta; undefined leaves it to the server's refresh rate. */
export function maxAgeOf(meta: Record<string, unknown> | undefined): number | undefined {
  const age = meta?.["maxAgeMs"];
  return typeof age === "number" ? age : undefined;
}
