"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { SettingControl } from "@/components/configs/setting-control.tsx";
import { useSettingLanguage } from "@/components/configs/use-setting-language.ts";
import { Segmented } from "@/components/ui/quick-views.tsx";
import type { Config, TopicSettings } from "@/lib/api/configs.ts";
import { describeSetting, messageKey } from "@/lib/settings/kinds.ts";
import { Field, hintIdOf } from "./field.tsx";
import classes from "./fields.module.css";
import { cleanupPolicies, policyFields, readPolicy } from "./policy-fields.ts";
import type { TopicFormState } from "./use-topic-form.ts";

const hintKeys: Record<string, string> = { delete: "deleteHint", compact: "compactHint", "compact,delete": "bothHint" };

function Cleanup({ form }: { form: TopicFormState }) {
  const t = useTranslations("create.cleanup");
  const policy = readPolicy(form.valueOf("cleanup.policy"));
  const error = form.errors.get("configs.cleanup.policy");
  return (
    <div className={classes.cleanup}>
      <span className={classes.cleanupHead} aria-hidden="true">
        {t("label")}
      </span>
      <Segmented
        wide
        label={t("label")}
        value={policy ?? ""}
        options={cleanupPolicies.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => form.setConfig("cleanup.policy", value)}
      />
      <p className={`${classes.hint} ${error ? classes.error : ""}`}>
        {error ?? (policy ? t(hintKeys[policy] ?? "") : null)}
      </p>
    </div>
  );
}

function SettingField({ name, type, form }: { name: string; type: Config["type"]; form: TopicFormState }) {
  const t = useTranslations("create");
  const words = useSettingLanguage();
  const id = useId();
  const setting = describeSetting({ name, type });
  const error = form.errors.get(`configs.${name}`);
  const key = <span className={`hw-mono ${classes.key}`}>{name}</span>;
  return (
    <Field
      id={id}
      label={words.nameOf(setting)}
      aside={key}
      hint={{ text: t(`hints.${messageKey(name)}`) }}
      error={error}
    >
      <SettingControl
        id={id}
        setting={setting}
        value={form.valueOf(name)}
        invalid={error !== undefined}
        describedBy={hintIdOf(id)}
        placeholder={t("clusterDefault")}
        onChange={(value) => form.setConfig(name, value)}
      />
    </Field>
  );
}

/** PolicySettings are what happens to old records, and the settings that decide it under the chosen policy. */
export function PolicySettings({ settings, form }: { settings: TopicSettings; form: TopicFormState }) {
  const types = new Map(settings.items.map(({ name, type }) => [name, type]));
  const names = policyFields(readPolicy(form.valueOf("cleanup.policy")));
  return (
    <div className={classes.two}>
      <Cleanup form={form} />
      {names.map((name) => (
        <SettingField key={name} name={name} type={types.get(name) ?? "unknown"} form={form} />
      ))}
    </div>
  );
}
