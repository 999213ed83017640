"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/figures.tsx";
import { NoValue, Unknown } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { useProblem } from "@/components/ui/use-problem.ts";
import type { DeleteRecordsResult, Partition } from "@/lib/api/topics.ts";
import classes from "./records-table.module.css";

type Preview = DeleteRecordsResult["partitions"][number];

type OffsetsTableProps = {
  topic: string;
  partitions: readonly Partition[];
  offsets: Readonly<Record<number, string>>;
  errors: ReadonlyMap<number, string>;
  preview: readonly Preview[];
  onChange: (offsets: Readonly<Record<number, string>>) => void;
};

function without(offsets: Readonly<Record<number, string>>, partitions: readonly number[]) {
  const gone = new Set(partitions.map(String));
  return Object.fromEntries(Object.entries(offsets).filter(([partition]) => !gone.has(partition)));
}

function Offset({ value, partition }: { value: string | null; partition: Partition }) {
  const format = useFormat();
  const { titleOf } = useProblem();
  if (value !== null) return format.exact(value);
  return <Unknown reason={titleOf(partition.unknown["highWatermark"] ?? "NO_LEADER")} />;
}

type RowProps = Omit<OffsetsTableProps, "partitions" | "topic" | "preview"> & {
  partition: Partition;
  preview: Preview | undefined;
};

function Row({ partition, offsets, errors, preview, onChange }: RowProps) {
  const t = useTranslations("changes.deleteRecords");
  const number = partition.partition;
  const text = offsets[number];
  const error = errors.get(number);
  return (
    <>
      <tr>
        <td>
          <Checkbox
            aria-label={t("choose", { partition: number })}
            checked={text !== undefined}
            disabled={partition.leader === null}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? { ...offsets, [number]: "" } : without(offsets, [number]))
            }
          />
        </td>
        <th scope="row">{number}</th>
        <td className={classes.number}>
          <Offset value={partition.logStartOffset} partition={partition} />
        </td>
        <td className={classes.number}>
          <Offset value={partition.highWatermark} partition={partition} />
        </td>
        <td className={classes.number}>
          <TextInput
            className={classes.offset}
            aria-label={t("upToOf", { partition: number })}
            placeholder={text === undefined ? "" : t("toEnd")}
            inputMode="numeric"
            value={text ?? ""}
            disabled={partition.leader === null}
            error={error !== undefined}
            onChange={(event) => onChange({ ...offsets, [number]: event.currentTarget.value.trim() })}
          />
        </td>
        <td className={classes.number}>
          {text !== undefined && preview?.records ? <Count value={preview.records} /> : <NoValue />}
        </td>
      </tr>
      {error ? (
        <tr className={classes.errorRow}>
          <td colSpan={6}>{error}</td>
        </tr>
      ) : null}
    </>
  );
}

/** OffsetsTable chooses partitions and up to where their records go; an empty offset is "to the end". */
export function OffsetsTable({ topic, partitions, preview, ...rest }: OffsetsTableProps) {
  const t = useTranslations("changes.deleteRecords");
  const { offsets, onChange } = rest;
  const open = partitions.filter(({ leader }) => leader !== null).map(({ partition }) => partition);
  const chosen = open.filter((partition) => offsets[partition] !== undefined);
  const all = { ...Object.fromEntries(open.map((partition) => [partition, ""])), ...offsets };
  const byPartition = new Map(preview.map((row) => [row.partition, row]));
  return (
    <section className={classes.scroll} aria-label={t("partitionsLabel", { topic })} tabIndex={0}>
      <table className={classes.table} aria-label={t("partitionsLabel", { topic })}>
        <thead>
          <tr>
            <td>
              <Checkbox
                aria-label={t("chooseAll")}
                checked={chosen.length === open.length && open.length > 0}
                indeterminate={chosen.length > 0 && chosen.length < open.length}
                onChange={(event) => onChange(event.currentTarget.checked ? all : without(offsets, open))}
              />
            </td>
            <th scope="col">{t("partition")}</th>
            <th scope="col" className={classes.number}>
              {t("logStart")}
            </th>
            <th scope="col" className={classes.number}>
              {t("end")}
            </th>
            <th scope="col" className={classes.number}>
              {t("upTo")}
            </th>
            <th scope="col" className={classes.number}>
              {t("records")}
            </th>
          </tr>
        </thead>
        <tbody>
          {partitions.map((partition) => (
            <Row
              key={partition.partition}
              partition={partition}
              preview={byPartition.get(partition.partition)}
              {...rest}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
