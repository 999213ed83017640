"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Topic } from "@/lib/api/topics.ts";
import { paths } from "@/lib/paths.ts";
import { DataTable } from "@/components/ui/data-table.tsx";
import type { TableLook } from "./table-look.ts";
import { useTopicColumns } from "./topic-columns.tsx";

type TopicsTableProps = {
  clusterId: string;
  topics: readonly Topic[] | undefined;
  sort: string;
  onSort: (sort: string) => void;
  look: TableLook;
  stale: boolean;
  empty?: ReactNode;
};

/** TopicsTable is a table of topics; each row opens its topic. */
export function TopicsTable({ clusterId, topics, sort, onSort, look, stale, empty }: TopicsTableProps) {
  const t = useTranslations("topics");
  return (
    <DataTable
      label={t("title")}
      columns={useTopicColumns(look.hidden)}
      rows={topics}
      getRowId={(topic) => topic.name}
      rowHref={(topic) => paths.topic(clusterId, topic.name)}
      sort={sort}
      onSort={onSort}
      loading={topics === undefined}
      skeletonRows={12}
      dense={look.dense}
      stale={stale}
      empty={empty}
    />
  );
}
