"use client";

import { useQuery } from "@tanstack/react-query";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import { ApiError } from "@/lib/api/client.ts";
import { groupHistoryQuery, type GroupHistoryAsk } from "@/lib/queries/group-history.ts";

// What a range that has ended says does not change any more.
const ENDED = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

/** hasNoHistory tells whether a read failed because no history is kept, or no sample knows the group: then there is nothing to show, and nothing is wrong. */
export function hasNoHistory(error: unknown): boolean {
  return error instanceof ApiError && (error.code === "UNSUPPORTED" || error.code === "NOT_FOUND");
}

/** useGroupHistory is the live query of a group's history, or of a part of it; a time that ended is read once. Null asks for nothing. */
export function useGroupHistory(clusterId: string, groupId: string, ask: GroupHistoryAsk | null) {
  const live = useLiveOptions();
  const { refetchInterval } = live;
  const polled = {
    ...live,
    // An answer that will not change is not asked for again and again.
    refetchInterval: ({ state }: { state: { error: unknown } }) => !hasNoHistory(state.error) && refetchInterval,
  };
  const options = ask && "to" in ask ? ENDED : polled;
  const retry = (failures: number, error: unknown) => !hasNoHistory(error) && failures < 2;
  return useQuery({
    ...groupHistoryQuery(clusterId, groupId, ask ?? { lastMs: 0 }),
    ...options,
    retry,
    enabled: ask !== null,
  });
}
