"use client";

import { Collapse } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { filterRows, type SettingRow, toSettingRows } from "@/components/configs/setting-rows.ts";
import { type SettingActions, SettingsTable } from "@/components/configs/settings-table.tsx";
import { SourceTag } from "@/components/configs/source-tag.tsx";
import { useSettingLanguage } from "@/components/configs/use-setting-language.ts";
import { ICON } from "@/components/ui/icon.ts";
import { SearchInput } from "@/components/ui/search-input.tsx";
import type { Config, TopicSettings } from "@/lib/api/configs.ts";
import classes from "./more-settings.module.css";
import { FORM_SETTINGS, policyFields, readPolicy } from "./policy-fields.ts";
import { SetByTag } from "./set-by-tag.tsx";
import type { CreateParams, SetCreateParams, TopicFormState } from "./use-topic-form.ts";

type MoreSettingsProps = {
  settings: TopicSettings;
  params: CreateParams;
  setParams: SetCreateParams;
  form: TopicFormState;
};

/** withPreset makes the preset's values those that an edit begins from. */
function withPreset(items: readonly Config[], configs: Readonly<Record<string, string>>): Config[] {
  return items.map((item): Config => {
    const value = configs[item.name];
    return value === undefined ? item : { ...item, value, source: "topic" };
  });
}

function useRows({ settings, form }: MoreSettingsProps): SettingRow[] {
  const inForm = new Set([...FORM_SETTINGS, ...policyFields(readPolicy(form.valueOf("cleanup.policy")))]);
  const items = settings.items.filter(({ name, readOnly, sensitive }) => !inForm.has(name) && !readOnly && !sensitive);
  const errors = new Map(
    items.flatMap(({ name }): [string, string][] => {
      const error = form.errors.get(`configs.${name}`);
      return error === undefined ? [] : [[name, error]];
    }),
  );
  return toSettingRows(withPreset(items, form.draft.proposal.configs), form.edits, errors);
}

function setBy({ config, edit }: SettingRow) {
  if (edit === "set") return <SetByTag by="you" />;
  if (edit === null && config.source === "topic") return <SetByTag by="preset" />;
  return <SourceTag source={edit === "reset" ? config.defaultSource : config.source} />;
}

/** MoreSettings are all further settings of the new topic, with the broker's explanations; what is set of them is marked. */
export function MoreSettings(props: MoreSettingsProps) {
  const t = useTranslations("create.more");
  const words = useSettingLanguage();
  const { params, setParams, form } = props;
  const rows = useRows(props);
  const set = rows.filter(({ edit }) => edit !== null).length;
  const wrong = rows.some(({ error }) => error !== undefined);
  const opened = params.more || wrong;
  const actions: SettingActions = {
    onEdit: form.setConfig,
    onUndo: (name) => form.setConfig(name, undefined),
    onOpen: (open) => setParams({ open }),
  };
  return (
    <div className={classes.more}>
      <button
        type="button"
        className={`hw-plain ${classes.toggle}`}
        aria-expanded={opened}
        onClick={() => setParams({ more: !opened })}
      >
        <IconChevronRight {...ICON} size={14} className={classes.chevron} />
        <b>{t("title")}</b>
        <span className={classes.count}>{t(set === 0 ? "allDefault" : "set", { count: rows.length, set })}</span>
      </button>
      <Collapse expanded={opened}>
        {rows.length === 0 ? (
          <p className={classes.nothing}>{t("unknown")}</p>
        ) : (
          <div className={classes.settings}>
            <SearchInput
              wide
              pageSearch={opened}
              label={t("search", { count: rows.length })}
              value={params.search}
              delayMs={100}
              onChange={(search) => setParams({ search })}
            />
            <SettingsTable
              editable
              label={t("label")}
              rows={filterRows(rows, "all", params.search, words)}
              open={params.open}
              actions={actions}
              setBy={setBy}
              empty={<p className={classes.nothing}>{t("nothing", { search: params.search })}</p>}
            />
          </div>
        )}
      </Collapse>
    </div>
  );
}
