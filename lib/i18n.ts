import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import type { Locale } from "./format.ts";
import { chooseLocale, isLocale, isTimeZone, LOCALE_COOKIE, namespaces, TIME_ZONE_COOKIE } from "./locales.ts";

/** loadMessages reads the whole catalogue of a language, by namespace. */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const load = async (namespace: string) => {
    const file: { default: AbstractIntlMessages } = await import(`../messages/${locale}/${namespace}.json`);
    return [namespace, file.default] as const;
  };
  return Object.fromEntries(await Promise.all(namespaces.map(load)));
}

/** The language of a request is the `locale` cookie's, else the browser's; its zone the `time-zone` cookie's, else UTC until the browser has told. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : chooseLocale(head.get("accept-language"));
  const zone = jar.get(TIME_ZONE_COOKIE)?.value;
  return { locale, timeZone: isTimeZone(zone) ? zone : "UTC", messages: await loadMessages(locale) };
});
