import { KeyQuery } from "@/lib/api/keys.ts";
import { answer } from "@/lib/services/answer.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { findKey } from "@/lib/services/message-key.ts";

type Params = { clusterId: string; topic: string };

/** GET tells to which partition each common partitioner sends a key. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  findKey(params.clusterId, params.topic, parseInput(KeyQuery, query), freshness),
);
