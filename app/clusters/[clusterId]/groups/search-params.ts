import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { GroupListQuery, groupSortFields, GroupState, GroupType } from "@/lib/api/groups.ts";

const sorts = groupSortFields.flatMap((field) => [field, `-${field}`] as const);

/** groupsSearchParams is what the address of the group list holds: the API's own words; the largest lag stands first. */
export const groupsSearchParams = {
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsInteger.withDefault(50),
  sort: parseAsStringLiteral(sorts).withDefault("-lag"),
  search: parseAsString.withDefault(""),
  state: parseAsStringLiteral(GroupState.options),
  type: parseAsStringLiteral(GroupType.options),
  topic: parseAsString,
  attention: parseAsBoolean,
};

/** GroupsSearch is the group list's address, read. */
export type GroupsSearch = inferParserType<typeof groupsSearchParams>;

/** loadSearchParams reads the address on the server. */
export const loadSearchParams = createLoader(groupsSearchParams);

/** toGroupListQuery makes of an address what `GET groups` takes; an address that the API would refuse is the list's first page. */
export function toGroupListQuery({ state, type, topic, attention, ...rest }: GroupsSearch): GroupListQuery {
  const asked = GroupListQuery.safeParse({
    ...rest,
    state: state ?? undefined,
    type: type ?? undefined,
    topic: topic ?? undefined,
    attention: attention === null ? undefined : String(attention),
  });
  return asked.data ?? GroupListQuery.parse({ sort: groupsSearchParams.sort.defaultValue });
}
