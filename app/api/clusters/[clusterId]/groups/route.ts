import { GroupListQuery } from "@/lib/api/groups.ts";
import { answer } from "@/lib/services/answer.ts";
import { listGroups } from "@/lib/services/groups.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string };

/** GET lists groups. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  listGroups(params.clusterId, parseInput(GroupListQuery, query), freshness),
);
