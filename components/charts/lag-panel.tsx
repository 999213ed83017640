"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { Area } from "recharts";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { aloneDot } from "./alone-dot.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartPlot } from "./chart-plot.tsx";
import { WaterFill } from "./fills.tsx";
import type { Line } from "./line.ts";
import { type Points, rowsOf } from "./rows.ts";
import { latest } from "./summary.ts";
import type { TimeSpan } from "./time-span.ts";
import { unitFormat } from "./unit-format.ts";
import { useAlternative } from "./use-alternative.ts";

const colours = { water: "var(--hw-consumed)", warn: "var(--hw-warn-mark)", crit: "var(--hw-crit-mark)" } as const;

type LagPanelProps = {
  title: string;
  span: TimeSpan;
  unit: "records" | "ms";
  points: Points;
  tone?: keyof typeof colours;
  events?: readonly HistoryEvent[];
  height?: number;
  onRange?: (from: number, to: number) => void;
};

/** LagPanel is the small chart under a rate chart, on the same times: what the gap above has filled. */
export function LagPanel({
  title,
  span,
  unit,
  points,
  tone = "water",
  events = [],
  height = 84,
  onRange,
}: LagPanelProps) {
  const t = useTranslations("charts");
  const id = useId();
  const { short, exact } = unitFormat(unit, useFormat());
  const now = latest(points);
  const colour = colours[tone];
  const lines: Line[] = [
    { name: title, mark: "area", colour, points, exact, now: now === null ? t("noSample") : short(now) },
  ];
  const rows = useMemo(() => rowsOf([points]), [points]);
  const data = useMemo(() => rows.map(({ at, values }) => ({ at, lag: values[0] ?? null })), [rows]);
  const values = data.map(({ lag }) => lag);
  const peak = Math.max(0, ...values.map((value) => value ?? 0));
  const alternative = useAlternative(title, lines, span);
  return (
    <ChartFrame {...{ title, alternative, span, rows, lines, height, events, onRange }} timeAxis>
      <ChartPlot {...{ span, rows, data, peak, unit, events }} ticks={3} timeAxis eventLabels={false}>
        <WaterFill id={`${id}-fill`} colour={colour} />
        <Area
          type="linear"
          dataKey="lag"
          stroke={colour}
          strokeWidth={1.5}
          fill={`url(#${id}-fill)`}
          fillOpacity={1}
          dot={aloneDot(values, colour)}
          activeDot={false}
          isAnimationActive={false}
        />
      </ChartPlot>
    </ChartFrame>
  );
}
