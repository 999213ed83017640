"use client";

import { useTranslations } from "next-intl";
import type { Datum } from "@/lib/api/messages.ts";
import classes from "./compare.module.css";

/** KeyText is a record's key as text, or the word for none. */
export function KeyText({ datum }: { datum: Datum | null }) {
  const t = useTranslations("compare");
  if (datum === null) return <span className={classes.word}>{t("nullKey")}</span>;
  if (datum.size === 0) return <span className={classes.word}>{t("emptyKey")}</span>;
  return (
    <span className={`hw-mono ${classes.key}`}>
      {datum.data}
      {datum.cut ? "…" : ""}
    </span>
  );
}
