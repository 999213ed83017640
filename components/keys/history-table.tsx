"use client";

import { useTranslations } from "next-intl";
import { recordId } from "@/components/messages/messages-search.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ClientPager, pageOf } from "@/components/ui/client-pages.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Bytes, Offset } from "@/components/ui/figures.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { ClockTime } from "@/components/ui/time-ago.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { KeyAnomaly, KeyReading } from "@/lib/api/keys.ts";
import type { MessageRecord } from "@/lib/api/messages.ts";
import { paths } from "@/lib/paths.ts";
import { ChangeCell } from "./change-cell.tsx";
import { readingOf } from "./reading-of.ts";
import { compareValues, type ValueChange } from "./value-diff.ts";

/** HistoryRow is a record with what it changed, and whether its time lies before that of the record before it (ms), or it moved to another partition. */
type HistoryRow = { record: MessageRecord; change: ValueChange; backMs: number | null; movedFrom: number | null };

type HistoryTableProps = {
  name: TopicName;
  records: readonly MessageRecord[];
  anomalies: readonly KeyAnomaly[];
  readings: readonly KeyReading[];
  newestFirst: boolean;
  loading: boolean;
  page: number;
  onPage: (page: number) => void;
};

// The record before it under the same bytes; one of an aborted transaction changed nothing.
function findPrevious(records: readonly MessageRecord[], readings: readonly KeyReading[]) {
  const last = new Map<string | null, MessageRecord>();
  const before = new Map<MessageRecord, MessageRecord | undefined>();
  for (const record of records) {
    const reading = readingOf(record, readings);
    before.set(record, last.get(reading));
    if (!record.aborted) last.set(reading, record);
  }
  return before;
}

function toRows({ records, anomalies, readings }: HistoryTableProps): HistoryRow[] {
  const back = new Map(
    anomalies.flatMap((anomaly) =>
      anomaly.code === "TIME_BACKWARDS" ? [[recordId(anomaly), anomaly.backMs] as const] : [],
    ),
  );
  const before = findPrevious(records, readings);
  return records.map((record) => {
    const previous = before.get(record);
    return {
      record,
      change: compareValues(previous, record),
      backMs: back.get(recordId(record)) ?? null,
      movedFrom: previous && previous.partition !== record.partition ? previous.partition : null,
    };
  });
}

function Marks({ row: { record, backMs, movedFrom } }: { row: HistoryRow }) {
  const t = useTranslations("keys.history");
  const format = useFormat();
  return (
    <>
      {backMs === null ? null : <Tag tone="warn">{t("back", { time: format.duration(backMs) })}</Tag>}
      {movedFrom === null ? null : <Tag tone="warn">{t("movedFrom", { partition: movedFrom })}</Tag>}
      {record.aborted ? (
        <Tag tone="unknown" tip={t("abortedTip")}>
          {t("aborted")}
        </Tag>
      ) : null}
    </>
  );
}

function useColumns(): Column<HistoryRow>[] {
  const t = useTranslations("keys.history.columns");
  return [
    {
      id: "offset",
      header: t("offset"),
      render: ({ record }) => <Offset value={record.offset} />,
      copy: ({ record }) => record.offset,
      extra: (row) => <Marks row={row} />,
    },
    { id: "partition", header: t("partition"), align: "right", render: ({ record }) => record.partition },
    { id: "time", header: t("time"), render: ({ record }) => <ClockTime at={record.timestamp} /> },
    {
      id: "change",
      header: t("change"),
      render: ({ record, change }) => <ChangeCell change={change} record={record} />,
    },
    {
      id: "size",
      header: t("size"),
      align: "right",
      hideBelow: 760,
      render: ({ record }) => <Bytes value={record.size} />,
    },
  ];
}

/** HistoryTable is a key's records in order, with what each changed; a row opens the record. */
export function HistoryTable(props: HistoryTableProps) {
  const { name, newestFirst, loading, onPage } = props;
  const t = useTranslations("keys.history");
  const rows = toRows(props);
  const { page, shown } = pageOf(newestFirst ? rows.toReversed() : rows, props.page);
  return (
    <>
      <DataTable
        bare
        label={t("table")}
        columns={useColumns()}
        rows={shown}
        loading={loading}
        skeletonRows={4}
        getRowId={({ record }) => recordId(record)}
        rowTone={({ record, backMs }) => (record.aborted ? "dim" : backMs === null ? undefined : "warn")}
        rowHref={({ record: { partition, offset } }) =>
          paths.topicMessages(name.clusterId, name.topic, {
            start: `offset:${offset}`,
            partitions: String(partition),
            record: recordId({ partition, offset }),
          })
        }
      />
      <ClientPager label={t("table")} page={page} total={rows.length} onPage={onPage} />
    </>
  );
}
