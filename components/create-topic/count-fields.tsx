"use client";

import { useTranslations } from "next-intl";
import type { TopicSettings } from "@/lib/api/configs.ts";
import { minInsyncOf } from "@/lib/settings/new-topic.ts";
import type { FieldHint } from "./field.tsx";
import classes from "./fields.module.css";
import { StepperField } from "./stepper-field.tsx";
import type { CreateParams, SetCreateParams, TopicFormState } from "./use-topic-form.ts";

type CountFieldsProps = {
  settings: TopicSettings;
  params: CreateParams;
  setParams: SetCreateParams;
  form: TopicFormState;
};

const MOST_PARTITIONS = 10_000;

function useReplicasHint(replicas: number, { liveBrokers }: TopicSettings): FieldHint {
  const t = useTranslations("create.replicas");
  const racks = new Set(liveBrokers.map(({ rack }) => rack));
  if (replicas === 1) return { tone: "warn", text: t("single") };
  if (!racks.has(null) && racks.size === replicas) return { tone: "ok", text: t("racks", { count: replicas }) };
  return { text: t("brokers", { live: liveBrokers.length }) };
}

function useMinInsyncHint(replicas: number, minimum: number | null, live: number): FieldHint | undefined {
  const t = useTranslations("create.minInsync");
  if (minimum === null || replicas < 2 || replicas > live) return undefined;
  if (minimum === replicas) return { tone: "warn", text: t("none") };
  if (minimum === 1) return { tone: "warn", text: t("weak") };
  return { tone: "ok", text: t("survives", { count: replicas - minimum }) };
}

/** CountFields are partitions, replicas and how many of these must confirm, each against the cluster. */
export function CountFields({ settings, params, setParams, form }: CountFieldsProps) {
  const t = useTranslations("create");
  const { draft, errors } = form;
  const { partitions, replicationFactor } = draft.body;
  const live = settings.liveBrokers.length;
  const even = live > 1 && partitions % live === 0;
  const minInsync = minInsyncOf(draft.settings, settings.items);
  return (
    <div className={classes.three}>
      <StepperField
        label={t("partitions.label")}
        value={params.partitions ?? String(draft.proposal.partitions)}
        min={1}
        max={MOST_PARTITIONS}
        onChange={(text) => setParams({ partitions: text })}
        hint={even ? t("partitions.even", { count: partitions / live }) : t("partitions.later")}
        error={errors.get("partitions")}
      />
      <StepperField
        label={t("replicas.label")}
        value={params.replicationFactor ?? String(draft.proposal.replicationFactor)}
        min={1}
        max={Math.max(1, live)}
        onChange={(text) => setParams({ replicationFactor: text })}
        hint={useReplicasHint(replicationFactor, settings)}
        error={errors.get("replicationFactor")}
      />
      <StepperField
        label={t("minInsync.label")}
        value={form.valueOf("min.insync.replicas")}
        min={1}
        max={Math.max(1, replicationFactor || 1)}
        onChange={(text) => form.setConfig("min.insync.replicas", text)}
        hint={useMinInsyncHint(replicationFactor, minInsync, live)}
        error={errors.get("configs.min.insync.replicas")}
      />
    </div>
  );
}
