"use client";

import { CloseButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Config } from "@/lib/api/configs.ts";
import { CopyName } from "@/components/ui/copy-button.tsx";
import { RowList, type RowListRow } from "@/components/ui/row-list.tsx";
import { settingButtonId } from "./setting-button-id.ts";
import classes from "./setting-panel.module.css";
import { SettingFlags } from "./setting-flags.tsx";
import { SettingSource } from "./setting-source.tsx";
import { SettingValue } from "./setting-value-cell.tsx";

function useRows(setting: Config): RowListRow[] {
  const t = useTranslations("brokers");
  const { name, type, source, readOnly } = setting;
  const rows: (RowListRow | false)[] = [
    { id: "value", label: t("settings.value"), value: <SettingValue setting={setting} /> },
    { id: "source", label: t("settings.setBy"), value: <SettingSource source={source} /> },
    source !== "default" && {
      id: "default",
      label: t("settings.below"),
      value: (
        <>
          <SettingValue setting={{ name, value: setting.defaultValue, sensitive: setting.sensitive }} />
          <SettingSource source={setting.defaultSource} />
        </>
      ),
    },
    { id: "type", label: t("settings.type"), value: <code>{type}</code> },
    readOnly && { id: "readOnly", label: t("settings.change"), value: <SettingFlags setting={setting} /> },
  ];
  return rows.filter((row) => row !== false);
}

function Levels({ setting: { synonyms, sensitive } }: { setting: Config }) {
  const t = useTranslations("brokers");
  if (synonyms.length < 2) return null;
  return (
    <div>
      <h3 className={classes.heading}>{t("settings.levels")}</h3>
      <ol className={classes.levels}>
        {synonyms.map(({ name, value, source }, index) => (
          <li key={`${name} ${source}`} data-used={index === 0 || undefined}>
            <code>{name}</code>
            <SettingSource source={source} />
            <SettingValue setting={{ name, value, sensitive }} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** SettingPanel is one setting in full: what it does in Kafka's words, its value, who set it, and every level at which it has one. Esc closes it, and the focus returns to its name. Give it the setting's name as its key. */
export function SettingPanel({ setting, onClose }: { setting: Config; onClose: () => void }) {
  const t = useTranslations("brokers");
  const panel = useRef<HTMLElement>(null);
  const rows = useRows(setting);
  const close = useEffectEvent(() => {
    document.getElementById(settingButtonId(setting.name))?.focus();
    onClose();
  });
  useEffect(() => {
    const element = panel.current;
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && close();
    element?.focus({ preventScroll: true });
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);
  return (
    <aside ref={panel} className={classes.panel} tabIndex={-1} aria-label={setting.name}>
      <header className={classes.header}>
        <h2 className={classes.name}>
          <CopyName name={setting.name}>
            <code>{setting.name}</code>
          </CopyName>
        </h2>
        <CloseButton aria-label={t("settings.close")} onClick={onClose} />
      </header>
      <p className={classes.text}>{setting.documentation ?? t("settings.noDocumentation")}</p>
      <RowList rows={rows} />
      <Levels setting={setting} />
    </aside>
  );
}
