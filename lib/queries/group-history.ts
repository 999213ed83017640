import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { GroupHistory, GroupHistoryQuery } from "@/lib/api/history.ts";
import { maxAgeOf } from "./max-age.ts";

/** GroupHistoryAsk is what a view asks for: the whole group, a topic or a partition of it, and the last `lastMs` up to now, or a fixed time (ISO) that stays as it is. */
export type GroupHistoryAsk = Pick<GroupHistoryQuery, "topic" | "partition"> &
  ({ lastMs: number } | { from: string; to: string });

// Readers who ask within the same five seconds ask for the same, so that one answer serves them all.
const GRID_MS = 5_000;

/** toGroupHistoryQuery makes of it what `GET groups/{groupId}/history` takes at the moment `now` (epoch ms). */
export function toGroupHistoryQuery({ topic, partition, ...time }: GroupHistoryAsk, now: number): GroupHistoryQuery {
  const range =
    "lastMs" in time
      ? { from: new Date(Math.floor((now - time.lastMs) / GRID_MS) * GRID_MS).toISOString() }
      : { from: time.from, to: time.to };
  return { ...(topic === undefined ? {} : { topic }), ...(partition === undefined ? {} : { partition }), ...range };
}

/** groupHistoryQuery reads how far a group was behind over time, and how it goes on if rates stay: GroupHistory. Fails with ApiError: UNSUPPORTED when no history is kept, NOT_FOUND when no sample knows the group. While the range changes, what is known of the same part of the group stays. */
export function groupHistoryQuery(clusterId: string, groupId: string, ask: GroupHistoryAsk) {
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/groups/${encodeURIComponent(groupId)}/history`;
  return queryOptions({
    queryKey: ["cluster", clusterId, "group", groupId, "history", ask],
    queryFn: ({ signal, meta }) =>
      apiGet<GroupHistory>(path, toGroupHistoryQuery(ask, Date.now()), { signal, maxAgeMs: maxAgeOf(meta) }),
    placeholderData: (previous: GroupHistory | undefined, before) => {
      const asked = before?.queryKey[5] as GroupHistoryAsk | undefined;
      const same = before?.queryKey[1] === clusterId && before.queryKey[3] === groupId;
      return same && asked?.topic === ask.topic && asked?.partition === ask.partition ? previous : undefined;
    },
  });
}
