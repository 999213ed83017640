import { ThroughputQuery } from "@/lib/api/history.ts";
import { answer } from "@/lib/services/answer.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { describeThroughput } from "@/lib/services/throughput.ts";

type Params = { clusterId: string };

/** GET tells rates over time. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  describeThroughput(params.clusterId, parseInput(ThroughputQuery, query), freshness),
);
