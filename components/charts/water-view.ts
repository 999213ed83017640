import type { Outlook } from "@/lib/api/history.ts";
import { type Projection, projectRows } from "./projection.ts";
import { type TimeSpan } from "./time-span.ts";
import { type WaterAxis, waterAxis } from "./water-axis.ts";
import { lastRow, type LevelGap, levelGap, type WaterRow } from "./waterline-rows.ts";

/** WaterView is all that a waterline draws: the rows, how they go on, the time and the axis; `now` and the level gap only while the newest row is now. */
export type WaterView = {
  rows: readonly WaterRow[];
  projection: Projection | null;
  span: TimeSpan;
  axis: WaterAxis | null;
  now: ReturnType<typeof lastRow>;
  level: LevelGap | null;
};

/** waterView gathers what to draw of a partition's rows in a span; without an outlook the span ended in the past, and nothing is projected. */
export function waterView(rows: readonly WaterRow[], span: TimeSpan, outlook: Outlook | null): WaterView {
  const projection = outlook && projectRows(rows, span.to - span.from, outlook);
  const drawn = [...rows, ...(projection?.rows ?? [])];
  const lost = rows.some(({ committed, start }) => committed !== null && start !== null && start > committed);
  return {
    rows,
    projection,
    span: { ...span, to: projection?.until ?? span.to },
    axis: waterAxis(drawn, lost || Boolean(projection?.loss)),
    now: outlook && lastRow(rows),
    level: outlook && levelGap(rows),
  };
}
