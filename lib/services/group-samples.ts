import "server-only";
import { historyIfAny } from "./cluster-history.ts";
import type { ClusterState } from "./cluster-state.ts";
import { groupProgress } from "./group-progress.ts";
import type { Samples } from "./group-row.ts";
import { groupRates, noGroupRates } from "./rates.ts";

/** groupSamples is what samples tell of a cluster's groups; nothing is read. */
export function groupSamples(state: ClusterState): Samples {
  const since = historyIfAny(state.config.id)?.since;
  return {
    rates: groupRates(state.config.id),
    progress: groupProgress(state),
    since: (status, groupId) => since?.ofStatus(status, groupId) ?? null,
  };
}

/** groupSamplesOn is what they tell of groups on one topic alone: their progress there, and no rates. */
export function groupSamplesOn(state: ClusterState, topic: string): Samples {
  const progress = groupProgress(state);
  return {
    rates: () => noGroupRates,
    progress: (groupId) => progress(groupId, topic),
    since: () => null,
  };
}
