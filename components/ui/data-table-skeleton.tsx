"use client";

import type { Column } from "./data-table-types.ts";
import classes from "./data-table.module.css";

const WIDTHS = [104, 76, 118, 88];

/** DataTableSkeleton is the table's own shape without its values; it shows only after 150 ms. */
export function DataTableSkeleton<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: number }) {
  return (
    <tbody className={classes.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, line) => (
        <tr key={line} className={classes.row}>
          {columns.map((column, index) => (
            <td key={column.id} data-align={column.align} data-hide={column.hideBelow}>
              <span
                className={classes.bone}
                style={{ width: index === 0 ? WIDTHS[line % WIDTHS.length] : column.align === "right" ? 36 : 60 }}
              >
                {"\u00a0"}
              </span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
