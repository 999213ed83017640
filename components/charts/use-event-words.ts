"use client";

import { useTranslations } from "next-intl";
import type { HistoryEvent } from "@/lib/api/history.ts";

/** useEventWords puts an event into a few words: "warehouse: commit went back". */
export function useEventWords() {
  const t = useTranslations("charts.events");
  return ({ code, name, values }: HistoryEvent): string => {
    const state = values["to"] ?? values["state"];
    return code === "state" && state !== undefined ? t("stateNow", { name, state: String(state) }) : t(code, { name });
  };
}
