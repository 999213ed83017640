import { createParser, type inferParserType, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CompareQuery } from "@/lib/api/compare.ts";

const { start, end } = CompareQuery.shape;
const parseAs = (schema: typeof start) =>
  createParser({ parse: (text) => schema.safeParse(text).data ?? null, serialize: (value: string) => value });
const parseAsStart = parseAs(start).withDefault("oldest");
const parseAsEnd = parseAs(end).withDefault("now");

/** compareParams are the URL's words of the page that compares: those of `GET topics/{topic}/messages/compare`, and whether the comparison runs when the page is opened. */
export const compareParams = {
  with: parseAsString.withDefault(""),
  withCluster: parseAsString.withDefault(""),
  start: parseAsStart,
  end: parseAsEnd,
  withStart: parseAsStart,
  withEnd: parseAsEnd,
  isolation: parseAsStringLiteral(["read_committed", "read_uncommitted"] as const).withDefault("read_committed"),
  run: parseAsBoolean.withDefault(false),
};

/** CompareUrl is what the URL says there. */
export type CompareUrl = inferParserType<typeof compareParams>;

/** toComparePath is the request that the URL asks for. */
export function toComparePath(clusterId: string, topic: string, url: CompareUrl): string {
  const search = new URLSearchParams(
    Object.entries(url).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])),
  );
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/topics/${encodeURIComponent(topic)}/messages/compare`;
  return `${path}?${search}`;
}
