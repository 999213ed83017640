"use client";

import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { keyOf, type PartitionKey } from "./chosen-partition.ts";
import { type HistorySearch, type WaterViewChoice, waterViews } from "./history-params.ts";
import classes from "./outlook.module.css";

type ControlsProps = {
  partitions: readonly PartitionKey[];
  worst: PartitionKey | null;
  chosen: PartitionKey | null;
  of: string;
  show: WaterViewChoice;
  nameOf: (key: PartitionKey) => string;
  onChange: (change: Partial<HistorySearch>) => void;
};

const SUM = "sum";
const WORST = "worst";

/** WaterlineControls choose what the chart of a group shows: the worst partition, another one or the sum; offsets, lag or time behind. The sum has no offsets. */
export function WaterlineControls({ partitions, worst, chosen, of, show, nameOf, onChange }: ControlsProps) {
  const t = useTranslations("group.waterline");
  const picked = chosen !== null && of !== WORST;
  const value = chosen === null ? SUM : picked ? keyOf(chosen) : WORST;
  const options = [
    ...(worst ? [{ value: WORST, label: t("worstOf", { name: nameOf(worst) }) }] : []),
    ...(picked ? [{ value: keyOf(chosen), label: nameOf(chosen) }] : []),
    { value: SUM, label: t("sumOf", { count: partitions.length }) },
  ];
  const names = partitions
    .map((key) => ({ value: keyOf(key), label: nameOf(key) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en", { numeric: true }));
  const views = waterViews.filter((view) => chosen !== null || view !== "offsets");
  return (
    <div className={classes.controls}>
      <Segmented label={t("which")} value={value} options={options} onChange={(next) => onChange({ of: next })} />
      {partitions.length > 1 ? (
        <Select
          className={classes.pick}
          size="xs"
          aria-label={t("pick")}
          placeholder={t("pick")}
          searchable
          limit={100}
          value={picked ? keyOf(chosen) : null}
          data={names}
          nothingFoundMessage={t("noPartition")}
          onChange={(next) => next && onChange({ of: next })}
        />
      ) : null}
      <Segmented
        label={t("show")}
        value={show}
        options={views.map((view) => ({ value: view, label: t(`views.${view}`) }))}
        onChange={(next) => onChange({ show: next })}
      />
    </div>
  );
}
