"use client";

import type { GapTone } from "@/components/charts/gap-tone.ts";
import { LagPanel } from "@/components/charts/lag-panel.tsx";
import { spanOf } from "@/components/charts/time-span.ts";
import { Waterline } from "@/components/charts/waterline.tsx";
import type { GroupHistory, Measure } from "@/lib/api/history.ts";
import type { WaterViewChoice } from "./history-params.ts";

/** PART_HEIGHT is the height of its plot in px. */
export const PART_HEIGHT = 300;

const pointsOf = ({ series }: GroupHistory, measure: Measure) =>
  series.find((line) => line.measure === measure)?.points ?? [];

type PartPlotProps = {
  data: GroupHistory;
  title: string;
  show: WaterViewChoice;
  /** Whether the time that is shown ends now. */
  live: boolean;
  tone: GapTone;
  onRange: (from: number, to: number) => void;
};

/** PartPlot draws a part of a group over time: the waterline of one partition, or a line of its lag or of how far behind it was. */
export function PartPlot({ data, title, show, live, tone, onRange }: PartPlotProps) {
  const span = spanOf(data);
  const { events } = data;
  if (show === "offsets") {
    const lines = {
      end: pointsOf(data, "end"),
      committed: pointsOf(data, "committed"),
      start: pointsOf(data, "start"),
    };
    return (
      <Waterline
        {...{ title, span, lines, tone, events, onRange }}
        outlook={live ? data.outlook : null}
        height={PART_HEIGHT}
      />
    );
  }
  const [measure, unit] = show === "lag" ? (["lag", "records"] as const) : (["timeLag", "ms"] as const);
  return (
    <LagPanel
      {...{ title, span, unit, events, onRange }}
      points={pointsOf(data, measure)}
      tone={tone === "calm" ? "water" : tone}
      height={PART_HEIGHT}
    />
  );
}
