"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import { useNow } from "@/components/ui/use-now.ts";
import classes from "./chart-tooltip.module.css";
import type { Line } from "./line.ts";
import { Mark } from "./mark.tsx";
import type { Row } from "./rows.ts";

type ChartTooltipProps = {
  row: Row;
  lines: readonly Line[];
  events: readonly string[];
  share: number;
  pinned: boolean;
};

/** ChartTooltip is what a chart says about one moment: the time, its age, each line's value, and what happened then. */
export function ChartTooltip({ row, lines, events, share, pinned }: ChartTooltipProps) {
  const t = useTranslations("charts");
  const format = useFormat();
  const now = useNow();
  const away = `calc(${(share < 0.5 ? share : 1 - share) * 100}% + 12px)`;
  return (
    <div
      className={classes.tooltip}
      data-pinned={pinned || undefined}
      style={{ [share < 0.5 ? "left" : "right"]: away }}
    >
      <p className={classes.head}>
        <b>{format.time(row.at, now)}</b> {format.age(now - row.at)}
      </p>
      <dl className={classes.values}>
        {lines.map(({ name, mark, colour, exact }, index) => (
          <div key={name} className={classes.value}>
            <dt>
              <Mark mark={mark} colour={colour} />
              <span className={classes.name}>{name}</span>
            </dt>
            <dd>{row.values[index] === null ? t("noSample") : exact(row.values[index] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {events.map((event) => (
        <p key={event} className={classes.event}>
          {event}
        </p>
      ))}
    </div>
  );
}
