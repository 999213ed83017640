import { GroupPartitionListQuery } from "@/lib/api/groups.ts";
import { answer } from "@/lib/services/answer.ts";
import { listGroupOffsets } from "@/lib/services/group-offsets.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; groupId: string };

/** GET lists the partitions of a group with committed offsets and lag. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listGroupOffsets(params.clusterId, params.groupId, parseInput(GroupPartitionListQuery, query), freshness),
);
