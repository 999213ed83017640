"use client";

import { useTranslations } from "next-intl";
import type { DuplicatesTotals } from "@/lib/api/duplicates.ts";
import type { TopicName } from "@/components/topic/topic-name.ts";
import { BarCell } from "@/components/ui/bar-cell.tsx";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { Count } from "@/components/ui/figures.tsx";
import { TextLink } from "@/components/ui/text-link.tsx";
import { paths } from "@/lib/paths.ts";
import classes from "./compare.module.css";
import { KeyText } from "./key-text.tsx";

const classesOfTime = ["second", "minute", "hour", "day", "more"] as const;
type Distance = { id: (typeof classesOfTime)[number]; copies: number };

function Distances({ totals }: { totals: DuplicatesTotals }) {
  const t = useTranslations("compare.duplicates");
  const rows = classesOfTime.map((id, index): Distance => ({ id, copies: totals.distances[index] ?? 0 }));
  const columns: Column<Distance>[] = [
    { id: "within", header: t("within"), render: ({ id }) => t(`distances.${id}`) },
    {
      id: "copies",
      header: t("columns.copies"),
      align: "right",
      render: ({ copies }) => (
        <BarCell value={copies} max={totals.duplicates}>
          <Count value={copies} />
        </BarCell>
      ),
    },
  ];
  return (
    <Card title={t("distance")} subtitle={t("distanceHint")} flush>
      <DataTable bare dense label={t("distance")} columns={columns} rows={rows} getRowId={({ id }) => id} />
      {totals.otherPartition > 0 ? (
        <CardNote>{t("inOtherPartition", { count: totals.otherPartition })}</CardNote>
      ) : null}
    </Card>
  );
}

type TopKey = DuplicatesTotals["topKeys"][number];

function TopKeys({ name: { clusterId, topic }, totals }: { name: TopicName; totals: DuplicatesTotals }) {
  const t = useTranslations("compare.duplicates");
  const columns: Column<TopKey>[] = [
    {
      id: "key",
      header: t("columns.key"),
      render: ({ key }) =>
        key?.encoding === "text" && !key.cut ? (
          <TextLink href={paths.topicKey(clusterId, topic, { key: key.data })}>
            <KeyText datum={key} />
          </TextLink>
        ) : (
          <KeyText datum={key} />
        ),
    },
    {
      id: "copies",
      header: t("columns.copies"),
      align: "right",
      render: ({ copies }) => (
        <BarCell value={copies} max={totals.topKeys[0]?.copies ?? 1}>
          <Count value={copies} />
        </BarCell>
      ),
    },
  ];
  return (
    <Card title={t("topKeys")} flush>
      <DataTable
        bare
        dense
        label={t("topKeys")}
        columns={columns}
        rows={totals.topKeys}
        getRowId={({ key }) => `${key?.encoding} ${key?.data}`}
      />
      {totals.topKeysCut ? <CardNote>{t("topKeysCut")}</CardNote> : null}
    </Card>
  );
}

/** DuplicatesFacts tell how far copies lie from the first record, and which keys have the most of them. */
export function DuplicatesFacts({ name, totals }: { name: TopicName; totals: DuplicatesTotals }) {
  return (
    <div className={classes.cards}>
      <Distances totals={totals} />
      {(totals.topKeys[0]?.copies ?? 0) > 1 ? <TopKeys name={name} totals={totals} /> : null}
    </div>
  );
}
