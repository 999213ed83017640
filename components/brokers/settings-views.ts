import { ConfigListQuery } from "@/lib/api/configs.ts";

/** otherViewQuery asks how many settings the other view holds (all, or those that are set) under the same search: the smallest page of it tells. */
export function otherViewQuery({
  search,
  overridden,
}: Pick<ConfigListQuery, "search" | "overridden">): ConfigListQuery {
  return ConfigListQuery.parse({ search, pageSize: 1, overridden: overridden ? undefined : "true" });
}
