"use client";

import { useTranslations } from "next-intl";
import type { Broker, BrokerList } from "@/lib/api/brokers.ts";
import { DataTable, type RowTone } from "@/components/ui/data-table.tsx";
import { NothingMatches } from "@/components/ui/empty-state.tsx";
import { toneOf } from "@/components/ui/status-list.ts";
import { paths } from "@/lib/paths.ts";
import { useBrokerColumns } from "./broker-columns.tsx";

function toneOfRow({ status }: Broker): RowTone | undefined {
  const tone = toneOf(status);
  return tone === "crit" || tone === "warn" ? tone : undefined;
}

type BrokersTableProps = {
  clusterId: string;
  list: BrokerList;
  sort: string;
  search: string;
  onSort: (sort: string) => void;
  onClear: () => void;
};

/** BrokersTable is a row for each broker, also for those that are down; each opens its broker. */
export function BrokersTable({ clusterId, list, sort, search, onSort, onClear }: BrokersTableProps) {
  const t = useTranslations("brokers");
  const columns = useBrokerColumns();
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={list.items}
      getRowId={({ brokerId }) => String(brokerId)}
      rowHref={({ brokerId }) => paths.broker(clusterId, brokerId)}
      rowTone={toneOfRow}
      sort={sort}
      onSort={onSort}
      empty={<NothingMatches title={t("noneMatches", { search })} onClear={onClear} />}
    />
  );
}
