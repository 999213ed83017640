"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { Locale } from "@/lib/format.ts";
import { LOCALE_COOKIE } from "@/lib/locales.ts";
import { setCookie } from "./set-cookie.ts";

/** useLanguage is the language in use and its setter, which remembers the choice and renders the page anew. */
export function useLanguage(): [Locale, (locale: Locale) => void] {
  const router = useRouter();
  const choose = (locale: Locale) => {
    setCookie(LOCALE_COOKIE, locale);
    router.refresh();
  };
  return [useLocale(), choose];
}
