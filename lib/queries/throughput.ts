import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { History, ThroughputQuery } from "@/lib/api/history.ts";
import { type HistoryTime, shownOf, toRange } from "./history-time.ts";
import { maxAgeOf } from "./max-age.ts";

/** ThroughputAsk is what a view asks for: elements, and a time. */
export type ThroughputAsk = Pick<ThroughputQuery, "by" | "topic" | "group"> & HistoryTime;

/** toThroughputQuery makes of it what `GET throughput` takes at the moment `now` (epoch ms). */
export function toThroughputQuery({ by, topic, group, ...time }: ThroughputAsk, now: number): ThroughputQuery {
  return { by, ...(topic ? { topic } : {}), ...(group ? { group } : {}), ...toRange(time, now) };
}

/** throughputQuery reads what was produced and consumed over time: History. While the range changes, the series of the same kind of element stay. */
export function throughputQuery(clusterId: string, ask: ThroughputAsk) {
  return queryOptions({
    queryKey: ["cluster", clusterId, "throughput", ask],
    queryFn: ({ signal, meta }) =>
      apiGet<History>(`/api/clusters/${encodeURIComponent(clusterId)}/throughput`, toThroughputQuery(ask, Date.now()), {
        signal,
        maxAgeMs: maxAgeOf(meta),
      }),
    select: shownOf(ask),
    placeholderData: (previous: History | undefined, before) => {
      const asked = before?.queryKey[3] as ThroughputAsk | undefined;
      return asked?.by === ask.by && asked.topic === ask.topic ? previous : undefined;
    },
  });
}
