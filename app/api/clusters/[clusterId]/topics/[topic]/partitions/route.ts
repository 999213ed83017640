import { AddPartitions, PartitionListQuery } from "@/lib/api/topics.ts";
import { addPartitions } from "@/lib/services/add-partitions.ts";
import { answer } from "@/lib/services/answer.ts";
import { parseInput } from "@/lib/services/input-error.ts";
import { listPartitions } from "@/lib/services/partitions.ts";

type Params = { clusterId: string; topic: string };

/** GET lists the partitions of a topic. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listPartitions(params.clusterId, params.topic, parseInput(PartitionListQuery, query), freshness),
);

/** POST adds partitions to a topic. */
export const POST = answer<Params>(async ({ params, body, validateOnly }) =>
  addPartitions(params.clusterId, params.topic, parseInput(AddPartitions, await body()), validateOnly),
);
