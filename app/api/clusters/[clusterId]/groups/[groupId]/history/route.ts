import { GroupHistoryQuery } from "@/lib/api/history.ts";
import { answer } from "@/lib/services/answer.ts";
import { describeGroupHistory } from "@/lib/services/group-history.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string; groupId: string };

/** GET tells how far a group was behind over time, and how it goes on. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  describeGroupHistory(params.clusterId, params.groupId, parseInput(GroupHistoryQuery, query), freshness),
);
