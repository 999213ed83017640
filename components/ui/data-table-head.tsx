"use client";

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { ariaSort, type Column, nextSort } from "./data-table-types.ts";
import classes from "./data-table.module.css";
import { ICON } from "./icon.ts";

type HeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
};

/** DataTableHead is the header row; a column that sorts is a button. */
export function DataTableHead<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const sorted = ariaSort(column.id, sort);
          const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              data-align={column.align}
              data-hide={column.hideBelow}
              aria-sort={sorted}
              style={{ width: column.width }}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  className={`hw-plain ${classes.sorter}`}
                  data-tip={column.headerHint}
                  onClick={() => onSort(nextSort(column, sort))}
                >
                  {column.header}
                  {sorted ? <Arrow {...ICON} size={13} /> : null}
                </button>
              ) : (
                <span data-tip={column.headerHint}>{column.header}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
