"use client";

import { useQuery } from "@tanstack/react-query";
import { hasNoHistory } from "@/components/group/use-group-history.ts";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import type { HistoryTime } from "@/lib/queries/history-time.ts";
import { throughputQuery } from "@/lib/queries/throughput.ts";
import type { TopicName } from "./topic-name.ts";

// What a range that has ended says does not change any more.
const ENDED = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

type Asked = { by: "topic" | "partition"; group?: string | undefined } & HistoryTime;

/** useTopicThroughput is the live query of what is written to a topic and read from it; a time that ended is read once. Null asks for nothing. */
export function useTopicThroughput({ clusterId, topic }: TopicName, asked: Asked | null) {
  const live = useLiveOptions();
  const { group, ...rest } = asked ?? { by: "topic" as const, lastMs: 0, group: undefined };
  const retry = (failures: number, error: unknown) => !hasNoHistory(error) && failures < 2;
  return useQuery({
    ...throughputQuery(clusterId, { ...rest, topic, ...(group === undefined ? {} : { group }) }),
    ...(asked && "to" in asked ? ENDED : live),
    retry,
    enabled: asked !== null,
  });
}
