import type { ReactNode } from "react";
import classes from "./bar-cell.module.css";

type BarCellProps = { value: number; max: number; tone?: "warn" | "crit" | "unknown" | undefined; children: ReactNode };

/** BarCell is a figure (the children) with its bar beside it, on the scale 0..max; a value of 0 has no bar. */
export function BarCell({ value, max, tone, children }: BarCellProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div className={classes.cell}>
      <div className={classes.track} aria-hidden="true">
        {share > 0 ? <div className={classes.fill} data-tone={tone} style={{ width: `${share * 100}%` }} /> : null}
      </div>
      <span className={classes.figure}>{children}</span>
    </div>
  );
}
