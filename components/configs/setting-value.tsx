"use client";

import type { Setting } from "@/lib/settings/kinds.ts";
import { shortenSetting } from "@/lib/settings/values.ts";
import { NoValue } from "@/components/ui/unknown.tsx";
import classes from "./setting-value.module.css";
import { useSettingLanguage } from "./use-setting-language.ts";

/** rawBeside is the raw value where it says more than the words do, else undefined. */
export function rawBeside(setting: Setting, raw: string): string | undefined {
  const { kind } = setting.kind;
  return kind === "duration" || kind === "size" || kind === "integer" || kind === "share" ? raw : undefined;
}

/** useSettingText gives a setting's value for a person, and the raw one where it says more. */
export function useSettingText(): (setting: Setting, raw: string) => { text: string; raw: string | undefined } {
  const language = useSettingLanguage();
  return (setting, raw) => {
    const text = shortenSetting(setting, raw, language);
    const beside = rawBeside(setting, raw);
    return { text, raw: beside === undefined || beside === text.replaceAll(",", "") ? undefined : beside };
  };
}

/** SettingValue is a setting's value: in words, and under it as Kafka writes it. */
export function SettingValue({ setting, raw }: { setting: Setting; raw: string | null }) {
  const textOf = useSettingText();
  if (raw === null || raw === "") return <NoValue />;
  const { text, raw: beside } = textOf(setting, raw);
  return (
    <span className={classes.value}>
      <span>{text}</span>
      {beside === undefined ? null : <span className={classes.raw}>{beside}</span>}
    </span>
  );
}
