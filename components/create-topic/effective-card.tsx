"use client";

import { useTranslations } from "next-intl";
import { useSettingText } from "@/components/configs/setting-value.tsx";
import { Card } from "@/components/ui/card.tsx";
import { TextButton } from "@/components/ui/text-link.tsx";
import { NoValue } from "@/components/ui/unknown.tsx";
import type { TopicSettings } from "@/lib/api/configs.ts";
import { compareSettings, describeSetting } from "@/lib/settings/kinds.ts";
import classes from "./effective-card.module.css";
import { type EffectiveSetting, effectiveSettings } from "./effective-settings.ts";
import { isUsed, keySettings } from "./policy-fields.ts";
import { SetByTag } from "./set-by-tag.tsx";
import type { TopicFormState } from "./use-topic-form.ts";

function Row({ setting, policy }: { setting: EffectiveSetting; policy: string }) {
  const t = useTranslations("create.effective");
  const textOf = useSettingText();
  const { name, type, value, by } = setting;
  const own = by === "you" || by === "preset";
  const used = isUsed(name, policy);
  const shown =
    value === null ? t("unknown") : value === "" ? <NoValue /> : textOf(describeSetting({ name, type }), value).text;
  return (
    <tr>
      <th scope="row" className="hw-mono">
        {name}
      </th>
      <td
        className={classes.value}
        data-own={(own && used) || undefined}
        data-tip={used && value ? `${name}=${value}` : undefined}
      >
        {used ? shown : t("notUsed")}
      </td>
      <td className={classes.by}>{used ? <SetByTag by={by} /> : <NoValue />}</td>
    </tr>
  );
}

type EffectiveCardProps = {
  settings: TopicSettings;
  form: TopicFormState;
  all: boolean;
  onAll: (all: boolean) => void;
};

/** EffectiveCard is the configuration that the new topic will run with, and who sets each value. */
export function EffectiveCard({ settings, form, all, onAll }: EffectiveCardProps) {
  const t = useTranslations("create.effective");
  const effective = effectiveSettings(form.draft, settings.items, form.run.result);
  const policy = effective.get("cleanup.policy")?.value ?? "";
  const names = all ? [...effective.keys()].toSorted(compareSettings) : keySettings(policy, form.draft.settings.keys());
  const shown = names.flatMap((name) => effective.get(name) ?? []);
  const toggle = (
    <TextButton onClick={() => onAll(!all)} expanded={all}>
      {all ? t("few") : t("all", { count: effective.size })}
    </TextButton>
  );
  if (effective.size === 0) return null;
  return (
    <Card title={t("title")} subtitle={t("subtitle")} action={toggle} flush>
      <table className={classes.table} aria-label={t("title")}>
        <tbody>
          {shown.map((setting) => (
            <Row key={setting.name} setting={setting} policy={policy} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
