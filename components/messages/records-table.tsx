"use client";

import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { Fragment, type MouseEvent, type UIEvent, useCallback, useEffect, useRef } from "react";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { recordId } from "./messages-search.ts";
import { type RecordColumn, useRecordTime } from "./record-columns.tsx";
import { RecordRow } from "./record-row.tsx";
import classes from "./records-table.module.css";
import { useFillHeight } from "./use-fill-height.ts";
import { useRowFocus } from "./use-row-focus.ts";
import type { Look } from "./value-preview.tsx";

const ROW_PX = 36;
const NEAR_PX = 24;

/** CellPoint is a cell that a menu is asked for, and where on the screen (px). */
export type CellPoint = { record: MessageRecord; column: string; x: number; y: number };

type TableProps = {
  label: string;
  records: readonly MessageRecord[];
  columns: readonly RecordColumn[];
  look: Look;
  busy: boolean;
  stale: boolean;
  openId: string | null;
  /** New rows come at the end; `follow` keeps it in view. */
  tail: boolean;
  follow: boolean;
  onOpen: (record: MessageRecord) => void;
  onMenu: (point: CellPoint) => void;
  /** Tells whether the reader has scrolled away from where new rows come. */
  onAway: (away: boolean) => void;
};

// A row that only takes up place has nothing to name.
/* oxlint-disable jsx-a11y/control-has-associated-label */
function Space({ px, columns }: { px: number; columns: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden className={classes.space}>
      <td colSpan={columns} style={{ height: px }} />
    </tr>
  );
}

function Head({ columns }: { columns: readonly RecordColumn[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            data-right={column.right || undefined}
            style={{ width: column.width ?? undefined }}
          >
            <span data-tip={column.hint}>{column.header}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Bones({ columns }: { columns: readonly RecordColumn[] }) {
  return (
    <tbody className={classes.bones} aria-hidden>
      {Array.from({ length: 10 }, (_, row) => (
        <tr key={row}>
          {columns.map((column) => (
            <td key={column.id} data-right={column.right || undefined}>
              <span className={classes.bone} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/* oxlint-enable jsx-a11y/control-has-associated-label */
// Which row and cell an event of the mouse is about.
function placeOf(event: MouseEvent, records: readonly MessageRecord[]) {
  const target = event.target instanceof Element ? event.target : null;
  const record = records[Number(target?.closest("tr[data-index]")?.getAttribute("data-index") ?? -1)];
  const column = target?.closest("[data-column]")?.getAttribute("data-column") ?? "time";
  return record && target ? { record, column, target } : null;
}

function useTableMouse({ records, onOpen, onMenu }: TableProps, setActive: (index: number) => void) {
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event, records);
    if (!place) return;
    setActive(records.indexOf(place.record));
    const button = place.target.closest("[data-cell-menu]");
    if (button) {
      const { left, bottom } = button.getBoundingClientRect();
      onMenu({ record: place.record, column: place.column, x: left, y: bottom });
      return;
    }
    if (document.getSelection()?.toString() && !place.target.closest("[data-opener]")) return;
    onOpen(place.record);
  };
  const onContextMenu = (event: MouseEvent) => {
    const place = placeOf(event, records);
    if (!place || document.getSelection()?.toString()) return;
    event.preventDefault();
    onMenu({ record: place.record, column: place.column, x: event.clientX, y: event.clientY });
  };
  return { onClick, onContextMenu };
}

function Rows({ props, items, active }: { props: TableProps; items: readonly VirtualItem[]; active: number }) {
  const t = useTranslations("messages.row");
  const time = useRecordTime();
  const { records, columns, look, openId } = props;
  return items.map((item, at) => {
    const record = records[item.index];
    if (!record) return null;
    const id = recordId(record);
    return (
      <Fragment key={id}>
        <Space px={item.start - (items[at - 1]?.end ?? 0)} columns={columns.length} />
        <RecordRow
          record={record}
          index={item.index}
          columns={columns}
          look={look}
          time={time(record.timestamp)}
          reachable={item.index === active}
          opened={id === openId}
          openLabel={t("open", { partition: record.partition, offset: record.offset })}
          menuLabel={t("menu")}
        />
      </Fragment>
    );
  });
}

/** RecordsTable shows up to 100,000 records, of which only those in view are in the page; rows are reached by keys, and what is asked of a cell is told with the place of it. */
export function RecordsTable(props: TableProps) {
  const { label, records, columns, busy, stale, tail, follow, onAway, openId, onOpen } = props;
  const scroll = useRef<HTMLElement>(null);
  const activeRow = useRef(0);
  const height = useFillHeight(scroll, 20, 300);
  // The row that has the focus stays in the page, else the focus would be lost by scrolling.
  const rangeExtractor = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    const kept = activeRow.current;
    if (kept >= range.count || indexes.includes(kept)) return indexes;
    return [...indexes, kept].toSorted((a, b) => a - b);
  }, []);
  const rows = useVirtualizer<HTMLElement, Element>({
    count: records.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: ROW_PX,
    rangeExtractor,
  });
  // While a record is open, the keys that move through the rows open the next one.
  const onMove = (index: number) => {
    const record = records[index];
    if (record && openId !== null) onOpen(record);
  };
  const focus = useRowFocus(scroll, rows, records.length, onMove);
  activeRow.current = focus.active;
  const mouse = useTableMouse(props, focus.setActive);
  useEffect(() => {
    if (tail && follow && records.length > 0) rows.scrollToIndex(records.length - 1);
  }, [tail, follow, records.length, rows]);
  const onScroll = ({ currentTarget: box }: UIEvent<HTMLElement>) =>
    onAway(tail ? box.scrollTop + box.clientHeight < box.scrollHeight - NEAR_PX : box.scrollTop > NEAR_PX);
  const items = rows.getVirtualItems();
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      style={{ maxHeight: height }}
      aria-label={label}
      aria-busy={busy}
      tabIndex={0}
      onScroll={onScroll}
    >
      {/* The rows' buttons are what is pressed; their clicks and keys are heard here, once for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={classes.table}
        aria-label={label}
        aria-rowcount={records.length + 1}
        data-stale={stale || undefined}
        onKeyDown={focus.onKeyDown}
        {...mouse}
      >
        <Head columns={columns} />
        {records.length === 0 ? (
          <Bones columns={columns} />
        ) : (
          <tbody>
            <Rows props={props} items={items} active={focus.active} />
            <Space px={rows.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={columns.length} />
          </tbody>
        )}
      </table>
    </section>
  );
}
