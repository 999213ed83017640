import { BrokerId } from "@/lib/api/brokers.ts";
import { answer } from "@/lib/services/answer.ts";
import { describeBroker } from "@/lib/services/brokers.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; brokerId: string };

/** GET describes one broker. */
export const GET = answer<Params>(({ params, freshness }) => {
  const { brokerId } = parseInput(BrokerId, { brokerId: params.brokerId });
  return describeBroker(params.clusterId, brokerId, freshness);
});
