import { parseAsInteger, parseAsString } from "nuqs/server";

/** listParams are the URL's words of every list under a topic beside its order, with the list's own page size. */
export const listParams = (pageSize: number) => ({
  search: parseAsString.withDefault(""),
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsInteger.withDefault(pageSize),
});

type List = { search: string; page: number; pageSize: number };

/** withinBounds brings what a URL says of a list to what the API takes. */
export function withinBounds({ search, page, pageSize }: List): List {
  return { search: search.slice(0, 249), page: Math.max(1, page), pageSize: Math.min(500, Math.max(1, pageSize)) };
}
