import { answer } from "@/lib/services/answer.ts";
import { listClusters } from "@/lib/services/clusters.ts";

/** GET lists the configured clusters. */
export const GET = answer(({ freshness }) => listClusters(freshness));
