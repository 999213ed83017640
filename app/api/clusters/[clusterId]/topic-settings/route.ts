import { answer } from "@/lib/services/answer.ts";
import { describeTopicSettings } from "@/lib/services/topic-settings.ts";

type Params = { clusterId: string };

/** GET tells what a new topic would run with. */
export const GET = answer<Params>(({ params, freshness }) => describeTopicSettings(params.clusterId, freshness));
