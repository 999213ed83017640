"use client";

import { useQueryStates } from "nuqs";
import { useHistoryKept } from "@/components/charts/history-kept.tsx";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import { type HistorySearch, historyParams } from "./history-params.ts";
import { hasNoHistory, useGroupHistory } from "./use-group-history.ts";

const NOW = { lastMs: 15 * 60_000 };

/** Sampled is what the samples say of a group: nothing, since none are kept; not read yet; not read for a reason; or the group as it is `now` and in the time that the charts show. */
export type Sampled =
  | { state: "off" }
  | { state: "pending" }
  | { state: "failed"; error: unknown; refetch: () => unknown }
  | { state: "ready"; now: GroupHistory; shown: GroupHistory; error: unknown; refetch: () => unknown };

/** useSampled is the live history of a group in the time that the URL says, and the way to say another. */
export function useSampled(clusterId: string, groupId: string) {
  const kept = useHistoryKept();
  const [search, setSearch] = useQueryStates(historyParams);
  const ask = toTimeAsk(search);
  const ended = "to" in ask;
  const shown = useGroupHistory(clusterId, groupId, kept ? ask : null);
  const live = useGroupHistory(clusterId, groupId, kept ? (ended ? NOW : ask) : null);
  const onSearch = (change: Partial<HistorySearch>, push = false) =>
    void setSearch(change, { history: push ? "push" : "replace" });
  const sampled = ((): Sampled => {
    const error = live.error ?? shown.error;
    const refetch = () => Promise.all([live.refetch(), shown.refetch()]);
    if (!kept || (hasNoHistory(error) && !live.data)) return { state: "off" };
    if (live.data && shown.data) return { state: "ready", now: live.data, shown: shown.data, error, refetch };
    return error ? { state: "failed", error, refetch } : { state: "pending" };
  })();
  return { sampled, kept, search, onSearch };
}
