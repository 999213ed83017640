import { answer } from "@/lib/services/answer.ts";
import { describeGroup } from "@/lib/services/group-detail.ts";

type Params = { clusterId: string; groupId: string };

/** GET describes one group. */
export const GET = answer<Params>(({ params, freshness }) =>
  describeGroup(params.clusterId, params.groupId, freshness),
);
