import { answer } from "@/lib/services/answer.ts";
import { describeCluster } from "@/lib/services/clusters.ts";

type Params = { clusterId: string };

/** GET describes one cluster. */
export const GET = answer<Params>(({ params, freshness }) => describeCluster(params.clusterId, freshness));
