import { TopicGroupListQuery } from "@/lib/api/groups.ts";

/** readersQuery asks for the groups that read a topic as its header and its overview show them: the largest lag first. */
export const readersQuery: TopicGroupListQuery = TopicGroupListQuery.parse({});
