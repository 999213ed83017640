"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Offset } from "@/components/ui/figures.tsx";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { formatTime } from "@/lib/format-time.ts";
import { type JsonPath, parsePath, valueAt } from "./json-path.ts";
import { type JsonValue, jsonOf, kindOf, leafText } from "./json-value.ts";
import { Marked } from "./marked.tsx";
import { baseColumns } from "./messages-search.ts";
import { textPreview } from "./preview.ts";
import { KeyText, type Look, ValuePreview } from "./value-preview.tsx";

type BaseColumn = (typeof baseColumns)[number];

/** RecordColumn is a column of the records' table: a fact of every record, or with `path` a field of the value. `width` in px; null takes what is left. */
export type RecordColumn = {
  id: string;
  path?: JsonPath;
  header: string;
  hint?: string;
  width: number | null;
  right?: boolean;
  mono?: boolean;
};

const widths: Record<BaseColumn, number | null> = {
  time: 118,
  partition: 78,
  offset: 96,
  key: 132,
  value: null,
  size: 72,
};
const FULL_TIME = 198;

function isBase(id: string): id is BaseColumn {
  return (baseColumns as readonly string[]).includes(id);
}

/** useRecordTime writes a record's time to the millisecond; the date before it unless it is of today. */
export function useRecordTime() {
  const format = useFormat();
  return (at: number) => {
    const short = formatTime(at, Date.now(), format.locale, format.timeZone, { ms: true });
    return short.length === 12 ? short : format.timestamp(at);
  };
}

/** useRecordColumns makes the columns of their ids; an unknown id is left out. `dated`: times need their date. */
export function useRecordColumns(ids: readonly string[], dated: boolean): RecordColumn[] {
  const t = useTranslations("messages.columns");
  const all = ids.join(",");
  return useMemo(() => {
    const base = (id: BaseColumn): RecordColumn => {
      const width = id === "time" && dated ? FULL_TIME : widths[id];
      const right = id === "partition" || id === "offset" || id === "size";
      return { id, header: t(id), width, right, mono: id === "key" || id === "value" };
    };
    return all.split(",").flatMap((id): RecordColumn[] => {
      if (isBase(id)) return [base(id)];
      const path = parsePath(id);
      return path ? [{ id, path, header: String(path.at(-1)), hint: id, width: 150, mono: true }] : [];
    });
  }, [all, dated, t]);
}

/** Field is what stands at a path of a JSON value, in its colour. */
export function Field({ value, look }: { value: JsonValue | undefined; look: Look }) {
  if (value === undefined) return <NoValue />;
  return (
    <span data-json={kindOf(value)}>
      <Marked text={textPreview(leafText(value), look.needle, 200)} needle={look.needle} />
    </span>
  );
}

/** RecordCell is what a column shows of a record; `time` is its time in words. */
export function RecordCell({
  column,
  record,
  look,
  size,
}: {
  column: RecordColumn;
  record: MessageRecord;
  look: Look;
  size: string;
}): ReactNode {
  if (column.path) return <Field value={valueAt(jsonOf(record.value), column.path)} look={look} />;
  switch (column.id) {
    case "partition":
      return record.partition;
    case "offset":
      return <Offset value={record.offset} />;
    case "key":
      return <KeyText record={record} needle={look.needle} />;
    case "value":
      return <ValuePreview record={record} look={look} />;
    default:
      return size;
  }
}
