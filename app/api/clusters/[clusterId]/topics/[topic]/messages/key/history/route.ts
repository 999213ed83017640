import { streamKeyHistory } from "@/lib/services/key-history.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** GET tells all records of a key in order and what is odd about it, as a stream. */
export const GET = streamAnswer<Params>(({ params, query, signal }) =>
  streamKeyHistory(params.clusterId, params.topic, query, signal),
);
