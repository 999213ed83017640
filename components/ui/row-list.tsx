import type { ReactNode } from "react";
import classes from "./row-list.module.css";

/** RowListRow is one line: what it is at the left, its value at the right; `marked` makes it bold with a dot in the accent (explain the dot in words beside). */
export type RowListRow = { id: string; label: ReactNode; value: ReactNode; marked?: boolean };

/** RowList is a list of labels and values with rules between them. */
export function RowList({ rows }: { rows: readonly RowListRow[] }) {
  return (
    <dl className={classes.rows}>
      {rows.map(({ id, label, value, marked }) => (
        <div key={id} className={classes.row} data-marked={marked || undefined}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
