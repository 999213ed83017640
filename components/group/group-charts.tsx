"use client";

import { useState } from "react";
import { ChartCursor } from "@/components/charts/cursor.tsx";
import { toTimeAsk } from "@/components/charts/range-params.ts";
import type { GroupHistory } from "@/lib/api/history.ts";
import { chooseWorst, keyOf, type PartitionKey, readKey } from "./chosen-partition.ts";
import classes from "./group-page.module.css";
import type { HistorySearch } from "./history-params.ts";
import { RatesCard } from "./rates-card.tsx";
import { useGroupHistory } from "./use-group-history.ts";
import { WaterlineCard } from "./waterline-card.tsx";

type GroupChartsProps = {
  clusterId: string;
  groupId: string;
  /** The whole group now, and in the time that the charts show. */
  now: GroupHistory;
  shown: GroupHistory;
  search: HistorySearch;
  onSearch: (change: Partial<HistorySearch>, push?: boolean) => void;
};

/** useWorst is the partition where a group is furthest behind; it does not change with every answer. */
function useWorst({ partitions }: GroupHistory): PartitionKey | null {
  const [shown, setShown] = useState<string | null>(null);
  const worst = chooseWorst(partitions, shown);
  const key = worst && keyOf(worst);
  if (key !== shown) setShown(key);
  return worst;
}

function chosenOf(of: string, worst: PartitionKey | null, { partitions }: GroupHistory): PartitionKey | null {
  if (of === "sum") return null;
  const picked = readKey(of);
  return picked && partitions.some((one) => keyOf(one) === keyOf(picked)) ? picked : worst;
}

/** GroupCharts are a group over time: the waterline of one partition (or the lag of all), and what it reads of what is written. */
export function GroupCharts({ clusterId, groupId, now, shown, search, onSearch }: GroupChartsProps) {
  const worst = useWorst(now);
  const chosen = chosenOf(search.of, worst, now);
  const time = toTimeAsk(search);
  const one = useGroupHistory(
    clusterId,
    groupId,
    chosen && { topic: chosen.topic, partition: chosen.partition, ...time },
  );
  const all = { data: shown, error: null, refetch: () => undefined };
  // The way back out of a zoom is also the browser's.
  const onRange = (from: number, to: number) => onSearch({ from: new Date(from), to: new Date(to) }, true);
  return (
    <ChartCursor>
      <div className={classes.waterline}>
        <WaterlineCard
          {...{ groupId, chosen, worst, search, onSearch, onRange }}
          whole={now}
          part={chosen ? one : all}
        />
      </div>
      <div className={classes.rates}>
        <RatesCard {...{ groupId, onRange }} history={shown} />
      </div>
    </ChartCursor>
  );
}
