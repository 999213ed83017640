import { CreateTopic, TopicListQuery } from "@/lib/api/topics.ts";
import { answer } from "@/lib/services/answer.ts";
import { createTopic } from "@/lib/services/create-topic.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { listTopics } from "@/lib/services/topics.ts";

type Params = { clusterId: string };

/** GET lists topics. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listTopics(params.clusterId, parseInput(TopicListQuery, query), freshness),
);

/** POST creates a topic. */
export const POST = answer<Params>(async ({ params, body, validateOnly }) =>
  createTopic(params.clusterId, parseInput(CreateTopic, await body()), validateOnly),
);
