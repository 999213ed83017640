"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { HistoryEvent } from "@/lib/api/history.ts";
import classes from "./chart-frame.module.css";
import { ChartTable } from "./chart-table.tsx";
import { Legend } from "./legend.tsx";
import type { Line } from "./line.ts";
import { PlotOverlay } from "./plot-overlay.tsx";
import type { Row } from "./rows.ts";
import type { TimeSpan } from "./time-span.ts";

type ChartFrameProps = {
  title: string;
  /** The chart in one sentence, for those who do not see it. */
  alternative: string;
  span: TimeSpan;
  rows: readonly Row[];
  lines: readonly Line[];
  height: number;
  timeAxis: boolean;
  events: readonly HistoryEvent[];
  onRange?: ((from: number, to: number) => void) | undefined;
  children: ReactNode;
};

/** ChartFrame is what stands around every chart: the legend with current values, the choice to see a table instead, the text alternative, and the cursor over the plot. Its height is kept while the plot itself, which only a browser draws, is not there yet. */
export function ChartFrame({
  title,
  alternative,
  span,
  rows,
  lines,
  height,
  timeAxis,
  events,
  onRange,
  children,
}: ChartFrameProps) {
  const t = useTranslations("charts");
  const described = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={classes.chart} aria-label={title} aria-describedby={described}>
      <div className={classes.head}>
        <Legend lines={lines} />
        <button
          type="button"
          className={`hw-plain ${classes.toggle}`}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t("asTable")}
          <span className="hw-hidden">{title}</span>
        </button>
      </div>
      <p id={described} className="hw-hidden">
        {alternative}
      </p>
      {asTable ? (
        <ChartTable title={title} rows={rows} lines={lines} now={span.to} height={height} />
      ) : (
        <div className={classes.plot} style={{ height }}>
          <div className={classes.drawing} aria-hidden="true">
            {children}
          </div>
          <PlotOverlay {...{ title, span, rows, lines, events, timeAxis, onRange }} />
        </div>
      )}
    </figure>
  );
}
