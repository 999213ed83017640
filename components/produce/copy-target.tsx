"use client";

import { Autocomplete, Checkbox, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/create-topic/field.tsx";
import { TopicListQuery } from "@/lib/api/topics.ts";
import { clustersQuery } from "@/lib/queries/clusters.ts";
import { topicsQuery } from "@/lib/queries/topics.ts";
import type { PartitionerName } from "@/lib/api/produce.ts";
import { PartitionerField } from "./place-fields.tsx";

/** CopyTargetDraft is where records are copied to, as it is chosen. */
export type CopyTargetDraft = {
  clusterId: string;
  topic: string;
  keepPartition: boolean;
  keepTimestamp: boolean;
  partitioner: PartitionerName;
};

type CopyTargetProps = {
  target: CopyTargetDraft;
  disabled: boolean;
  error: string | undefined;
  onChange: (target: CopyTargetDraft) => void;
};

function ClusterField({ target, disabled, onChange }: CopyTargetProps) {
  const t = useTranslations("produce.copy");
  const id = useId();
  const clusters = useQuery(clustersQuery()).data?.items ?? [];
  if (clusters.length < 2) return null;
  return (
    <Field id={id} label={t("cluster")}>
      <Select
        id={id}
        disabled={disabled}
        value={target.clusterId}
        data={clusters.map((cluster) => ({ value: cluster.clusterId, label: cluster.name }))}
        onChange={(clusterId) => clusterId && onChange({ ...target, clusterId, topic: "" })}
      />
    </Field>
  );
}

function TopicField({ target, disabled, error, onChange }: CopyTargetProps) {
  const t = useTranslations("produce.copy");
  const id = useId();
  const query = TopicListQuery.parse({ search: target.topic, pageSize: 20, internal: "false" });
  const names = useQuery(topicsQuery(target.clusterId, query)).data?.items.map(({ name }) => name) ?? [];
  return (
    <Field id={id} label={t("topic")} error={error}>
      <Autocomplete
        id={id}
        data-autofocus
        disabled={disabled}
        data={names}
        filter={({ options }) => options}
        value={target.topic}
        error={error !== undefined}
        autoComplete="off"
        spellCheck={false}
        comboboxProps={{ withinPortal: true }}
        onChange={(topic) => onChange({ ...target, topic })}
      />
    </Field>
  );
}

/** CopyTarget chooses the topic that records are copied to, and what stays as it is. */
export function CopyTarget(props: CopyTargetProps) {
  const t = useTranslations("produce.copy");
  const { target, disabled, onChange } = props;
  const check = (option: "keepPartition" | "keepTimestamp") => (
    <Checkbox
      label={t(option)}
      disabled={disabled}
      checked={target[option]}
      onChange={(event) => onChange({ ...target, [option]: event.currentTarget.checked })}
    />
  );
  return (
    <>
      <ClusterField {...props} />
      <TopicField {...props} />
      {check("keepPartition")}
      {check("keepTimestamp")}
      {target.keepPartition || disabled ? null : (
        <PartitionerField value={target.partitioner} onChange={(partitioner) => onChange({ ...target, partitioner })} />
      )}
    </>
  );
}
