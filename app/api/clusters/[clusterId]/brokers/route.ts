import { BrokerListQuery } from "@/lib/api/brokers.ts";
import { answer } from "@/lib/services/answer.ts";
import { listBrokers } from "@/lib/services/brokers.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string };

/** GET lists brokers. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listBrokers(params.clusterId, parseInput(BrokerListQuery, query), freshness),
);
