import type { HistoryEvent } from "@/lib/api/history.ts";
import { shareAt, type TimeSpan } from "./time-span.ts";

const TOGETHER = 0.012;
const LABEL_ROOM = 0.6;

/** EventMark is a vertical of a chart: the events at about one moment; `labelled` when there is room for words beside it. */
export type EventMark = { at: number; events: HistoryEvent[]; labelled: boolean };

/** eventMarks gathers events that lie so close that their verticals would be one, and labels those that have room, the newest first. */
export function eventMarks(events: readonly HistoryEvent[], span: TimeSpan): EventMark[] {
  const marks: EventMark[] = [];
  const inside = events.filter(({ at }) => at >= span.from && at <= span.to);
  for (const event of inside.toSorted((a, b) => a.at - b.at)) {
    const last = marks.at(-1);
    if (last && shareAt(event.at, span) - shareAt(last.at, span) < TOGETHER) last.events.push(event);
    else marks.push({ at: event.at, events: [event], labelled: false });
  }
  let left = Number.POSITIVE_INFINITY;
  for (const mark of marks.toReversed()) {
    const share = shareAt(mark.at, span);
    mark.labelled = left - share >= LABEL_ROOM;
    if (mark.labelled) left = share;
  }
  return marks;
}
