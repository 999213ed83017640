import { TopicGroupListQuery } from "@/lib/api/groups.ts";
import { answer } from "@/lib/services/answer.ts";
import { listTopicGroups } from "@/lib/services/topic-groups.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; topic: string };

/** GET lists the groups that read a topic. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listTopicGroups(params.clusterId, params.topic, parseInput(TopicGroupListQuery, query), freshness),
);
