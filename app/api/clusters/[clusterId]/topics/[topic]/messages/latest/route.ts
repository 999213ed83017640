import { streamLatest } from "@/lib/services/latest.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** GET tells the newest value of each key, as a stream. */
export const GET = streamAnswer<Params>(({ params, query, signal }) =>
  streamLatest(params.clusterId, params.topic, query, signal),
);
