"use client";

import { useTranslations } from "next-intl";
import classes from "./unknown.module.css";

/** Unknown says that a value is not known, in a word; hover or focus gives the reason. */
export function Unknown({ reason, word }: { reason: string; word?: string }) {
  const t = useTranslations("common");
  return (
    <button type="button" className={`hw-plain ${classes.unknown}`} data-tip={reason}>
      {word ?? t("unknown")}
    </button>
  );
}

/** NoValue is the dash that stands where no value applies. */
export function NoValue() {
  const t = useTranslations("common");
  return (
    <span className={classes.none} role="img" aria-label={t("noValue")}>
      —
    </span>
  );
}
