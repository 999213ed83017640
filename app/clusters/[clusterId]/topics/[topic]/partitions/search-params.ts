import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { listParams, withinBounds } from "@/components/topic/list-params.ts";
import { PartitionListQuery } from "@/lib/api/topics.ts";

/** partitionsParams are the URL's words on the partitions tab: those of `GET topics/{topic}/partitions`. */
export const partitionsParams = {
  ...listParams(100),
  sort: parseAsStringLiteral(PartitionListQuery.shape.sort.unwrap().options).withDefault("partition"),
};

/** PartitionsSearch is what the URL says there. */
export type PartitionsSearch = inferParserType<typeof partitionsParams>;

/** loadPartitionsParams reads it on the server. */
export const loadPartitionsParams = createLoader(partitionsParams);

/** toPartitionListQuery is the API's query for it. */
export function toPartitionListQuery(search: PartitionsSearch): PartitionListQuery {
  return PartitionListQuery.parse({ ...withinBounds(search), sort: search.sort });
}
