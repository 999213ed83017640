import type { Locale } from "../format.ts";
import type { SettingLanguage } from "./values.ts";

const words: Record<Locale, Record<string, string>> = {
  en: {
    noLimit: "no limit",
    asRetention: "as retention",
    leftToOs: "left to the OS",
    codecDefault: "the codec's default",
    true: "on",
    false: "off",
  },
  ko: {
    noLimit: "제한 없음",
    asRetention: "보존과 같음",
    leftToOs: "OS에 맡김",
    codecDefault: "코덱 기본값",
    true: "켜짐",
    false: "꺼짐",
  },
};

/** testLanguage is a SettingLanguage for tests: words of its own, choices as they are. */
export function testLanguage(locale: Locale): SettingLanguage {
  return {
    locale,
    word: (word) => words[locale][word]!,
    onOff: (on) => words[locale][String(on)]!,
    choice: (_setting, value) => value,
  };
}
