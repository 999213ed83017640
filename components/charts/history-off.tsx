"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Note } from "@/components/ui/note.tsx";

/** HistoryOff stands where charts would: no history is kept, and how that is changed. */
export function HistoryOff() {
  const t = useTranslations("charts.off");
  return (
    <Card>
      <EmptyState title={t("title")}>{t("detail")}</EmptyState>
    </Card>
  );
}

/** HistoryOffNote says it in a line, on a page that has more to show. */
export function HistoryOffNote() {
  const t = useTranslations("charts.off");
  return (
    <Note tone="info" title={t("title")}>
      {t("detail")}
    </Note>
  );
}
