"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { Area, Line as Stroke } from "recharts";
import type { HistoryEvent, SeriesUnit } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { aloneDot } from "./alone-dot.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartPlot } from "./chart-plot.tsx";
import { HatchFill, WaterFill } from "./fills.tsx";
import type { Line } from "./line.ts";
import { gapPoints } from "./rate-gap.ts";
import { type Points, type Row, rowsOf } from "./rows.ts";
import { latest } from "./summary.ts";
import type { TimeSpan } from "./time-span.ts";
import { unitFormat } from "./unit-format.ts";
import { useAlternative } from "./use-alternative.ts";

const gapColours = { calm: "var(--hw-produced)", warn: "var(--hw-warn-mark)", crit: "var(--hw-crit-mark)" } as const;

type RateChartProps = {
  title: string;
  span: TimeSpan;
  unit: SeriesUnit;
  /** The dark line above; `name` when it is not simply what was produced. */
  produced: { name: string; points: Points };
  /** The water below it; without it there is no gap either. */
  consumed?: { name: string; points: Points } | undefined;
  /** Whether what lies between the lines becomes lag; bytes that are read twice do not. */
  hatched?: boolean;
  gapTone?: keyof typeof gapColours;
  events?: readonly HistoryEvent[];
  height?: number;
  /** Without the times, when a lag panel with the same ones follows. */
  timeAxis?: boolean;
  onRange?: (from: number, to: number) => void;
};

function useLines({ unit, produced, consumed, hatched = true, gapTone = "calm" }: RateChartProps): Line[] {
  const t = useTranslations("charts");
  const format = useFormat();
  const { short, exact, change, exactChange } = unitFormat(unit, format);
  const line = (name: string, mark: Line["mark"], colour: string, points: Points): Line => {
    const now = latest(points);
    return { name, mark, colour, points, exact, now: now === null ? t("noSample") : short(now) };
  };
  const above = line(produced.name, "line", "var(--hw-produced)", produced.points);
  if (!consumed) return [above];
  const below = line(consumed.name, "area", "var(--hw-consumed)", consumed.points);
  if (!hatched) return [above, below];
  const gap = gapPoints(produced.points, consumed.points);
  const gapNow = latest(gap);
  return [
    above,
    below,
    {
      ...line(t("gap"), "gap", gapColours[gapTone], gap),
      exact: exactChange,
      now: gapNow === null ? t("noSample") : change(gapNow),
    },
  ];
}

/** drawn is what the plot draws of a row; the gap is hatched only where more was produced than consumed. */
function drawn({ at, values: [produced = null, consumed = null] }: Row) {
  const gap = produced === null || consumed === null ? null : [Math.min(produced, consumed), produced];
  return { at, produced, consumed, gap };
}

/** RateChart shows what was produced as a dark line, what was consumed as water below it, and between them the hatched gap that becomes lag. */
export function RateChart(props: RateChartProps) {
  const { title, span, unit, consumed, hatched = true, gapTone = "calm", events = [] } = props;
  const { height = 240, timeAxis = true, onRange } = props;
  const id = useId();
  const lines = useLines(props);
  const rows = rowsOf(lines.map(({ points }) => points));
  const data = useMemo(() => rows.map(drawn), [rows]);
  const alternative = useAlternative(title, lines, span);
  const [above, below] = [data.map((row) => row.produced), data.map((row) => row.consumed)];
  const peak = Math.max(0, ...above.map((value) => value ?? 0), ...below.map((value) => value ?? 0));
  const still = { type: "linear", isAnimationActive: false, activeDot: false } as const;
  return (
    <ChartFrame {...{ title, alternative, span, rows, lines, height, timeAxis, events, onRange }}>
      <ChartPlot {...{ span, rows, data, peak, unit, timeAxis, events }}>
        <WaterFill id={`${id}-water`} colour="var(--hw-consumed)" />
        <HatchFill id={`${id}-gap`} colour={gapColours[gapTone]} />
        {consumed ? (
          <>
            <Area
              {...still}
              dataKey="consumed"
              stroke="var(--hw-consumed)"
              strokeWidth={1.5}
              fill={`url(#${id}-water)`}
              fillOpacity={1}
              dot={aloneDot(below, "var(--hw-consumed)")}
            />
            {hatched ? (
              <Area {...still} dataKey="gap" stroke="none" fill={`url(#${id}-gap)`} fillOpacity={1} dot={false} />
            ) : null}
          </>
        ) : null}
        <Stroke
          {...still}
          dataKey="produced"
          stroke="var(--hw-produced)"
          strokeWidth={2}
          dot={aloneDot(above, "var(--hw-produced)")}
        />
      </ChartPlot>
    </ChartFrame>
  );
}
