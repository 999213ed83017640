import { ProduceRequest } from "@/lib/api/produce.ts";
import { answer } from "@/lib/services/answer.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { scanMessages } from "@/lib/services/messages.ts";
import { produceRecords } from "@/lib/services/produce.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** GET searches a topic's records, as a stream. */
export const GET = streamAnswer<Params>(({ params, query, signal }) =>
  scanMessages(params.clusterId, params.topic, query, signal),
);

/** POST writes records to a topic. */
export const POST = answer<Params>(async ({ params, body, validateOnly }) =>
  produceRecords(params.clusterId, params.topic, parseInput(ProduceRequest, await body()), validateOnly),
);
