"use client";

import { useTranslations } from "next-intl";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import type { Line } from "./line.ts";
import { plotBox } from "./plot-box.ts";
import classes from "./plot-overlay.module.css";
import type { Row } from "./rows.ts";
import { shareAt, type TimeSpan } from "./time-span.ts";
import { useEventWords } from "./use-event-words.ts";
import { usePlotCursor } from "./use-plot-cursor.ts";

type PlotOverlayProps = {
  title: string;
  span: TimeSpan;
  rows: readonly Row[];
  lines: readonly Line[];
  events: readonly HistoryEvent[];
  timeAxis: boolean;
  onRange?: ((from: number, to: number) => void) | undefined;
};

/** useReading puts a row into words: the time and every line's value. */
function useReading(lines: readonly Line[], to: number) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (row: Row | undefined): string => {
    if (!row) return t("noMoment");
    const values = lines.map(({ name, exact }, index) => {
      const value = row.values[index] ?? null;
      return `${name} ${value === null ? t("noSample") : exact(value)}`;
    });
    return [format.time(row.at, to), ...values].join(", ");
  };
}

const percent = (share: number) => `${share * 100}%`;

/** PlotOverlay lies over a plot: it takes the pointer and the keys, and shows the cursor, its tooltip and the time that is being selected. */
export function PlotOverlay({ title, span, rows, lines, events, timeAxis, onRange }: PlotOverlayProps) {
  const t = useTranslations("charts");
  const eventWords = useEventWords();
  const readingOf = useReading(lines, span.to);
  const times = rows.map(({ at }) => at);
  const { cursor, index, own, selection, handlers } = usePlotCursor({ times, span, onRange });
  const row = cursor ? rows[index] : undefined;
  const share = cursor ? shareAt(cursor.at, span) : 0;
  const then = events.filter(({ at }) => row && Math.abs(at - row.at) <= span.step);
  const marked = selection && [shareAt(selection.from, span), shareAt(selection.to, span)].toSorted((a, b) => a - b);
  const [left = 0, right = 0] = marked ?? [];
  return (
    <div
      className={classes.overlay}
      style={{
        left: plotBox.left,
        right: plotBox.right,
        top: plotBox.top,
        bottom: timeAxis ? plotBox.timeAxis : plotBox.noTimeAxis,
      }}
      role="slider"
      tabIndex={0}
      aria-label={t(onRange ? "cursorZoom" : "cursor", { title })}
      aria-orientation="horizontal"
      aria-valuemin={span.from}
      aria-valuemax={span.to}
      aria-valuenow={row?.at ?? span.to}
      aria-valuetext={readingOf(row)}
      {...handlers}
    >
      {marked ? (
        <span className={classes.selection} style={{ left: percent(left), right: percent(1 - right) }} />
      ) : null}
      {row ? (
        <span className={classes.cursor} data-pinned={cursor?.pinned || undefined} style={{ left: percent(share) }} />
      ) : null}
      {row && own ? (
        <ChartTooltip
          row={row}
          lines={lines}
          events={then.map(eventWords)}
          share={share}
          pinned={cursor?.pinned ?? false}
        />
      ) : null}
    </div>
  );
}
