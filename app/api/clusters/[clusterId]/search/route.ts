import { SearchQuery } from "@/lib/api/search.ts";
import { answer } from "@/lib/services/answer.ts";
import { search } from "@/lib/services/search.ts";
import { parseInput } from "@/lib/services/input-error.ts";

type Params = { clusterId: string };

/** GET finds topics, groups and brokers by name. */
export const GET = answer<Params>(({ params, query, freshness }) =>
  search(params.clusterId, parseInput(SearchQuery, query), freshness),
);
