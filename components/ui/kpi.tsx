import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./kpi.module.css";

/** KpiStrip is one card of key figures: beside each other from 760 px on, two a row below. */
export function KpiStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className={classes.strip} aria-label={label}>
      {children}
    </dl>
  );
}

type KpiProps = {
  label: string;
  value: ReactNode;
  unit?: ReactNode;
  hint?: ReactNode;
  /** crit and warn colour the figure; unknown sets a word instead of a figure smaller. */
  tone?: "crit" | "warn" | "unknown" | undefined;
  href?: string;
  /** A small chart at the right end, below the label. */
  chart?: ReactNode;
};

/** Kpi is one key figure: label, value with its unit, and a grey line that says more; with `href` the whole cell opens it. */
export function Kpi({ label, value, unit, hint, tone, href, chart }: KpiProps) {
  return (
    <div className={classes.kpi} data-tone={tone}>
      <dt className={classes.label}>
        {href ? (
          <Link className={classes.link} href={href}>
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className={classes.value}>
        <span className={classes.figure}>{value}</span>
        {unit ? <span className={classes.unit}>{unit}</span> : null}
      </dd>
      {hint ? <dd className={classes.hint}>{hint}</dd> : null}
      {chart ? (
        <dd className={classes.chart} aria-hidden="true">
          {chart}
        </dd>
      ) : null}
    </div>
  );
}
