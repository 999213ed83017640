"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { messageKey, type Setting } from "@/lib/settings/kinds.ts";
import type { SettingLanguage } from "@/lib/settings/values.ts";

/** SettingWords is SettingLanguage with the human names of settings; a setting without one bears its key. */
export type SettingWords = SettingLanguage & { nameOf: (setting: Setting) => string };

/** useSettingLanguage puts settings into the reader's language. */
export function useSettingLanguage(): SettingWords {
  const locale = useLocale();
  const t = useTranslations("configs");
  return useMemo(() => {
    const choiceKey = (value: string) => `choices.${value.replaceAll(/\W+/g, "_")}`;
    return {
      locale,
      word: (word) => t(`words.${word}`),
      onOff: (on) => t(on ? "words.on" : "words.off"),
      choice: (setting, value) => {
        if (value === "") return setting === "cleanup.policy" ? t("choices.none") : "";
        return t.has(choiceKey(value)) ? t(choiceKey(value)) : value;
      },
      nameOf: (setting) => (setting.named ? t(`names.${messageKey(setting.name)}`) : setting.name),
    };
  }, [locale, t]);
}
