"use client";

import { IconDots } from "@tabler/icons-react";
import { memo } from "react";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { ICON } from "@/components/ui/icon.ts";
import { formatBytes } from "@/lib/format.ts";
import { recordId } from "./messages-search.ts";
import { RecordCell, type RecordColumn } from "./record-columns.tsx";
import classes from "./records-table.module.css";
import type { Look } from "./value-preview.tsx";

type CellsProps = {
  record: MessageRecord;
  columns: readonly RecordColumn[];
  look: Look;
  time: string;
  /** The one row that Tab reaches. */
  reachable: boolean;
  openLabel: string;
  menuLabel: string;
};

const Cells = memo(function Cells(props: CellsProps) {
  const { record, columns, look, time, reachable, openLabel, menuLabel } = props;
  return columns.map((column, at) => {
    const content =
      column.id === "time" ? (
        time
      ) : (
        <RecordCell column={column} record={record} look={look} size={formatBytes(record.size)} />
      );
    const attributes = {
      "data-column": column.id,
      "data-right": column.right || undefined,
      "data-mono": column.mono || undefined,
    };
    if (at === 0)
      return (
        <th key={column.id} scope="row" {...attributes}>
          <button type="button" className={`hw-plain ${classes.opener}`} tabIndex={reachable ? 0 : -1} data-opener>
            <span className="hw-hidden">{openLabel}</span>
            {content}
          </button>
        </th>
      );
    return (
      <td key={column.id} {...attributes}>
        {content}
        <button
          type="button"
          className={`hw-plain ${classes.more}`}
          tabIndex={-1}
          aria-label={menuLabel}
          data-cell-menu
        >
          <IconDots {...ICON} size={14} />
        </button>
      </td>
    );
  });
});

/** RecordRow is one record; its button opens it. What a click does is decided by the table, from `data-index` and `data-column`. Only its index changes when rows come before it, so its cells are kept. */
export function RecordRow({ index, opened, ...cells }: CellsProps & { index: number; opened: boolean }) {
  const { record } = cells;
  const quiet = record.control !== null || record.aborted;
  return (
    <tr
      className={classes.row}
      data-index={index}
      data-record={recordId(record)}
      data-quiet={quiet || undefined}
      data-opened={opened || undefined}
      aria-rowindex={index + 2}
      aria-current={opened || undefined}
    >
      <Cells {...cells} />
    </tr>
  );
}
