"use client";

import { IconEyeOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Config } from "@/lib/api/configs.ts";
import { ICON } from "@/components/ui/icon.ts";
import { NoValue } from "@/components/ui/unknown.tsx";
import { useFormat } from "@/components/ui/use-format.ts";
import { explainSetting } from "./setting-value.ts";
import classes from "./settings-table.module.css";

type SettingValueProps = { setting: Pick<Config, "name" | "value" | "sensitive"> };

/** SettingValue is a setting's raw value and, grey, what it is in larger units; a secret is never told by the broker, which is said. */
export function SettingValue({ setting: { name, value, sensitive } }: SettingValueProps) {
  const t = useTranslations("brokers");
  const { locale } = useFormat();
  if (sensitive) {
    return (
      <span className={classes.hidden} data-tip={t("settings.sensitiveHint")}>
        <IconEyeOff {...ICON} size={14} />
        {t("settings.hidden")}
      </span>
    );
  }
  if (value === null) return <NoValue />;
  if (value === "") return <span className={classes.empty}>{t("settings.empty")}</span>;
  const human = explainSetting(name, value, locale);
  return (
    <span className={classes.value}>
      <code className={classes.raw} data-tip={value.length > 48 ? value : undefined}>
        {value}
      </code>
      {human === null ? null : <span className={classes.human}>{human}</span>}
    </span>
  );
}
