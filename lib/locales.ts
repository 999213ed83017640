import type { Locale } from "./format.ts";

/** locales are the languages the product speaks, the default first. */
export const locales: readonly [Locale, ...Locale[]] = ["en", "ko"];

/** localeNames says each language in itself. */
export const localeNames: Record<Locale, string> = { en: "English", ko: "한국어" };

/** namespaces are the files of a catalogue: `messages/{locale}/{namespace}.json`. */
export const namespaces = [
  "brokers",
  "changes",
  "charts",
  "clusters",
  "common",
  "compare",
  "configs",
  "create",
  "errors",
  "group",
  "groups",
  "keys",
  "messages",
  "nav",
  "overview",
  "produce",
  "status",
  "throughput",
  "topic",
  "topics",
] as const;
export type Namespace = (typeof namespaces)[number];

/** LOCALE_COOKIE remembers the language a person chose; TIME_ZONE_COOKIE the zone their browser is in. */
export const LOCALE_COOKIE = "locale";
export const TIME_ZONE_COOKIE = "time-zone";

/** isLocale tells whether a text names a language of the product. */
export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** chooseLocale takes the first language of an Accept-Language header (RFC 9110, weights respected) that the product speaks. */
export function chooseLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "").split(",").map((entry) => {
    const [tag = "", ...parameters] = entry.trim().split(";");
    const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
    return { language: tag.trim().toLowerCase().split("-")[0], weight: weight ? Number(weight.slice(2)) : 1 };
  });
  const best = wanted
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ language, weight }) => weight > 0 && isLocale(language));
  return isLocale(best?.language) ? best.language : locales[0];
}

/** isTimeZone tells whether a text names a time zone that this runtime knows. */
export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
