"use client";

import { useTranslations } from "next-intl";
import { Card, CardNote } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/data-table.tsx";
import { StatusBadge } from "@/components/ui/status-badge.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import type { KeyAnswer, KeyReading, KeyTarget } from "@/lib/api/keys.ts";
import { type Partitioner, partitioners } from "@/lib/domain/partitioners.ts";
import { countId, type KeyCounts } from "./reading-of.ts";
import { useReadingName } from "./reading-name.ts";
import classes from "./targets-card.module.css";

type TargetsCardProps = {
  answer: KeyAnswer | undefined;
  /** How many records of the key each partition holds. */
  counts: KeyCounts;
  /** Whether every partition has been read to its end. */
  complete: boolean;
};

function PartitionCell({
  target,
  counts,
  complete,
}: { target: KeyTarget | undefined } & Omit<TargetsCardProps, "answer">) {
  const t = useTranslations("keys.targets");
  const format = useFormat();
  if (!target) return null;
  const { partition } = target;
  if (partition === null) return <span className={classes.quiet}>{t("spread")}</span>;
  const count = counts.get(countId(target.encoding, partition)) ?? 0;
  return (
    <span className={classes.cell}>
      <b className={classes.partition}>{partition}</b>
      {count > 0 ? (
        <StatusBadge tone="ok">{t("holds", { count, shown: format.exact(count) })}</StatusBadge>
      ) : (
        <span className={classes.quiet}>{complete ? t("none") : t("notYet")}</span>
      )}
    </span>
  );
}

function useColumns({ answer, counts, complete }: TargetsCardProps): Column<Partitioner>[] {
  const t = useTranslations("keys.targets");
  const nameOf = useReadingName();
  const targetOf = (id: string, { encoding }: KeyReading) =>
    answer?.targets.find((target) => target.partitioner === id && target.encoding === encoding);
  const readings = answer?.readings ?? [{ encoding: "text", size: 0 } as const];
  return [
    {
      id: "partitioner",
      header: t("columns.partitioner"),
      render: ({ name }) => <code>{name}</code>,
      extra: ({ id }) => (id === "murmur2" ? <span className={classes.quiet}>{t("java")}</span> : null),
    },
    ...readings.map((reading): Column<Partitioner> => ({
      id: reading.encoding,
      header: readings.length === 1 ? t("columns.partition") : t("columns.as", { as: nameOf(reading) }),
      render: ({ id }) => <PartitionCell target={targetOf(id, reading)} counts={counts} complete={complete} />,
    })),
    {
      id: "clients",
      header: t("columns.clients"),
      hideBelow: 760,
      render: ({ clients }) => <span className={classes.quiet}>{clients}</span>,
    },
  ];
}

/** TargetsCard is the table of common partitioners: where each sends the key, and whether that partition holds records of it. */
export function TargetsCard(props: TargetsCardProps) {
  const t = useTranslations("keys.targets");
  const columns = useColumns(props);
  const { answer } = props;
  return (
    <Card title={t("title")} subtitle={answer ? t("subtitle", { count: answer.partitions }) : undefined} flush>
      <DataTable
        bare
        label={t("title")}
        columns={columns}
        rows={answer ? partitioners : undefined}
        loading={!answer}
        skeletonRows={partitioners.length}
        getRowId={({ id }) => id}
        dense
      />
      <CardNote>{t("note")}</CardNote>
    </Card>
  );
}
