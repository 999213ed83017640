"use client";

import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { clockAt } from "./clock.ts";
import { fitLabel } from "./event-label.ts";
import { eventMarks } from "./event-marks.ts";
import type { TimeSpan } from "./time-span.ts";
import { useEventWords } from "./use-event-words.ts";
import type { Scale } from "./water-paths.ts";
import classes from "./waterline.module.css";

const BESIDE_PX = 6;

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
    const text = first ? `${clockAt(at, now, format)} ${words(first)}` : "";
    const late = x > (box.left + box.right) / 2;
    const room = (late ? x - box.left : box.right - x) - BESIDE_PX;
    return (
      <g key={at} className={classes.label}>
        <path d={`M${x},${box.top}V${box.bottom}`} stroke="var(--hw-text-3)" strokeDasharray="2 3" fill="none" />
        {labelled ? (
          <text x={late ? x - BESIDE_PX : x + BESIDE_PX} y={box.top + 24} textAnchor={late ? "end" : "start"}>
            {fitLabel(text, more.length, room)}
          </text>
        ) : null}
      </g>
    );
  });
}
