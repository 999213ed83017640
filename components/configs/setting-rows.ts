import type { Config } from "@/lib/api/configs.ts";
import type { Baseline, Edits } from "@/lib/settings/edits.ts";
import { changedMeanwhile } from "@/lib/settings/edits.ts";
import {
  compareSettings,
  describeSetting,
  type Setting,
  type SettingGroup,
  settingGroups,
} from "@/lib/settings/kinds.ts";
import type { SettingWords } from "./use-setting-language.ts";
import { printSetting } from "@/lib/settings/values.ts";

/** SettingRow is one line of the table of settings: as it is, and what a person is about to make of it. */
export type SettingRow = {
  config: Config;
  setting: Setting;
  /** The value after the edit; the present one without an edit. */
  value: string | null;
  edit: "set" | "reset" | null;
  /** Why the edit cannot be, in words. */
  error: string | undefined;
  /** What the setting was when its edit began, if someone else changed it since. */
  meanwhile: Baseline | null;
};

/** SettingView is which settings are shown: all, those set on the topic, those with an edit. */
export const settingViews = ["all", "here", "now"] as const;
export type SettingView = (typeof settingViews)[number];

/** toSettingRows joins settings with their edits, in the catalogue's order. */
export function toSettingRows(
  items: readonly Config[],
  edits: Edits,
  errors: ReadonlyMap<string, string>,
  baselines: Readonly<Record<string, Baseline>> = {},
): SettingRow[] {
  const sorted = items.toSorted((a, b) => compareSettings(a.name, b.name));
  return sorted.map((config): SettingRow => {
    const { name } = config;
    const edit = edits[name];
    const after = edit === null ? config.defaultValue : edit;
    const baseline = baselines[name];
    return {
      config,
      setting: describeSetting(config),
      value: edit === undefined ? config.value : (after ?? null),
      edit: edit === undefined ? null : edit === null ? "reset" : "set",
      error: errors.get(name),
      meanwhile: edit !== undefined && baseline && changedMeanwhile(config, baseline) ? baseline : null,
    };
  });
}

/** countViews counts the settings of each view. */
export function countViews(rows: readonly SettingRow[]): Record<SettingView, number> {
  return {
    all: rows.length,
    here: rows.filter(({ config }) => config.source === "topic").length,
    now: rows.filter(({ edit }) => edit !== null).length,
  };
}

/** filterRows keeps a view's settings whose human name, key or value contains what was typed, case ignored. */
export function filterRows(
  rows: readonly SettingRow[],
  view: SettingView,
  search: string,
  words: SettingWords,
): SettingRow[] {
  const wanted = search.trim().toLowerCase();
  const matches = ({ setting, value }: SettingRow) => {
    const texts = [
      setting.name,
      words.nameOf(setting),
      value ?? "",
      value === null ? "" : printSetting(setting, value, words),
    ];
    return texts.some((text) => text.toLowerCase().includes(wanted));
  };
  const inView = ({ config, edit }: SettingRow) =>
    view === "all" || (view === "here" ? config.source === "topic" : edit !== null);
  return rows.filter((row) => inView(row) && (wanted === "" || matches(row)));
}

/** groupRows puts settings under their purposes, in order, without the empty ones. */
export function groupRows(rows: readonly SettingRow[]): { group: SettingGroup; rows: SettingRow[] }[] {
  const groups = settingGroups.map((group) => ({ group, rows: rows.filter(({ setting }) => setting.group === group) }));
  return groups.filter((group) => group.rows.length > 0);
}
