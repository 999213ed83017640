"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Area } from "recharts";
import type { SeriesUnit } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartPlot } from "./chart-plot.tsx";
import type { Line } from "./line.ts";
import { layerColour } from "./layer-colour.ts";
import { type Layer, stackRows } from "./stack.ts";
import { latest } from "./summary.ts";
import type { TimeSpan } from "./time-span.ts";
import { unitFormat } from "./unit-format.ts";
import { useAlternative } from "./use-alternative.ts";

type StackedChartProps = {
  title: string;
  span: TimeSpan;
  unit: SeriesUnit;
  /** From the bottom up, as layersOf makes them. */
  layers: readonly Layer[];
  height?: number;
  onRange?: (from: number, to: number) => void;
};

function useLines({ unit, layers }: StackedChartProps): Line[] {
  const t = useTranslations("charts");
  const format = useFormat();
  const { short, exact } = unitFormat(unit, format);
  return layers.map(({ name, place, points }) => {
    const now = latest(points);
    return {
      name: place === null ? t("others") : name,
      mark: "area",
      colour: layerColour(place),
      points,
      exact,
      now: now === null ? t("noSample") : short(now),
    };
  });
}

/** StackedChart lays the elements of a measure on each other: eight in their own colours, the rest as others. */
export function StackedChart(props: StackedChartProps) {
  const { title, span, unit, layers, height = 240, onRange } = props;
  const lines = useLines(props);
  const rows = useMemo(() => stackRows(layers), [layers]);
  const data = useMemo(
    () =>
      rows.map(({ at, bounds }) => ({
        at,
        ...Object.fromEntries(bounds.map((bound, index) => [`layer${index}`, bound])),
      })),
    [rows],
  );
  const alternative = useAlternative(title, lines, span);
  const peak = Math.max(0, ...rows.map(({ bounds }) => bounds.at(-1)?.[1] ?? 0));
  return (
    <ChartFrame {...{ title, alternative, span, rows, lines, height, onRange }} timeAxis events={[]}>
      <ChartPlot {...{ span, rows, data, peak, unit }} timeAxis events={[]}>
        {layers.map(({ name, place }, index) => (
          <Area
            key={name}
            type="linear"
            dataKey={`layer${index}`}
            stroke={layerColour(place)}
            strokeWidth={1}
            fill={layerColour(place)}
            fillOpacity={0.75}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </ChartPlot>
    </ChartFrame>
  );
}
