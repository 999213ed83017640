"use client";

import { useTranslations } from "next-intl";
import type { Config } from "@/lib/api/configs.ts";
import type { Setting } from "@/lib/settings/kinds.ts";
import classes from "./setting-details.module.css";
import { useSettingText } from "./setting-value.tsx";
import { SourceTag } from "./source-tag.tsx";
import { CopyName } from "@/components/ui/copy-button.tsx";

function Levels({ config, setting }: { config: Config; setting: Setting }) {
  const t = useTranslations("configs.details");
  const textOf = useSettingText();
  return (
    <table className={classes.levels} aria-label={t("levels")}>
      <tbody>
        {config.synonyms.map(({ name, value, source }, index) => (
          <tr key={`${source} ${name}`} data-in-force={index === 0 || undefined}>
            <th scope="row">
              <SourceTag source={source} />
            </th>
            <td className="hw-mono">{name}</td>
            <td>{value === null ? t("hidden") : textOf(setting, value).text}</td>
            <td>{index === 0 ? t("inForce") : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** SettingDetails is what the broker says of a setting: its explanation, type, default, and every level at which it has a value. */
export function SettingDetails({ config, setting }: { config: Config; setting: Setting }) {
  const t = useTranslations("configs.details");
  const textOf = useSettingText();
  const fallback =
    config.defaultValue === null
      ? t("none")
      : config.defaultValue === ""
        ? t("empty")
        : textOf(setting, config.defaultValue).text;
  return (
    <div className={classes.details}>
      <p lang={config.documentation ? "en" : undefined} className={classes.text}>
        {config.documentation ?? t("noExplanation")}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t("key")}</dt>
          <dd className="hw-mono">
            <CopyName name={config.name} />
          </dd>
        </div>
        <div>
          <dt>{t("type")}</dt>
          <dd className="hw-mono">{config.type}</dd>
        </div>
        <div>
          <dt>{t("default")}</dt>
          <dd>
            {fallback} <SourceTag source={config.defaultSource} />
          </dd>
        </div>
      </dl>
      {config.synonyms.length > 1 ? <Levels config={config} setting={setting} /> : null}
    </div>
  );
}
