import { streamCompare } from "@/lib/services/compare.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** GET compares a topic with another one, as a stream. */
export const GET = streamAnswer<Params>(({ params, query, signal }) =>
  streamCompare(params.clusterId, params.topic, query, signal),
);
