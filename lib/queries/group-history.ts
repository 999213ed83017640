import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { GroupHistory, GroupHistoryQuery } from "@/lib/api/history.ts";
import { type HistoryTime, shownOf, toRange } from "./history-time.ts";
import { maxAgeOf } from "./max-age.ts";

/** GroupHistoryAsk is what a view asks for: the whole group, a topic or a partition of it, and a time. */
export type GroupHistoryAsk = Pick<GroupHistoryQuery, "topic" | "partition"> & HistoryTime;

/** toGroupHistoryQuery makes of it what `GET groups/{groupId}/history` takes at the moment `now` (epoch ms). */
export function toGroupHistoryQuery({ topic, partition, ...time }: GroupHistoryAsk, now: number): GroupHistoryQuery {
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(partition === undefined ? {} : { partition }),
    ...toRange(time, now),
  };
}

/** groupHistoryQuery reads how far a group was behind over time, and how it goes on if rates stay: GroupHistory. Fails with ApiError: UNSUPPORTED when no history is kept, NOT_FOUND when neither samples nor the cluster know the group. While the range changes, what is known of the same part of the group stays. */
export function groupHistoryQuery(clusterId: string, groupId: string, ask: GroupHistoryAsk) {
  const path = `/api/clusters/${encodeURIComponent(clusterId)}/groups/${encodeURIComponent(groupId)}/history`;
  return queryOptions({
    queryKey: ["cluster", clusterId, "group", groupId, "history", ask],
    queryFn: ({ signal, meta }) =>
      apiGet<GroupHistory>(path, toGroupHistoryQuery(ask, Date.now()), { signal, maxAgeMs: maxAgeOf(meta) }),
    select: shownOf(ask),
    placeholderData: (previous: GroupHistory | undefined, before) => {
      const asked = before?.queryKey[5] as GroupHistoryAsk | undefined;
      const same = before?.queryKey[1] === clusterId && before.queryKey[3] === groupId;
      return same && asked?.topic === ask.topic && asked?.partition === ask.partition ? previous : undefined;
    },
  });
}
