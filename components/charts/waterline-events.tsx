"use client";

import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { clockAt } from "./clock.ts";
import { eventMarks } from "./event-marks.ts";
import type { TimeSpan } from "./time-span.ts";
import { useEventWords } from "./use-event-words.ts";
import type { Scale } from "./water-paths.ts";
import classes from "./waterline.module.css";

const MOST_CHARS = 40;

type EventsProps = {
  events: readonly HistoryEvent[];
  span: TimeSpan;
  now: number;
  box: { left: number; right: number; top: number; bottom: number };
  scale: Scale;
};

/** WaterEvents are the dotted verticals of a waterline, with a short label where there is room. */
export function WaterEvents({ events, span, now, box, scale }: EventsProps) {
  const format = useFormat();
  const words = useEventWords();
  return eventMarks(events, span).map(({ at, events: [first, ...more], labelled }) => {
    const x = scale.x(at);
    const text = first ? `${clockAt(at, now, format)} ${words(first)}`.slice(0, MOST_CHARS) : "";
    const late = x > (box.left + box.right) / 2;
    return (
      <g key={at} className={classes.label}>
        <path d={`M${x},${box.top}V${box.bottom}`} stroke="var(--hw-text-3)" strokeDasharray="2 3" fill="none" />
        {labelled ? (
          <text x={late ? x - 6 : x + 6} y={box.top + 24} textAnchor={late ? "end" : "start"}>
            {more.length > 0 ? `${text} +${more.length}` : text}
          </text>
        ) : null}
      </g>
    );
  });
}
