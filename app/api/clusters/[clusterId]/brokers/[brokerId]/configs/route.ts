import { BrokerId } from "@/lib/api/brokers.ts";
import { ConfigListQuery } from "@/lib/api/configs.ts";
import { answer } from "@/lib/services/answer.ts";
import { listBrokerConfigs } from "@/lib/services/broker-configs.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; brokerId: string };

/** GET lists the settings of a broker. */
export const GET = answer<Params>(({ params, query, freshness }) => {
  const { brokerId } = parseInput(BrokerId, { brokerId: params.brokerId });
  return listBrokerConfigs(params.clusterId, brokerId, parseInput(ConfigListQuery, query), freshness);
});
