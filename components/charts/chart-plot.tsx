"use client";

import { type ReactNode, useMemo } from "react";
import { CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import type { HistoryEvent, SeriesUnit } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { EventLines } from "./event-lines.tsx";
import { missingBands } from "./gaps.ts";
import { MissingBands } from "./missing-bands.tsx";
import { plotBox } from "./plot-box.ts";
import type { Row } from "./rows.ts";
import type { TimeSpan } from "./time-span.ts";
import { timeTicks } from "./time-ticks.ts";
import { tickLabel, valueTicks } from "./value-ticks.ts";

const TICK = { fontSize: 11, fill: "var(--hw-text-3)" };

type ChartPlotProps = {
  span: TimeSpan;
  rows: readonly Row[];
  data: Record<string, unknown>[];
  peak: number;
  unit: SeriesUnit;
  ticks?: number;
  timeAxis: boolean;
  events: readonly HistoryEvent[];
  eventLabels?: boolean;
  children: ReactNode;
};

/** ChartPlot is what all charts in time share: the axes with round figures, the grid, the times without samples and the events; `children` are the lines, `data` what they draw. */
export function ChartPlot({
  span,
  rows,
  data,
  peak,
  unit,
  ticks = 5,
  timeAxis,
  events,
  eventLabels = true,
  children,
}: ChartPlotProps) {
  const { locale, timeZone } = useFormat();
  const times = useMemo(() => timeTicks(span, locale, timeZone), [span, locale, timeZone]);
  const values = useMemo(() => valueTicks(peak, unit, ticks), [peak, unit, ticks]);
  const bands = useMemo(() => missingBands(rows, span), [rows, span]);
  const labels = new Map(times.map(({ at, label }) => [at, label]));
  return (
    <ComposedChart
      responsive
      data={data}
      accessibilityLayer={false}
      style={{ width: "100%", height: "100%" }}
      margin={{ top: plotBox.top, right: plotBox.right, bottom: timeAxis ? 0 : plotBox.noTimeAxis, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--hw-grid)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[span.from, span.to]}
        allowDataOverflow
        hide={!timeAxis}
        height={plotBox.timeAxis}
        ticks={times.map(({ at }) => at)}
        tickFormatter={(at: number) => labels.get(at) ?? ""}
        tick={TICK}
        tickLine={false}
        tickMargin={6}
        minTickGap={12}
        interval="preserveStart"
        axisLine={{ stroke: "var(--hw-line-strong)" }}
      />
      <YAxis
        width={plotBox.left}
        domain={[0, values.at(-1) ?? 1]}
        allowDataOverflow
        ticks={values}
        tickFormatter={(value: number) => tickLabel(value, unit, locale)}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      <MissingBands bands={bands} />
      {children}
      <EventLines events={events} span={span} labels={eventLabels} />
    </ComposedChart>
  );
}
