import type { ReactNode } from "react";

/** Column is one column of a DataTable. The first column names the row: it stays in sight and holds the row's link. */
export type Column<Row> = {
  /** Also the field that `sort` names. */
  id: string;
  header: ReactNode;
  /** Numbers right, text left (the default). */
  align?: "left" | "right";
  sortable?: boolean;
  render: (row: Row) => ReactNode;
  width?: number | string;
  /** Says more about the header on hover. */
  headerHint?: string;
  /** What a copy button beside the cell copies; it shows on hover and focus. */
  copy?: (row: Row) => string;
  /** Stands after the cell's content, outside its link: tags. */
  extra?: (row: Row) => ReactNode;
  /** Hidden under this width of the window. */
  hideBelow?: 760 | 1200;
};

/** Section is a group of rows under one heading row, with what they add up to at its right. */
export type Section<Row> = { id: string; heading: ReactNode; summary?: ReactNode; rows: readonly Row[] };

/** RowTone tints a row, or dims one whose figures are not current. */
export type RowTone = "crit" | "warn" | "dim" | "marked";

/** DataTableProps: `rows` (undefined while there are none yet) or `sections`; the rest says how they look and what they do. */
export type DataTableProps<Row> = {
  /** Names the table to screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows?: readonly Row[] | undefined;
  sections?: readonly Section<Row>[] | undefined;
  getRowId: (row: Row) => string;
  /** "name" ascending, "-name" descending, by a column's id. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  rowHref?: (row: Row) => string | undefined;
  rowTone?: (row: Row) => RowTone | undefined;
  loading?: boolean;
  skeletonRows?: number;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  /** Rows of 32 px instead of 36. */
  dense?: boolean;
  /** Rows of 44 px for two lines. */
  tall?: boolean;
  /** Dims the figures: they are not current. */
  stale?: boolean;
  /** Without a card of its own: inside a flush Card. */
  bare?: boolean;
  /** Cells of a last row that sums up, one a column. */
  footer?: readonly ReactNode[];
};

/** nextSort is what a click on a column's header asks for: the other direction when it is sorted by, else numbers from the largest and text from A. */
export function nextSort(column: { id: string; align?: "left" | "right" }, sort: string | undefined): string {
  if (sort === column.id) return `-${column.id}`;
  if (sort === `-${column.id}`) return column.id;
  return column.align === "right" ? `-${column.id}` : column.id;
}

/** ariaSort is a column's aria-sort under the given sort. */
export function ariaSort(columnId: string, sort: string | undefined): "ascending" | "descending" | undefined {
  if (sort === columnId) return "ascending";
  return sort === `-${columnId}` ? "descending" : undefined;
}
