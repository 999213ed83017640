import { createLoader, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { GroupPartitionListQuery, groupPartitionSortFields } from "@/lib/api/groups.ts";

const sorts = groupPartitionSortFields.flatMap((field) => [field, `-${field}`] as const);

/** groupSearchParams is what the address of a group holds: how its partitions are ordered, which of them, and the page of them. */
export const groupSearchParams = {
  page: parseAsInteger.withDefault(1),
  sort: parseAsStringLiteral(sorts).withDefault("topic"),
  search: parseAsString.withDefault(""),
  topic: parseAsString,
};

/** GroupSearch is a group's address, read. */
export type GroupSearch = inferParserType<typeof groupSearchParams>;

/** loadSearchParams reads the address on the server. */
export const loadSearchParams = createLoader(groupSearchParams);

/** toGroupPartitionListQuery makes of an address what `GET groups/{groupId}/offsets` takes; one that the API would refuse is the first page. */
export function toGroupPartitionListQuery({ topic, ...rest }: GroupSearch): GroupPartitionListQuery {
  const asked = GroupPartitionListQuery.safeParse({ ...rest, topic: topic ?? undefined });
  return asked.data ?? GroupPartitionListQuery.parse({});
}
