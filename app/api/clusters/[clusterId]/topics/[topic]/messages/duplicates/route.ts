import { streamDuplicates } from "@/lib/services/duplicates.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** GET finds the records of a topic that are there more than once, as a stream. */
export const GET = streamAnswer<Params>(({ params, query, signal }) =>
  streamDuplicates(params.clusterId, params.topic, query, signal),
);
