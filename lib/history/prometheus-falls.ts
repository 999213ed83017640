import type { PromSeries } from "./prometheus-client.ts";
import { eachValue, type Grid, timeAt } from "./prometheus-grid.ts";
import type { StoredEvent } from "./store.ts";

type Fall = { at: number; name: string; topic: string; partition: number; records: number };

function fallsIn(series: PromSeries, grid: Grid, kind: StoredEvent["kind"]): Fall[] {
  const { topic = "", partition, consumergroup = "" } = series.metric;
  const name = kind === "topic" ? topic : consumergroup;
  const falls: Fall[] = [];
  eachValue(series, grid, (index, text) =>
    falls.push({ at: timeAt(grid, index), name, topic, partition: Number(partition), records: -Number(text) }),
  );
  return falls;
}

/** fallsOf makes events of the answer to fallQuery: one for all partitions of a topic (and of a group on it) that fell in the same step. */
export function fallsOf(answer: PromSeries[], grid: Grid, kind: StoredEvent["kind"]): StoredEvent[] {
  const falls = answer.flatMap((series) => fallsIn(series, grid, kind));
  return [...Map.groupBy(falls, ({ at, name, topic }) => `${at} ${name} ${topic}`).values()].map((same) => {
    const { at, name, topic, partition } = same[0]!;
    const records = same.reduce((sum, fall) => sum + fall.records, 0);
    const code = kind === "topic" ? "end-back" : "commit-back";
    return { at, code, kind, name, values: { topic, partition, partitions: same.length, records: String(records) } };
  });
}
