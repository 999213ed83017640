"use client";

import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Config } from "@/lib/api/configs.ts";
import { ICON } from "@/components/ui/icon.ts";
import classes from "./settings-table.module.css";

/** SettingFlags says of a setting that it cannot be changed while the broker runs. */
export function SettingFlags({ setting }: { setting: Pick<Config, "readOnly"> }) {
  const t = useTranslations("brokers");
  if (!setting.readOnly) return null;
  return (
    <span className={classes.flag} data-tip={t("settings.readOnlyHint")}>
      <IconLock {...ICON} size={14} />
      {t("settings.readOnly")}
    </span>
  );
}
