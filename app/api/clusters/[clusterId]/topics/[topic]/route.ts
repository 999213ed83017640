import { answer } from "@/lib/services/answer.ts";
import { deleteTopic } from "@/lib/services/delete-topic.ts";
import { describeTopic } from "@/lib/services/topic-detail.ts";

type Params = { clusterId: string; topic: string };

/** GET describes one topic. */
export const GET = answer<Params>(({ params, freshness }) => describeTopic(params.clusterId, params.topic, freshness));

/** DELETE deletes a topic for good. */
export const DELETE = answer<Params>(({ params, validateOnly }) =>
  deleteTopic(params.clusterId, params.topic, validateOnly),
);
