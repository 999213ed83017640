"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { isRefusal } from "@/components/configs/field-errors.ts";
import { ToneIcon } from "@/components/ui/status-badge.tsx";
import { Field, type FieldHint, hintIdOf } from "./field.tsx";
import type { TopicFormState } from "./use-topic-form.ts";

function useHint(name: string, { draft, run, errors }: TopicFormState): FieldHint {
  const t = useTranslations("create.name");
  if (name === "" || draft.errors.size > 0) return { text: t("rule") };
  if (run.checking) return { text: t("checking") };
  // The broker looks at the name first: what it refuses for another reason has a free name.
  const free = run.result !== null || (isRefusal(run.error) && run.error.fields.length > 0 && !errors.has("name"));
  return free ? { tone: "ok", text: t("free") } : { text: t("rule") };
}

/** NameField is the new topic's name: legal, free and without a twin, said as it is typed. */
export function NameField({
  name,
  form,
  onChange,
}: {
  name: string;
  form: TopicFormState;
  onChange: (name: string) => void;
}) {
  const t = useTranslations("create.name");
  const id = useId();
  const hint = useHint(name, form);
  const error = form.errors.get("name");
  return (
    <Field id={id} label={t("label")} aside={t("count", { length: name.length })} hint={hint} error={error}>
      <TextInput
        id={id}
        value={name}
        placeholder={t("placeholder")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={error !== undefined}
        aria-required
        aria-invalid={error !== undefined || undefined}
        attributes={{ input: { "aria-describedby": hintIdOf(id) } }}
        rightSection={hint.tone && !error ? <ToneIcon tone={hint.tone} /> : null}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </Field>
  );
}
