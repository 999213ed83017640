import { queryOptions } from "@tanstack/react-query";
import { apiGet } from "@/lib/api/client.ts";
import type { History, ThroughputQuery } from "@/lib/api/history.ts";
import { maxAgeOf } from "./max-age.ts";

/** ThroughputAsk is what a view asks for: elements, and the last `lastMs` up to now, or a fixed time (ISO) that stays as it is. */
export type ThroughputAsk = Pick<ThroughputQuery, "by" | "topic" | "group"> &
  ({ lastMs: number } | { from: string; to: string });

// Readers who ask within the same five seconds ask for the same, so that one answer serves them all.
const GRID_MS = 5_000;

/** toThroughputQuery makes of it what `GET throughput` takes at the moment `now` (epoch ms). */
export function toThroughputQuery({ by, topic, group, ...time }: ThroughputAsk, now: number): ThroughputQuery {
  const range =
    "lastMs" in time
      ? { from: new Date(Math.floor((now - time.lastMs) / GRID_MS) * GRID_MS).toISOString() }
      : { from: time.from, to: time.to };
  return { by, ...(topic ? { topic } : {}), ...(group ? { group } : {}), ...range };
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
    placeholderData: (previous: History | undefined, before) => {
      const asked = before?.queryKey[3] as ThroughputAsk | undefined;
      return asked?.by === ask.by && asked.topic === ask.topic ? previous : undefined;
    },
  });
}
