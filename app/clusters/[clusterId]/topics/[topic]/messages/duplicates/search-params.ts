import { createParser, parseAsBoolean, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import { DuplicatesQuery } from "@/lib/api/duplicates.ts";

const { start, end } = DuplicatesQuery.shape;
const parseAs = (schema: typeof start) =>
  createParser({ parse: (text) => schema.safeParse(text).data ?? null, serialize: (value: string) => value });

/** duplicatesParams are the URL's words of the page of duplicates: those of `GET topics/{topic}/messages/duplicates`, and whether the search runs when the page is opened. */
export const duplicatesParams = {
  start: parseAs(start).withDefault("oldest"),
  end: parseAs(end).withDefault("now"),
  by: parseAsStringLiteral(["content", "sequence"] as const).withDefault("content"),
  isolation: parseAsStringLiteral(["read_committed", "read_uncommitted"] as const).withDefault("read_committed"),
  run: parseAsBoolean.withDefault(false),
};

/** DuplicatesUrl is what the URL says there. */
export type DuplicatesUrl = inferParserType<typeof duplicatesParams>;

/** toDuplicatesPath is the request that the URL asks for. */
export function toDuplicatesPath(clusterId: string, topic: string, url: DuplicatesUrl): string {
  const search = new URLSearchParams(
    Object.entries(url).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])),
  );
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages/duplicates`;
  return `${path}?${search}`;
}
