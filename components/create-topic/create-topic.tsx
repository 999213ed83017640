"use client";

import { useHotkeys } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { CommandText } from "@/components/configs/command-text.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Columns, Stack } from "@/components/ui/columns.tsx";
import { PartErrors } from "@/components/ui/part-errors.tsx";
import type { TopicSettings } from "@/lib/api/configs.ts";
import { CountFields } from "./count-fields.tsx";
import { CreateBar } from "./create-bar.tsx";
import { DryRunCard } from "./dry-run-card.tsx";
import { EffectiveCard } from "./effective-card.tsx";
import { MoreSettings } from "./more-settings.tsx";
import { NameField } from "./name-field.tsx";
import { PolicySettings } from "./policy-settings.tsx";
import { PresetPicker } from "./preset-picker.tsx";
import { useCreate } from "./use-create.ts";
import { type CreateParams, type SetCreateParams, type TopicFormState, useTopicForm } from "./use-topic-form.ts";
import fields from "./fields.module.css";

type CreateTopicProps = {
  clusterId: string;
  settings: TopicSettings;
  params: CreateParams;
  setParams: SetCreateParams;
};

function FormCard({
  settings,
  params,
  setParams,
  form,
}: Omit<CreateTopicProps, "clusterId"> & { form: TopicFormState }) {
  return (
    <Card>
      <div className={fields.form}>
        <NameField name={params.name} form={form} onChange={(name) => setParams({ name })} />
        <CountFields settings={settings} params={params} setParams={setParams} form={form} />
        <PolicySettings settings={settings} form={form} />
        <MoreSettings settings={settings} params={params} setParams={setParams} form={form} />
      </div>
    </Card>
  );
}

function CommandCard({ form }: { form: TopicFormState }) {
  const t = useTranslations("create");
  const shown = form.run.result ?? form.run.stale;
  return (
    <Card title={t("command")}>
      {shown ? (
        <CommandText command={shown.command} label={t("command")} />
      ) : (
        <p className={fields.hint}>{t("commandWait")}</p>
      )}
    </Card>
  );
}

/** CreateTopic is the form of a new topic: preset and fields with their checks at the left, what Kafka says and what the topic will run with at the right, actions in a bar that stays. */
export function CreateTopic({ clusterId, settings, params, setParams }: CreateTopicProps) {
  const t = useTranslations("create");
  const { formRef, ...creation } = useCreate(clusterId);
  const form = useTopicForm(clusterId, settings, params, setParams, creation);
  const create = () => creation.create(form.draft);
  useHotkeys([["mod+Enter", create]], []);
  return (
    <>
      <PartErrors errors={settings.errors} />
      <form ref={formRef} aria-label={t("form")} onSubmit={(event) => event.preventDefault()}>
        <Columns ratio="62:38" align="start">
          <Stack>
            <PresetPicker value={params.preset} onChange={(preset) => setParams({ preset })} />
            <FormCard settings={settings} params={params} setParams={setParams} form={form} />
            <CommandCard form={form} />
          </Stack>
          <Stack>
            <DryRunCard name={params.name} form={form} settings={settings} />
            <EffectiveCard settings={settings} form={form} all={params.all} onAll={(all) => setParams({ all })} />
          </Stack>
        </Columns>
      </form>
      <CreateBar clusterId={clusterId} name={params.name} form={form} creating={creation.creating} onCreate={create} />
    </>
  );
}
