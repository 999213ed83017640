"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { History } from "@/lib/api/history.ts";
import { layerColour } from "@/components/charts/layer-colour.ts";
import { Mark } from "@/components/charts/mark.tsx";
import { largestNames } from "@/components/charts/stack.ts";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Bytes, Count, Rate } from "@/components/ui/figures.tsx";
import { paths } from "@/lib/paths.ts";
import type { Element, MeasureChoice } from "./choices.ts";
import { type ElementRow, elementRows, partsOf, sortRows, subtitleKey, writtenMeasure } from "./pick.ts";
import classes from "./throughput.module.css";

type ElementsTableProps = { clusterId: string; history: History; by: Element; measure: MeasureChoice };

const pathOf = { topic: paths.topic, group: paths.group, broker: paths.broker } as const;

function Figure({ value, bytes, sum }: { value: number | null; bytes: boolean; sum?: boolean }) {
  if (bytes) return <Bytes value={value === null ? null : Math.round(value)} />;
  return sum ? <Count value={value === null ? null : Math.round(value)} /> : <Rate value={value} />;
}

function useColumns(by: Element, bytes: boolean, read: boolean, names: readonly string[]): Column<ElementRow>[] {
  const t = useTranslations("throughput");
  const words = useTranslations("charts");
  const figure = (id: "now" | "mean" | "peak" | "sum" | "consumed"): Column<ElementRow> => ({
    id,
    header: t(`columns.${bytes ? "bytes" : "records"}.${id}`),
    align: "right",
    sortable: true,
    ...(id === "sum" ? { headerHint: t("sumHint") } : {}),
    render: (row) => <Figure value={row[id]} bytes={bytes && id !== "consumed"} sum={id === "sum"} />,
  });
  return [
    {
      id: "name",
      header: t(`element.${by}`),
      sortable: true,
      render: ({ name, others }) => (
        <span className={classes.name}>
          <Mark mark="area" colour={layerColour(names.includes(name) && !others ? names.indexOf(name) : null)} />
          {others ? words("others") : name}
        </span>
      ),
    },
    figure("now"),
    figure("mean"),
    figure("peak"),
    figure("sum"),
    ...(read ? [figure("consumed")] : []),
  ];
}

/** ElementsTable is the numbers of the stack: each element's rate now, mean, peak and sum; a row opens its element. */
export function ElementsTable({ clusterId, history, by, measure }: ElementsTableProps) {
  const t = useTranslations("throughput");
  const [sort, setSort] = useState("-mean");
  const written = writtenMeasure(history, measure);
  const names = useMemo(() => largestNames(partsOf(history, written)), [history, written]);
  const read = by !== "broker" && written !== "bytes" && partsOf(history, "consumed").length > 0;
  const columns = useColumns(by, written === "bytes", read, names);
  const rows = useMemo(() => sortRows(elementRows(history, written), sort), [history, written, sort]);
  return (
    <Card
      flush
      title={t(`tableTitle.${by}`)}
      subtitle={t(subtitleKey(history, written === "bytes" ? "bytes/s" : "records/s"))}
    >
      <DataTable
        bare
        label={t(`tableTitle.${by}`)}
        columns={columns}
        rows={rows}
        getRowId={({ name, others }) => (others ? "" : name)}
        rowHref={({ name, others }) => (others ? undefined : pathOf[by](clusterId, name))}
        sort={sort}
        onSort={setSort}
        empty={<CardNote>{t(`none.${by}`)}</CardNote>}
      />
    </Card>
  );
}
