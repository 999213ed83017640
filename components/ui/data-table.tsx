"use client";

import { useTranslations } from "next-intl";
import { Fragment, useRef } from "react";
import { DataTableHead } from "./data-table-head.tsx";
import { DataTableRow } from "./data-table-row.tsx";
import { DataTableSkeleton } from "./data-table-skeleton.tsx";
import type { DataTableProps, Section } from "./data-table-types.ts";
import classes from "./data-table.module.css";
import { useOverflow } from "./use-overflow.ts";
import { useRowLinks } from "./use-row-links.ts";

export type { Column, DataTableProps, RowTone, Section } from "./data-table-types.ts";

function SectionHead<Row>({ section, span }: { section: Section<Row>; span: number }) {
  return (
    <tr className={classes.section}>
      <th scope="rowgroup" colSpan={span}>
        <span className={classes.sectionLine}>
          {section.heading}
          {section.summary ? <span className={classes.sectionSum}>{section.summary}</span> : null}
        </span>
      </th>
    </tr>
  );
}

function Body<Row>({ rows, sections, columns, getRowId, rowHref, rowTone }: DataTableProps<Row>) {
  const parts: readonly { section?: Section<Row>; rows: readonly Row[] }[] = sections
    ? sections.map((section) => ({ section, rows: section.rows }))
    : [{ rows: rows ?? [] }];
  return (
    <tbody>
      {parts.map((part) => (
        <Fragment key={part.section?.id ?? ""}>
          {part.section ? <SectionHead section={part.section} span={columns.length} /> : null}
          {part.rows.map((row) => (
            <DataTableRow key={getRowId(row)} row={row} columns={columns} href={rowHref?.(row)} tone={rowTone?.(row)} />
          ))}
        </Fragment>
      ))}
    </tbody>
  );
}

function Foot<Row>({ columns, footer }: DataTableProps<Row>) {
  if (!footer) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) => (
          <td key={column.id} data-align={column.align} data-hide={column.hideBelow}>
            {footer[index]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** DataTable is every table of the product: sticky header and name column, sorting by header, rows that open on a click, sections, a skeleton of its own shape, and scrolling inside itself when it is too wide. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTranslations("common");
  const scroll = useRef<HTMLElement>(null);
  const { overflows, scrolled } = useOverflow(scroll);
  useRowLinks(scroll);
  const { label, columns, rows, sections, loading, empty } = props;
  const none = (rows?.length ?? 0) === 0 && (sections?.length ?? 0) === 0;
  if (none && !loading && empty)
    return (
      <div className={classes.frame} data-bare={props.bare || undefined}>
        {empty}
      </div>
    );
  return (
    <div className={classes.frame} data-bare={props.bare || undefined}>
      {/* A region that scrolls takes the focus, so that the arrow keys scroll it. */}
      <section
        ref={scroll}
        className={classes.scroll}
        aria-label={label}
        aria-busy={loading || undefined}
        tabIndex={overflows ? 0 : undefined}
        data-fits={overflows === false || undefined}
        data-overflows={overflows || undefined}
        data-scrolled={scrolled || undefined}
      >
        <table
          className={classes.table}
          aria-label={label}
          data-dense={props.dense || undefined}
          data-tall={props.tall || undefined}
          data-stale={props.stale || undefined}
        >
          <DataTableHead columns={columns} sort={props.sort} onSort={props.onSort} />
          {none && loading ? (
            <DataTableSkeleton columns={columns} rows={props.skeletonRows ?? 8} />
          ) : (
            <Body {...props} />
          )}
          <Foot {...props} />
        </table>
        {none && loading ? (
          <span role="status" className="hw-hidden">
            {t("loadingWhat", { what: label })}
          </span>
        ) : null}
      </section>
    </div>
  );
}
