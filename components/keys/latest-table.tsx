"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { noNeedle } from "@/components/messages/preview.ts";
import { DatumPreview } from "@/components/messages/value-preview.tsx";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { ClientPager, pageOf } from "@/components/ui/client-pages.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { NothingMatches, EmptyState } from "@/components/ui/empty-state.tsx";
import { Bytes, Count, Offset } from "@/components/ui/figures.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { ClockTime } from "@/components/ui/time-ago.tsx";
import type { LatestRow } from "@/lib/api/keys.ts";
import { paths } from "@/lib/paths.ts";
import { latestParams, type LatestUrl, type SetLatestUrl } from "./latest-search.ts";
import classes from "./latest-table.module.css";

type LatestTableProps = {
  name: TopicName;
  rows: readonly LatestRow[];
  search: LatestUrl;
  onSearch: SetLatestUrl;
  loading: boolean;
  /** The rows are those of the search before. */
  stale: boolean;
};

function KeyMarks({ row: { elsewhere } }: { row: LatestRow }) {
  const t = useTranslations("keys.latest");
  return elsewhere ? (
    <Tag tone="warn" tip={t("elsewhereTip")}>
      {t("elsewhere")}
    </Tag>
  ) : null;
}

function Value({ row: { deleted, value }, search }: { row: LatestRow; search: string }) {
  const t = useTranslations("keys.latest");
  if (deleted)
    return (
      <Tag tone="warn" tip={t("deletedTip")}>
        {t("deleted")}
      </Tag>
    );
  if (!value) return <span className={classes.gone}>{t("gone")}</span>;
  return (
    <span className={classes.value}>
      <DatumPreview
        datum={value}
        look={{ first: [], needle: search === "" ? noNeedle : { text: search, caseSensitive: false } }}
      />
    </span>
  );
}

const cells: Record<string, (row: LatestRow, search: string) => ReactNode> = {
  key: ({ key }) => <code>{key.data === "" ? '""' : key.data}</code>,
  value: (row, search) => <Value row={row} search={search} />,
  time: ({ timestamp }) => <ClockTime at={timestamp} />,
  updates: ({ updates }) => <Count value={updates} />,
  partition: ({ partition }) => partition,
  offset: ({ offset }) => <Offset value={offset} />,
  size: ({ size }) => <Bytes value={size} />,
};

const columnIds = ["key", "value", "time", "updates", "partition", "offset", "size"] as const;
const sorting = new Set<string>(["key", "time", "updates", "size"]);
const figures = new Set<string>(["updates", "partition", "offset", "size"]);

function useColumns(search: string): Column<LatestRow>[] {
  const t = useTranslations("keys.latest");
  return columnIds.map((id) => ({
    id,
    header: t(`columns.${id}`),
    align: figures.has(id) ? "right" : "left",
    sortable: sorting.has(id),
    render: (row: LatestRow) => cells[id]!(row, search),
    ...(id === "updates" && { headerHint: t("updatesTip") }),
    ...(id === "key" && {
      copy: (row: LatestRow) => row.key.data,
      extra: (row: LatestRow) => <KeyMarks row={row} />,
    }),
  }));
}

function Empty({ search, onSearch }: Pick<LatestTableProps, "search" | "onSearch">) {
  const t = useTranslations("keys.latest.nothing");
  if (search.search === "" && search.deleted === "include")
    return <EmptyState title={t("title")}>{t("text")}</EmptyState>;
  return (
    <NothingMatches
      title={search.search === "" ? t("filter") : t("search", { search: search.search })}
      onClear={() => onSearch({ search: null, deleted: null })}
    />
  );
}

/** LatestTable is the newest value of each key; a row opens the key's history. */
export function LatestTable({ name, rows, search, onSearch, loading, stale }: LatestTableProps) {
  const t = useTranslations("keys.latest");
  const { page, shown } = pageOf(rows, search.page);
  return (
    <>
      <DataTable
        bare
        label={t("title")}
        columns={useColumns(search.search)}
        rows={shown}
        loading={loading}
        stale={stale}
        skeletonRows={8}
        sort={search.sort}
        onSort={(sort) => onSearch({ sort: latestParams.sort.parse(sort) })}
        getRowId={({ partition, offset }) => `${partition}-${offset}`}
        rowHref={({ key }) =>
          key.cut
            ? undefined
            : paths.topicKey(name.clusterId, name.topic, { key: key.data, keyAs: asWord(key.encoding) })
        }
        empty={<Empty search={search} onSearch={onSearch} />}
      />
      <ClientPager label={t("title")} page={page} total={rows.length} onPage={(next) => onSearch({ page: next })} />
    </>
  );
}

// Text is found by itself; what was shown otherwise has to be read in the same way.
function asWord(encoding: LatestRow["key"]["encoding"]): string | null {
  return encoding === "text" || encoding === "json" ? null : encoding;
}
