"use client";

import { Checkbox, Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/create-topic/field.tsx";
import { StepperField } from "@/components/create-topic/stepper-field.tsx";
import fields from "@/components/create-topic/fields.module.css";
import { Segmented } from "@/components/ui/quick-views.tsx";
import { Codec } from "@/lib/api/messages.ts";
import { MOST_RECORDS, PartitionerName } from "@/lib/api/produce.ts";
import { partitioners } from "@/lib/domain/partitioners.ts";
import type { FieldProps } from "./field-props.ts";
import classes from "./produce.module.css";

/** PartitionerField chooses how a key becomes a partition. */
export function PartitionerField({
  value,
  onChange,
}: {
  value: PartitionerName;
  onChange: (partitioner: PartitionerName) => void;
}) {
  const t = useTranslations("produce.place");
  const id = useId();
  const clients = partitioners.find((partitioner) => partitioner.id === value)?.clients;
  return (
    <Field id={id} label={t("partitioner")} hint={{ text: clients }}>
      <Select
        id={id}
        value={value}
        data={partitioners.map((partitioner) => ({ value: partitioner.id, label: partitioner.name }))}
        onChange={(partitioner) => partitioner && onChange(PartitionerName.parse(partitioner))}
      />
    </Field>
  );
}

/** CompressionField chooses how batches are compressed. */
export function CompressionField({ value, onChange }: { value: Codec; onChange: (codec: Codec) => void }) {
  const t = useTranslations("produce.place");
  const id = useId();
  return (
    <Field id={id} label={t("compression")}>
      <Select
        id={id}
        value={value}
        data={Codec.options.map((codec) => ({ value: codec, label: codec === "none" ? t("uncompressed") : codec }))}
        onChange={(codec) => codec && onChange(Codec.parse(codec))}
      />
    </Field>
  );
}

function Partition({ draft, change, errors, details }: FieldProps) {
  const t = useTranslations("produce.place");
  return (
    <div className={classes.partition}>
      <span className={classes.label}>{t("partition")}</span>
      <Segmented
        wide
        label={t("partition")}
        value={draft.partition === null ? "key" : "chosen"}
        options={(["key", "chosen"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(mode) => change({ partition: mode === "key" ? null : "0" })}
      />
      {draft.partition === null ? (
        <PartitionerField value={draft.partitioner} onChange={(partitioner) => change({ partitioner })} />
      ) : (
        <StepperField
          label={t("number")}
          value={draft.partition}
          min={0}
          max={details.partitions - 1}
          onChange={(partition) => change({ partition })}
          hint={t("range", { last: details.partitions - 1 })}
          error={errors.get("records.0.partition")}
        />
      )}
    </div>
  );
}

/** PlaceFields say where the record goes, how it is compressed, and how many copies are written. */
export function PlaceFields(props: FieldProps) {
  const t = useTranslations("produce.place");
  const { draft, change, errors } = props;
  return (
    <div className={fields.two}>
      <Partition {...props} />
      <div className={classes.copies}>
        <div className={fields.two}>
          <StepperField
            label={t("copies")}
            value={draft.copies}
            min={1}
            max={MOST_RECORDS}
            onChange={(copies) => change({ copies })}
            error={errors.get("count")}
          />
          <CompressionField value={draft.compression} onChange={(compression) => change({ compression })} />
        </div>
        <Checkbox
          label={t("template")}
          description={t("templateHint")}
          checked={draft.template}
          onChange={(event) => change({ template: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
