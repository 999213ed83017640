import { answer } from "@/lib/services/answer.ts";
import { describeOverview } from "@/lib/services/overview.ts";

type Params = { clusterId: string };

/** GET describes the whole cluster at a glance. */
export const GET = answer<Params>(({ params, freshness }) => describeOverview(params.clusterId, freshness));
