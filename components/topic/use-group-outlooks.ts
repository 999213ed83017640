"use client";

import { useQueries } from "@tanstack/react-query";
import { hasNoHistory } from "@/components/group/use-group-history.ts";
import { useLiveOptions } from "@/components/layout/refresh.tsx";
import type { Outlook } from "@/lib/api/history.ts";
import { groupHistoryQuery } from "@/lib/queries/group-history.ts";
import type { TopicName } from "./topic-name.ts";

const MOST = 5;
const RECENT = { lastMs: 15 * 60_000 };

/** GroupOutlooks are how groups fare on a topic, as of `now`; undefined for one that no sample knows. */
export type GroupOutlooks = { now: number; byGroup: ReadonlyMap<string, Outlook | undefined> };

/** useGroupOutlooks reads how the groups fare on a topic, live, when there are at most five; else null, as it is while nothing has come. */
export function useGroupOutlooks({ clusterId, topic }: TopicName, groups: readonly string[]): GroupOutlooks | null {
  const live = useLiveOptions();
  const few = groups.length <= MOST ? groups : [];
  const answers = useQueries({
    queries: few.map((group) => ({
      ...groupHistoryQuery(clusterId, group, { topic, ...RECENT }),
      ...live,
      retry: (failures: number, error: Error) => !hasNoHistory(error) && failures < 2,
    })),
  });
  const newest = answers.flatMap(({ data }) => (data ? [Date.parse(data.asOf)] : []));
  if (newest.length === 0) return null;
  const told = few.map((group, index) => {
    const history = answers[index]?.data;
    return [group, history && history.partitions.length > 0 ? history.outlook : undefined] as const;
  });
  return { now: Math.max(...newest), byGroup: new Map(told) };
}
