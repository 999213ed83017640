import { DeleteRecords } from "@/lib/api/topics.ts";
import { answer } from "@/lib/services/answer.ts";
import { deleteRecords } from "@/lib/services/delete-records.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; topic: string };

/** POST deletes the records of a topic below offsets, or before a time. */
export const POST = answer<Params>(async ({ params, body, validateOnly }) =>
  deleteRecords(params.clusterId, params.topic, parseInput(DeleteRecords, await body()), validateOnly),
);
