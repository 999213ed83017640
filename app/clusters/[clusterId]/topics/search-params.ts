import {
  createLoader,
  type inferParserType,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { TopicListQuery } from "@/lib/api/topics.ts";

const sorts = TopicListQuery.shape.sort.unwrap().options;

/** topicsParams are the URL's words on the topics page: those of `GET topics`. `internal=true` shows the internal topics among the others. */
export const topicsParams = {
  search: parseAsString.withDefault(""),
  attention: parseAsBoolean.withDefault(false),
  compacted: parseAsBoolean.withDefault(false),
  empty: parseAsBoolean.withDefault(false),
  underReplicated: parseAsBoolean.withDefault(false),
  internal: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(sorts).withDefault("name"),
  page: parseAsInteger.withDefault(1),
  pageSize: parseAsInteger.withDefault(50),
};

/** TopicsSearch is what the URL says on the topics page. */
export type TopicsSearch = inferParserType<typeof topicsParams>;

/** loadTopicsParams reads it on the server. */
export const loadTopicsParams = createLoader(topicsParams);

const only = (flag: boolean) => (flag ? "true" : undefined);

/** toTopicListQuery is the API's query for what the URL says; figures out of range become the nearest allowed ones. */
export function toTopicListQuery(search: TopicsSearch): TopicListQuery {
  return TopicListQuery.parse({
    page: Math.max(1, search.page),
    pageSize: Math.min(500, Math.max(1, search.pageSize)),
    search: search.search.slice(0, 249),
    sort: search.sort,
    attention: only(search.attention),
    compacted: only(search.compacted),
    empty: only(search.empty),
    underReplicated: only(search.underReplicated),
    internal: search.internal ? undefined : "false",
    include: "readers,totals",
  });
}
