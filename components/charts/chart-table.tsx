"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/ui/use-format.ts";
import classes from "./chart-table.module.css";
import type { Line } from "./line.ts";
import type { Row } from "./rows.ts";

type ChartTableProps = { title: string; rows: readonly Row[]; lines: readonly Line[]; now: number; height: number };

/** ChartTable is a chart's numbers as a table, the newest first. */
export function ChartTable({ title, rows, lines, now, height }: ChartTableProps) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    // A region that scrolls takes the focus, so that the arrow keys scroll it.
    <section className={classes.scroll} style={{ height }} tabIndex={0} aria-label={title}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("time")}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ at, values }) => (
            <tr key={at}>
              <th scope="row">
                <time dateTime={new Date(at).toISOString()}>{format.time(at, now)}</time>
              </th>
              {lines.map(({ name, exact }, index) => (
                <td key={name}>{values[index] === null ? t("noSample") : exact(values[index] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
