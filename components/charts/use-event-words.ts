"use client";

import { useTranslations } from "next-intl";
import type { HistoryEvent } from "@/lib/api/history.ts";

/** useEventWords puts an event into a few words: "warehouse: commit went back", "warehouse: 2 of 4 members left". */
export function useEventWords() {
  const t = useTranslations("charts.events");
  return ({ code, name, values }: HistoryEvent): string => {
    const state = values["to"] ?? values["state"];
    if (code === "state" && state !== undefined) return t("stateNow", { name, state: String(state) });
    if (code !== "members") return t(code, { name });
    const [left, joined, before] = [values["left"], values["joined"], values["before"]].map(Number);
    if (left && joined) return t("membersChanged", { name, left, joined });
    return left
      ? t("membersLeft", { name, left, before: before ?? left })
      : t("membersJoined", { name, joined: joined ?? 0 });
  };
}
