import { ConfigListQuery, ConfigPatch } from "@/lib/api/configs.ts";
import { answer } from "@/lib/services/answer.ts";
import { changeTopicConfigs } from "@/lib/services/change-configs.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { listTopicConfigs } from "@/lib/services/topic-configs.ts";

type Params = { clusterId: string; topic: string };

/** GET lists the settings of a topic. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listTopicConfigs(params.clusterId, params.topic, parseInput(ConfigListQuery, query), freshness),
);

/** PATCH changes settings of a topic, and leaves the others alone. */
export const PATCH = answer<Params>(async ({ params, body, validateOnly }) =>
  changeTopicConfigs(params.clusterId, params.topic, parseInput(ConfigPatch, await body()), validateOnly),
);
