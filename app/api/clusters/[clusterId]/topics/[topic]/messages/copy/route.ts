import { CopyRequest } from "@/lib/api/copy.ts";
import { ChangeQuery } from "@/lib/api/common.ts";
import { copyRecords } from "@/lib/services/copy-records.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { streamAnswer } from "@/lib/services/stream-answer.ts";

type Params = { clusterId: string; topic: string };

/** POST copies records of a topic to a topic, and tells how far it is as a stream. */
export const POST = streamAnswer<Params>(async ({ params, query, body, signal }) => {
  const { validateOnly } = parseInput(ChangeQuery, query);
  const input = parseInput(CopyRequest, await body());
  return copyRecords(params.clusterId, params.topic, input, validateOnly ?? false, signal);
});
