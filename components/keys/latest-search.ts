import { type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { type LatestSearch, LatestSort } from "@/lib/api/keys.ts";
import { Decoding } from "@/lib/api/messages.ts";

/** LATEST_LIMIT is how many keys the page shows at most. */
export const LATEST_LIMIT = 500;

/** latestParams are the URL's words of the table of latest values: those of `GET topics/{topic}/messages/latest`, and the page of its rows. */
export const latestParams = {
  search: parseAsString.withDefault(""),
  deleted: parseAsStringLiteral(["include", "exclude", "only"] as const).withDefault("include"),
  sort: parseAsStringLiteral(LatestSort.options).withDefault("-time"),
  keyAs: parseAsStringLiteral(Decoding.options).withDefault("auto"),
  page: parseAsInteger.withDefault(1),
};

/** LatestUrl is what the URL says there. */
export type LatestUrl = inferParserType<typeof latestParams>;

/** SetLatestUrl changes it; null takes a word's default. */
export type SetLatestUrl = (change: { [K in keyof LatestUrl]?: LatestUrl[K] | null }) => unknown;

/** toLatestSearch is the table that the URL asks for, in the order of `sort`. */
export function toLatestSearch({ search, deleted, keyAs }: LatestUrl, sort: LatestSort): LatestSearch {
  return { search, deleted, keyAs, sort, limit: String(LATEST_LIMIT) };
}
