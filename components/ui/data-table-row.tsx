"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import type { Column, RowTone } from "./data-table-types.ts";
import classes from "./data-table.module.css";

type RowProps<Row> = { row: Row; columns: readonly Column<Row>[]; href: string | undefined; tone: RowTone | undefined };

function Linked({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <span className={classes.link}>{children}</span>;
  return (
    <Link className={classes.link} href={href} data-row-link prefetch={false}>
      {children}
    </Link>
  );
}

function Content<Row>({
  row,
  column,
  href,
  first,
}: {
  row: Row;
  column: Column<Row>;
  href: string | undefined;
  first: boolean;
}) {
  const content = column.render(row);
  if (!first && !column.copy && !column.extra) return content;
  return (
    <span className={first ? classes.name : classes.cell}>
      {first ? <Linked href={href}>{content}</Linked> : content}
      {column.extra?.(row)}
      {column.copy ? (
        <span className={classes.copy}>
          <CopyButton value={column.copy(row)} />
        </span>
      ) : null}
    </span>
  );
}

/** DataTableRow is one row; its first cell is its header (scope row) and holds its link. */
export function DataTableRow<Row>({ row, columns, href, tone }: RowProps<Row>) {
  return (
    <tr className={classes.row} data-href={href} data-tone={tone}>
      {columns.map((column, index) => {
        const content = <Content row={row} column={column} href={href} first={index === 0} />;
        const attributes = { "data-align": column.align, "data-hide": column.hideBelow };
        return index === 0 ? (
          <th key={column.id} scope="row" {...attributes}>
            {content}
          </th>
        ) : (
          <td key={column.id} {...attributes}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}
