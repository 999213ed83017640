import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { listParams, withinBounds } from "@/components/topic/list-params.ts";
import { TopicGroupListQuery } from "@/lib/api/groups.ts";

/** topicGroupsParams are the URL's words on the groups tab of a topic: those of `GET topics/{topic}/groups`. */
export const topicGroupsParams = {
  ...listParams(50),
  sort: parseAsStringLiteral(TopicGroupListQuery.shape.sort.unwrap().options).withDefault("-lag"),
};

/** TopicGroupsSearch is what the URL says there. */
export type TopicGroupsSearch = inferParserType<typeof topicGroupsParams>;

/** loadTopicGroupsParams reads it on the server. */
export const loadTopicGroupsParams = createLoader(topicGroupsParams);

/** toTopicGroupListQuery is the API's query for it. */
export function toTopicGroupListQuery(search: TopicGroupsSearch): TopicGroupListQuery {
  return TopicGroupListQuery.parse({ ...withinBounds(search), sort: search.sort });
}
