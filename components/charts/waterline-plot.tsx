"use client";

import { useElementSize } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { HistoryEvent } from "@/lib/api/history.ts";
import { useFormat } from "@/components/ui/use-format.ts";
import { HatchFill, WaterFill } from "./fills.tsx";
import { missingBands } from "./gaps.ts";
import { type GapTone, gapMarks } from "./gap-tone.ts";
import { plotBox } from "./plot-box.ts";
import { timeTicks } from "./time-ticks.ts";
import { offsetLabel, type WaterAxis } from "./water-axis.ts";
import { bandPath, fillsOf, linePath, type Scale } from "./water-paths.ts";
import type { WaterView } from "./water-view.ts";
import { WaterEvents } from "./waterline-events.tsx";
import { WaterMarks, type WaterWords } from "./waterline-marks.tsx";
import classes from "./waterline.module.css";
import type { WaterRow } from "./waterline-rows.ts";

type Box = { left: number; right: number; top: number; bottom: number };
type PlotProps = {
  view: WaterView;
  past: { from: number; to: number; step: number };
  tone: GapTone;
  words: WaterWords;
  events: readonly HistoryEvent[];
  height: number;
};

const LEAST_TICK_PX = 64;
const SIDE = "var(--hw-log-start)";

function Axes({ view, axis, box, scale }: { view: WaterView; axis: WaterAxis; box: Box; scale: Scale }) {
  const { locale, timeZone } = useFormat();
  const most = Math.max(2, Math.floor((box.right - box.left) / LEAST_TICK_PX));
  return (
    <g className={classes.axis}>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${box.left},${scale.y(tick)}H${box.right}`}
            stroke={tick === axis.low ? "var(--hw-line-strong)" : "var(--hw-grid)"}
          />
          <text x={box.left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {offsetLabel(tick, axis.step, locale)}
          </text>
        </g>
      ))}
      {timeTicks(view.span, locale, timeZone, Math.min(7, most)).map(({ at, label }) => (
        <text key={at} x={scale.x(at)} y={box.bottom + 17} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

function Missing({ view, past, box, scale }: Pick<PlotProps, "view" | "past"> & { box: Box; scale: Scale }) {
  const t = useTranslations("charts");
  const rows = view.rows.map(({ at, end, committed, start }) => ({ at, values: [end, committed, start] }));
  return missingBands(rows, past).map(({ from, to }) => {
    const [left, right] = [scale.x(from), scale.x(to)];
    return (
      <g key={from} className={classes.axis}>
        <path d={`M${left},${box.top}H${right}V${box.bottom}H${left}Z`} fill="var(--hw-sunken)" />
        {right - left > LEAST_TICK_PX ? (
          <text x={(left + right) / 2} y={box.bottom - 6} textAnchor="middle">
            {t("noSamples")}
          </text>
        ) : null}
      </g>
    );
  });
}

type WaterProps = { rows: readonly WaterRow[]; low: number; scale: Scale; id: string; ahead?: boolean };

function Water({ rows, low, scale, id, ahead = false }: WaterProps) {
  const { kept, unread, lost } = fillsOf;
  const dash = ahead ? "4 3" : undefined;
  const line = { fill: "none", strokeDasharray: dash, strokeLinejoin: "round" } as const;
  return (
    <>
      <path
        d={bandPath(
          rows,
          () => low,
          ({ start }) => start && Math.max(low, start),
          scale,
        )}
        fill={SIDE}
        fillOpacity={0.1}
      />
      <path d={bandPath(rows, (row) => floorOf(kept.low(row), low), kept.high, scale)} fill={`url(#${id}-water)`} />
      <path d={bandPath(rows, unread.low, unread.high, scale)} fill={`url(#${id}-gap)`} />
      <path d={bandPath(rows, lost.low, lost.high, scale)} fill="var(--hw-crit-mark)" fillOpacity={0.45} />
      <path d={linePath(rows, ({ start }) => start, scale)} stroke={SIDE} strokeWidth={1.5} {...line} />
      <path
        d={linePath(rows, ({ committed }) => committed, scale)}
        stroke="var(--hw-consumed)"
        strokeWidth={1.5}
        {...line}
      />
      <path d={linePath(rows, ({ end }) => end, scale)} stroke="var(--hw-produced)" strokeWidth={2} {...line} />
    </>
  );
}

const floorOf = (value: number | null, low: number) => (value === null ? null : Math.max(low, value));

function scaleOf({ span }: WaterView, { low, high }: WaterAxis, { left, right, top, bottom }: Box): Scale {
  return {
    x: (at) => left + ((at - span.from) / (span.to - span.from)) * (right - left),
    y: (offset) => bottom - ((offset - low) / (high - low)) * (bottom - top),
  };
}

/** WaterlinePlot draws a waterline: axes, times without samples, the three lines with their fills, how they go on, and the marks of now. The lines are measured on one axis, which recharts' stacks cannot leave 0 for. */
export function WaterlinePlot({ view, past, tone, words, events, height }: PlotProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const id = useId();
  const { axis, projection, rows } = view;
  const box = {
    left: plotBox.left,
    right: Math.max(plotBox.left + 1, width - plotBox.right),
    top: plotBox.top,
    bottom: height - plotBox.timeAxis,
  };
  const scale = axis && scaleOf(view, axis, box);
  return (
    <div ref={ref} className={classes.plot}>
      {width > 0 && axis && scale ? (
        // The export draws what bears recharts' class.
        <svg className="recharts-surface" width={width} height={height}>
          <WaterFill id={`${id}-water`} colour="var(--hw-consumed)" />
          <HatchFill id={`${id}-gap`} colour={gapMarks[tone]} />
          <clipPath id={`${id}-clip`}>
            <rect x={box.left} y={box.top - 2} width={box.right - box.left} height={box.bottom - box.top + 2} />
          </clipPath>
          <Missing {...{ view, past, box, scale }} />
          <Axes {...{ view, axis, box, scale }} />
          <g clipPath={`url(#${id}-clip)`}>
            <Water {...{ rows, scale, id }} low={axis.low} />
            {projection ? <Water {...{ scale, id }} rows={projection.rows} low={axis.low} ahead /> : null}
          </g>
          <WaterEvents {...{ events, span: view.span, now: past.to, box, scale }} />
          <WaterMarks {...{ view, axis, box, scale, words, tone }} />
        </svg>
      ) : null}
    </div>
  );
}
