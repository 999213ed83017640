"use client";

import { useTranslations } from "next-intl";
import type { HistoryEvent, Outlook } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type GapTone, gapMarks } from "./gap-tone.ts";
import type { Line } from "./line.ts";
import type { Points, Row } from "./rows.ts";
import { latest } from "./summary.ts";
import type { TimeSpan } from "./time-span.ts";
import { useWaterWords } from "./use-water-words.ts";
import { type WaterView, waterView } from "./water-view.ts";
import { WaterlinePlot } from "./waterline-plot.tsx";
import classes from "./waterline.module.css";
import { unreadPoints, type WaterLines, waterRows } from "./waterline-rows.ts";

type WaterlineProps = {
  title: string;
  span: TimeSpan;
  lines: WaterLines;
  /** How the partition fares now; null when the span ended in the past. */
  outlook: Outlook | null;
  tone: GapTone;
  events: readonly HistoryEvent[];
  height?: number;
  onRange?: (from: number, to: number) => void;
};

function useLines({ end, committed, start }: WaterLines, unread: Points, tone: GapTone): Line[] {
  const t = useTranslations("group.waterline");
  const words = useTranslations("charts");
  const format = useFormat();
  const line = (name: string, mark: Line["mark"], colour: string, points: Points): Line => {
    const now = latest(points);
    return {
      name,
      mark,
      colour,
      points,
      exact: format.exact,
      now: now === null ? words("noSample") : format.count(now),
    };
  };
  return [
    line(t("end"), "line", "var(--hw-produced)", end),
    line(t("committed"), "area", "var(--hw-consumed)", committed),
    line(t("unread"), "gap", gapMarks[tone], unread),
    line(t("start"), "line", "var(--hw-log-start)", start),
  ];
}

function useNotes({ axis, projection, now }: WaterView): string[] {
  const t = useTranslations("group.waterline");
  return [...(now && !projection ? [t("noProjection")] : []), ...(axis?.startBelow ? [t("startBelow")] : [])];
}

/** Waterline shows a group on one partition: the high watermark on top, what is read and kept as water, what is unread as hatching between them, what is deleted below; right of now how it goes on if rates stay. */
export function Waterline({ title, span, lines, outlook, tone, events, height = 300, onRange }: WaterlineProps) {
  const rows = waterRows(lines);
  const view = waterView(rows, span, outlook);
  const unread = unreadPoints(rows);
  const told = useLines(lines, unread, tone);
  const { words, alternative } = useWaterWords({ title, view, past: span, outlook });
  const notes = useNotes(view);
  const table = rows.map(({ at, end, committed, start }, index): Row => ({
    at,
    values: [end, committed, unread[index]?.[1] ?? null, start],
  }));
  // What is still to come cannot be looked at closer.
  const zoom = onRange && ((from: number, to: number) => from < span.to && onRange(from, Math.min(to, span.to)));
  return (
    <>
      <ChartFrame
        {...{ title, alternative, height, events }}
        span={view.span}
        rows={table}
        lines={told}
        timeAxis
        onRange={zoom}
      >
        <WaterlinePlot {...{ view, tone, words, events, height }} past={span} />
      </ChartFrame>
      {notes.length > 0 ? <p className={classes.note}>{notes.join(" ")}</p> : null}
    </>
  );
}
