"use client";

import { ReferenceLine, usePlotArea } from "recharts";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { fitLabel } from "./event-label.ts";
import classes from "./event-lines.module.css";
import { eventMarks } from "./event-marks.ts";
import { shareAt, type TimeSpan } from "./time-span.ts";
import { useEventWords } from "./use-event-words.ts";

// An hour and a minute are enough beside a line.
const withoutSeconds = (time: string) => time.replace(/^(\d\d:\d\d):\d\d$/, "$1");
const WORDS = { fontSize: 11, fill: "var(--hw-text-2)" } as const;
const WIDE_ONLY = { className: classes.wideOnly } as const;
const BESIDE_PX = 8;

type EventLinesProps = { events: readonly HistoryEvent[]; span: TimeSpan; labels: boolean };

/** EventLines are the dotted verticals of what broke a line, with a short label where there is room. */
export function EventLines({ events, span, labels }: EventLinesProps) {
  const format = useFormat();
  const words = useEventWords();
  const width = usePlotArea()?.width ?? 0;
  const marks = eventMarks(events, span);
  const newest = marks.at(-1)?.at;
  return marks.map(({ at, events: [first, ...more], labelled }) => {
    const text = first ? `${withoutSeconds(format.time(at, span.to))} ${words(first)}` : "";
    const share = shareAt(at, span);
    const late = share > 0.5;
    const label = fitLabel(text, more.length, (late ? share : 1 - share) * width - BESIDE_PX);
    return (
      <ReferenceLine
        key={at}
        x={at}
        stroke="var(--hw-text-3)"
        strokeDasharray="2 3"
        label={
          labels && labelled
            ? {
                value: label,
                position: late ? "insideTopRight" : "insideTopLeft",
                ...WORDS,
                ...(at === newest ? {} : WIDE_ONLY),
              }
            : false
        }
      />
    );
  });
}
